"""The claims of a sentence: each cue with its state, its parts, its dates and the words that bear it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.extract.asserting import asserter_of, check_needs, declaration_of, phased, span_of
from claims.extract.content import content_of
from claims.extract.days import date_claim
from claims.extract.doubts import check_parties
from claims.extract.draft import DOERS, Cue, Draft, Party
from claims.extract.factuality.denying import untrue
from claims.extract.factuality.forms import State, Unread, form_of, is_nominal
from claims.extract.factuality.path import state_of
from claims.extract.lexicon import sort
from claims.extract.parties.offices import left_office
from claims.extract.parties.spokesmen import spoken_for
from claims.extract.phrasing import phrase
from claims.extract.players import players
from claims.extract.predicates.ballots import decided, join
from claims.extract.predicates.cues import cue_of, is_charge, lemmas_of
from claims.extract.predicates.events import is_negated
from claims.extract.sentence import Sentence
from claims.extract.series import rank_of
from claims.extract.sides import each_side, sides_of
from claims.extract.trees.tree import Word


def drafts_of(s: Sentence) -> tuple[list[Draft], list[str]]:
    """The drafts of a sentence, and why others were not made."""
    drafts: list[Draft] = []
    ranks: dict[tuple[int, int], tuple[Draft, Draft]] = {}  # a meeting, and its place in a series
    reasons: list[str] = []
    told: set[int] = set()  # nouns of events of which a verb told already
    nominal: set[int] = set()
    undone: set[str] = set()
    denials: list[Word] = []
    for word in s.tree.words:
        if word.at in told or word.lemma in undone:
            continue
        cue = cue_of(s, word)
        if cue is not None and cue.event is not None and cue.event.lemma in undone:
            continue  # 採決する予定だったが、採決を見送った
        if (
            cue is not None
            and not cue.kind
            and any(w.at in nominal for one in s.tree.children(word, "obj") for w in s.tree.below(one))
        ):
            continue  # 支援を続けることで一致した
        if cue is None:
            if word.pos == "VERB" and _denies(s, word):
                denials.append(word)
            continue
        try:
            draft = _draft(s, cue, drafts)
        except Unread as why:
            reasons.append(f"“{word.text}”: {why}")
            continue
        told |= {cue.event.at} if cue.event is not None else set()
        if is_nominal(s.tree, word):
            nominal.add(word.at)
        if s.tree.final and draft.polarity == "-" and draft.phase == "occurred":
            undone.add(word.lemma)
        if drafts and _retold(drafts[-1], draft):
            told_so = {(one.role, one.who) for one in draft.parties}
            before = [one for one in drafts.pop().parties if one.role not in DOERS]
            draft.parties += [one for one in before if (one.role, one.who) not in told_so]
        join(s, draft, drafts)
        sides = sides_of(s, cue)
        # who was there for one side talk with nobody there, and a meeting named in passing is not of what follows
        if len(sides) != 1 and cue.event is not word:
            s.discourse.follow(draft)
        if sides:
            drafts[-1:] = each_side(draft, sides)
        if (rank := rank_of(s, cue, draft)) is not None and (rank.span not in ranks or rank.date):
            ranks[rank.span] = draft, rank
    drafts = list(_counted(drafts, list(ranks.values())))
    drafts += _denials(s, denials, drafts)
    return drafts, reasons


def _counted(drafts: list[Draft], ranks: list[tuple[Draft, Draft]]) -> Iterator[Draft]:
    """Each draft, a meeting with its place in a series behind it."""
    for draft in drafts:
        if draft.kind != "rank":
            yield draft
        yield from (rank for meeting, rank in ranks if meeting is draft)


def _retold(last: Draft, draft: Draft) -> bool:
    """Whether a draft tells once more, and with nothing of it, that the same came to nothing: 賠償額で折り合えず、決裂した."""
    leaves = draft.kind == "resign" and last.phase == "intended"  # 사의를 표명하고 물러나겠다고 밝혔다
    again = (last.kind, last.phase, last.polarity) == (draft.kind, draft.phase, draft.polarity)
    failed = draft.kind == "sign" and draft.phase == "failed"
    same = again and last.asserter == draft.asserter and (failed or leaves)
    bare = leaves or all(one.role in DOERS for one in draft.parties)
    mine, theirs = ({p.who for p in one.parties if p.role in DOERS} for one in (draft, last))
    return same and bare and last.date in (None, draft.date) and mine == theirs


def _denies(s: Sentence, word: Word) -> bool:
    """Whether a verb denies something said or done, and refuses no thing: 報道を否定した, 報道は「事実無根」としている."""
    parts = s.tree.children(word, "ccomp", "obl", "obj", "nsubj")
    inner = [two for one in parts if one.relation == "ccomp" for two in s.tree.children(one, "obl")]
    rumours = [one for one in (*parts, *inner) if s.lexicon.class_of(one.lemma) == "rumour"]
    if s.tree.final and any(untrue(s.tree, word, one, s.lexicon) for one in rumours):
        return True
    open_ = any(s.lexicon.class_of(one.lemma) == "deny" and is_negated(s, one) for one in s.tree.words[word.at + 1 :])
    said = (
        s.tree.children(word, "ccomp") if s.tree.final and not open_ else []
    )  # 事実はないと答えたが、否定もしなかった
    if any(_bare_denial(s, one) or _no_such_thing(s, one) for one in said):
        return s.lexicon.class_of(word.lemma) in ("say", "announce", "deny")
    if s.lexicon.class_of(word.lemma) != "deny" and not s.lexicon.has("disputes", word.lemma):
        return False
    if any(two.text.lower() == "what" for one in s.tree.children(word, "ccomp") for two in s.tree.children(one)):
        return False  # "rejected what she called interference"
    charged = any(is_charge(s, word, one.lemma) for one in s.tree.children(word, "obj", "nsubj:pass"))
    return charged or bool(s.tree.children(word, "ccomp", "xcomp", "advcl", "acl"))


def _no_such_thing(s: Sentence, clause: Word) -> bool:
    """Whether a clause says of a thing that it was never done: 「談合に関与した事実はない」."""
    truths = [one for one in s.tree.children(clause, "nsubj", "obl") if s.lexicon.has("truth", one.lemma)]
    return s.lexicon.code == "ja" and is_negated(s, clause) and any(s.tree.children(one, "acl") for one in truths)


def _bare_denial(s: Sentence, clause: Word) -> bool:
    """Whether a clause says no more than that something is untrue: “사실이 아니다”, 「事実無根だ」."""
    said = [one for one in s.tree.children(clause) if one.pos != "ADV"]
    true = [one for one in said if s.lexicon.has("truth", one.lemma)]
    untrue_ = (
        s.lexicon.class_of(clause.lemma) == "false" or s.lexicon.has("untrue", clause.lemma) or is_negated(s, clause)
    )
    return said == true and untrue_ and bool(true or s.lexicon.class_of(clause.lemma) == "false")


def _denials(s: Sentence, denials: list[Word], drafts: list[Draft]) -> list[Draft]:
    """Denials of what is of no kind, or told of only by a word like "this": that somebody denied it is all that is told."""
    found: list[Draft] = []
    for word in denials:
        ends = [s.offset + one.end for one in (word, *s.tree.children(word, "ccomp", "obl"))]
        if any(d.act == "deny" and d.span[0] < end <= d.span[1] for d in drafts for end in ends):
            continue
        try:
            state = state_of(s.tree, word, s.lexicon)
            cue = Cue("state", word, None, "denied")
            if state.phase == "occurred" and state.polarity == "+":
                found.append(_draft(s, cue, drafts))
        except Unread:
            continue
    return found


def _draft(s: Sentence, cue: Cue, earlier: list[Draft]) -> Draft:
    state = decided(s, cue, _by_itself(s, cue, phased(s, state_of(s.tree, cue.word, s.lexicon), cue)))
    state = _declared(s, cue, state)
    _check_place(s, cue, state)
    s.speaker = s.parties(state.asserter) if state.asserter is not None else []
    kind, found, parties = players(s, cue, state, earlier)
    there = any(one.lemma == "there" for one in s.tree.children(cue.word, "advmod")) and not s.tree.final
    if there and all(one.role != "place" for one in parties):  # "met Jo Berg there"
        number, places = s.discourse.places
        parties += [s.again(one).as_("place") for one in places if s.discourse.number - number < 2]
    content = content_of(s, cue, state, parties)
    again = bool(content) and not cue.kind  # "promised to respect it": no verdict beside that
    told = [p for p in parties if p.role == "topic" and any(_told_in(s, p, one) for one in content)]
    told += [p for p in parties if again and p.role == "topic" and p.start is None]
    parties = [p for p in parties if p not in told] + content
    if kind == "resign" and [p.role for p in parties if p.role in ("holder", "office")] == ["holder"]:
        parties += left_office(s, next(p for p in parties if p.role == "holder"))
    word = cue.word
    if s.lexicon.has("whole", word.lemma) and not any(p.role == "topic" for p in parties):
        parties.append(Party(word.text, None, "topic", s.offset + word.start, s.offset + word.end, "topic"))
    asserter = asserter_of(s, state)
    quoted = s.discourse.quote_at(s.offset + s.tree.words[0].start) if s.tree.final else None
    if (state.asserter is not None or quoted or (state.said and s.tree.final)) and asserter is None:
        raise Unread("it is not known who says so")
    text = declaration_of(s, cue, state) if asserter is None and kind not in sort("said") else None
    asserter = s.tree.text[slice(*phrase(s, text))] if text is not None else asserter
    s.discourse.speaker = asserter or s.discourse.speaker
    parties = spoken_for(s, cue, kind, state.phase, found, asserter, parties)
    check_parties(s, cue, kind, found, parties, state)
    settled = state.phase == "agreed" and (cue.phase == "agreed" or not cue.kind)
    check_needs(s, "meet" if cue.phase == "denied" else kind, parties, settled=settled)
    start, end = span_of(s, cue, state.top or word)
    if s.tree.final:  # the subject stands first and its predicate last: the words between are read with them
        starts = [p.start - s.offset for p in parties if p.start is not None and p.role in DOERS]
        start = min([start, *(one for one in starts if one >= 0)])
    draft = Draft(kind, state.phase, (s.offset + start, s.offset + end), parties)
    draft.polarity, draft.certainty, draft.asserter = state.polarity, state.certainty, asserter
    draft.act = "urge" if kind == "urge" and state.act == "report" else state.act
    which = kind == "sign" or not s.tree.final  # 4월에 체결한 계약에 따라
    draft.aside = state.fixed and word.relation in ("acl", "acl:relcl") and which
    draft.summary = " ".join(s.tree.text.split())
    date_claim(s, cue, state, draft, earlier)
    return draft


def _told_in(s: Sentence, topic: Party, content: Party) -> bool:
    """Whether a topic is a part of what is told in full, or ends within it: "hope that the pact would be signed"."""
    start = content.start
    ends = start is not None and topic.covers(start, start + 1) and not s.tree.final
    return ends or content.covers(topic.start, topic.end)


def _declared(s: Sentence, cue: Cue, state: State) -> State:
    """The state of what a joint statement says that those who made it will do: they agreed it."""
    joint = declaration_of(s, cue, state) is not None
    to_come = state.phase in ("intended", "scheduled") and (state.polarity, state.certainty) == ("+", "CT")
    if not joint or not to_come or cue.kind in (*sort("said"), "support") or len(s.discourse.met()) < 2:
        return state
    return replace(state, phase="agreed", act="report")


def _by_itself(s: Sentence, cue: Cue, state: State) -> State:
    """The state of what is done before a thing is agreed, planned or said: 会談し、...することで一致した."""
    apart = cue.kind in ("meet", "visit", "attend", "discuss", "vote", *sort("said"))
    if not (s.tree.final and apart and state.phase in ("agreed", "intended", "ongoing")):
        return state
    if s.lexicon.patterns["progressive"].search(form_of(s.tree, cue.word)):
        return state  # 협상을 벌이고 있지만
    root = next((one for one in s.tree.words if one.relation == "root"), cue.word)
    past = form_of(s.tree, root).endswith("/past") or s.lexicon.has(
        "performed", cue.word.lemma
    )  # 反発し、...する構えだ
    if not past or not form_of(s.tree, cue.word).endswith("/link") or (state.said and cue.kind == "visit"):
        return state
    return replace(state, phase="occurred", top=cue.word, heads=(), said=(), asserter=None, act="report")


def _check_place(s: Sentence, cue: Cue, state: State) -> None:
    """Raises Unread where something is only what another predicate tells of, or its aim: 賠償を求めて提訴した."""
    for head in state.heads:
        own = cue_of(s, head) if head is not cue.word else None
        if own is not None and own.kind in sort("clausal") and own.kind != "discuss":
            raise Unread(f"it is what “{head.text}” tells of")
    laid_down = (head for head in s.tree.path(cue.word) if cue.word.relation != "conj" and not s.tree.final)
    if any((own := cue_of(s, head)) is not None and own.kind == "provide" for head in laid_down):
        raise Unread("it is only what a text lays down")  # "sets rules while a force is visiting the other state"
    above = s.tree.head(cue.word)
    why = s.tree.final and cue.kind in ("concern", "support") and above is not None
    if why and s.lexicon.patterns["by_doing"].search(form_of(s.tree, cue.word)):
        raise Unread("it is only why something was done")  # 統合に反対して辞任した
    if s.tree.final and cue.kind == "urge" and above is not None and form_of(s.tree, cue.word).endswith("/link"):
        told = (
            s.lexicon.verbs.get(lemmas_of(s, above)[0])
            or s.lexicon.verbs.get(above.lemma)
            or (own.kind if (own := cue_of(s, above)) is not None else "")
        )
        if told in ("sue", "strike", "accuse"):
            raise Unread(f"it is what “{above.text}” is for")
