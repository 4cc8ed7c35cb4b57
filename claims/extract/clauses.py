"""The claims of a sentence: each cue with its state, its parts, its dates and the words that bear it."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.arguments import parties_in
from claims.extract.asserting import asserter_of, check_needs, phased, span_of
from claims.extract.content import content_of
from claims.extract.days import date_claim
from claims.extract.doubts import check_parties
from claims.extract.draft import DOERS, Cue, Draft, Party
from claims.extract.factuality.denying import untrue
from claims.extract.factuality.forms import Unread, form_of, is_nominal
from claims.extract.factuality.path import state_of
from claims.extract.lexicon import sort
from claims.extract.parties.meant import employer
from claims.extract.predicates.beside import shared
from claims.extract.predicates.cues import cue_of, default_kind
from claims.extract.predicates.filling import slots_of
from claims.extract.predicates.subjects import subject_of
from claims.extract.sentence import Sentence
from claims.extract.together import are_several, doers, is_alone, met_nobody, together
from claims.extract.trees.tree import Word


def drafts_of(s: Sentence) -> tuple[list[Draft], list[str]]:
    """The drafts of a sentence, and why others were not made."""
    drafts: list[Draft] = []
    reasons: list[str] = []
    told: set[int] = set()
    nominal: set[int] = set()
    undone: set[str] = set()
    denials: list[Word] = []
    for word in s.tree.words:
        if word.at in told or word.lemma in undone:
            continue
        cue = cue_of(s, word)
        if cue is not None and not cue.kind and any(one.at in nominal for one in s.tree.children(word, "obj")):
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
        if cue.event is not None:
            told.add(cue.event.at)
        if is_nominal(s.tree, word):
            nominal.add(word.at)
        if s.tree.final and draft.polarity == "-" and draft.phase == "occurred":
            undone.add(word.lemma)
        drafts.append(draft)
        frame = s.discourse.timeline.frame
        s.discourse.follow(draft)
        if not s.tree.final and "had" in form_of(s.tree, word).split("/")[0].split():
            s.discourse.timeline.frame = frame  # what had gone before dates nothing that follows
    drafts += _denials(s, denials, drafts)
    return drafts, reasons


def _denies(s: Sentence, word: Word) -> bool:
    """Whether a verb denies something said or done, and refuses no thing: 報道を否定した, 報道は「事実無根」としている."""
    parts = s.tree.children(word, "ccomp", "obl", "obj", "nsubj")
    inner = [two for one in parts if one.relation == "ccomp" for two in s.tree.children(one, "obl")]
    rumours = [one for one in (*parts, *inner) if s.lexicon.class_of(one.lemma) == "rumour"]
    if s.tree.final and any(untrue(s.tree, word, one, s.lexicon) for one in rumours):
        return True
    if s.lexicon.class_of(word.lemma) != "deny" and not s.lexicon.has("disputes", word.lemma):
        return False
    charged = any(s.lexicon.has("charge", one.lemma) for one in s.tree.children(word, "obj", "nsubj:pass"))
    return charged or bool(s.tree.children(word, "ccomp", "xcomp", "advcl", "acl"))


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
    state = phased(s, state_of(s.tree, cue.word, s.lexicon), cue)
    apart = cue.kind in ("meet", "visit", "attend", "discuss", "vote", *sort("said"))
    if s.tree.final and apart and state.phase in ("agreed", "intended", "ongoing"):
        root = next((one for one in s.tree.words if one.relation == "root"), cue.word)
        told = bool(state.said) and cue.kind == "visit"
        past = form_of(s.tree, root).endswith("/past") or s.lexicon.has(
            "performed", cue.word.lemma
        )  # 反発し、...する構えだ
        if form_of(s.tree, cue.word).endswith("/link") and past and not told:
            # 会談し、...することで一致した, 会談し、...すると伝えた
            state = replace(state, phase="occurred", top=cue.word, heads=(), said=(), asserter=None, act="report")
    top = state.top or cue.word
    for head in state.heads:
        own = cue_of(s, head) if head is not cue.word else None
        if own is not None and own.kind in sort("clausal") and own.kind != "discuss":
            raise Unread(f"it is what “{head.text}” tells of")
    above = s.tree.head(cue.word)
    if _is_aim(s, cue) and above is not None:
        raise Unread(f"it is what “{above.text}” is for")
    found = slots_of(s, cue)
    if s.tree.final:
        found += shared(s, cue, found)
    if any(_ill_joined(s, one) for _, one in found):
        raise Unread("its parties stand on both sides of a “but”")
    s.speaker = s.parties(state.asserter) if state.asserter is not None else []
    parties = parties_in(s, cue.kind or "cooperate", found)
    in_vain = state.phase == "failed" or (cue.kind == "cooperate" and state.polarity == "-")
    if cue.phase == "agreed" and in_vain and (cue.kind == "cooperate" or not s.tree.final):
        cue = replace(cue, kind="sign")
        parties = parties_in(s, "sign", found)
    kind = cue.kind or default_kind([p for p in parties if p.role in DOERS])
    if not s.tree.final and kind == "cooperate" and cue.phase == "agreed" and cue.word.lemma in s.lexicon.heads:
        kind = default_kind([p for p in parties if p.role in DOERS])  # one who decides on a thing
    if kind not in ("cooperate", cue.kind):
        parties = parties_in(s, kind, found)
    if _usual(s, cue, kind):
        raise Unread("it tells of what is usual")
    if s.tree.final and kind == "discuss" and not any(slot in ("about", "object") for slot, _ in found):
        kind = "meet"  # 来月また協議する: of nothing that is told
    by_both = kind in sort("by_both") or cue.phase == "agreed"
    if s.tree.final and by_both and state.phase in ("failed", "scheduled", "agreed") and not doers(parties):
        role = {"sign": "signatory"}.get(kind, "participant")
        held = next((one for one in reversed(earlier) if one.kind in sort("by_both")), None)
        here = doers(held.parties) if held is not None else []
        # 合意できず、来月また協議する: those of whom the sentence told already, else those who talked
        parties += [one.as_(role) for one in here or s.discourse.talked()]
    parties = together(s, kind, state, parties, earlier)
    if s.tree.final and kind == "meet" and cue.event is not None and len(parties) and is_alone(parties):
        parties = [one for one in parties if one.role != "participant"]  # 理事長は会合を開く: who calls it
    kind = default_kind(doers(parties)) if not cue.kind and s.tree.final else kind  # what A, who met B, agreed
    several = sum(p.role == "agent" for p in parties) > 1 or any(are_several(s, one) for one in parties)
    if kind not in ("sign",) and state.phase == "agreed" and several:
        parties = [p.as_("participant") if p.role == "agent" else p for p in parties]
    content = content_of(s, cue, state, parties)
    parties = [p for p in parties if not (p.role == "topic" and any(_within(p, one) for one in content))] + content
    if s.lexicon.has("whole", cue.word.lemma) and not any(p.role == "topic" for p in parties):
        word = cue.word
        parties.append(Party(word.text, None, "topic", s.offset + word.start, s.offset + word.end, "topic"))
    asserter = asserter_of(s, state)
    if (state.asserter is not None or (state.said and s.tree.final)) and asserter is None:
        raise Unread("it is not known who says so")
    s.discourse.speaker = asserter or s.discourse.speaker
    if kind in sort("corporate"):  # what a president announces, or plans, is done by the company
        plans = s.tree.final and state.phase in ("intended", "scheduled") and asserter is None
        parties = [
            firm.as_(p.role) if (asserter in (p.name, p.who) or plans) and (firm := employer(s, p)) else p
            for p in parties
        ]
    if s.tree.final and kind == "meet" and cue.event is None and met_nobody(s, parties, state):
        raise Unread("it is not known who met whom")
    check_parties(s, cue, kind, found, parties)
    if cue.phase == "denied":
        check_needs(s, "meet", parties)
    else:
        check_needs(s, kind, parties)
    start, end = span_of(s, cue, top)
    if s.tree.final:  # the subject stands first and its predicate last: the words between are read with them
        starts = [p.start - s.offset for p in parties if p.start is not None and p.role in DOERS]
        start = min([start, *(one for one in starts if one >= 0)])
    draft = Draft(
        kind,
        state.phase,
        (s.offset + start, s.offset + end),
        parties,
        state.polarity,
        state.certainty,
        state.act,
        asserter,
    )
    if kind == "urge" and draft.act == "report":
        draft.act = "urge"
    draft.summary = " ".join(s.tree.text.split())
    date_claim(s, cue, state, draft, earlier)
    return draft


def _ill_joined(s: Sentence, noun: Word) -> bool:
    """ "Forty states back it, but the US has not ratified it": nouns that the parser joined across two clauses."""
    but = any(s.lexicon.has("but", one.lemma) for one in s.tree.children(noun, "cc"))
    return but and not any(
        s.lexicon.has("not", one.lemma) or s.lexicon.has("only", one.lemma) for one in s.tree.below(noun)
    )


def _usual(s: Sentence, cue: Cue, kind: str) -> bool:
    """Whether something is told in the present of no one in particular: "companies that sign the pledge pay less"."""
    word, subject = cue.word, subject_of(s, cue.word)
    bare = subject is not None and subject.tag == "NNS" and not s.tree.children(subject, "det", "nmod:poss", "nummod")
    present = word.tag in ("VBZ", "VBP") and not s.tree.children(word, "aux", "aux:pass")
    return present and bare and kind not in sort("lasting") and not any(s.dated(one) for one in s.tree.below(word))


def _within(one: Party, other: Party) -> bool:
    """Whether the words of a topic are a part of those of another."""
    spans = [(p.start, p.end) for p in (one, other)]
    if any(start is None or end is None for start, end in spans):
        return False
    return spans[1][0] <= spans[0][0] and spans[0][1] <= spans[1][1]  # type: ignore[operator]


def _is_aim(s: Sentence, cue: Cue) -> bool:
    """Whether what is asked for is only why somebody goes to court or on strike: 賠償を求めて提訴した."""
    above = s.tree.head(cue.word)
    if not s.tree.final or cue.kind != "urge" or above is None or not form_of(s.tree, cue.word).endswith("/link"):
        return False
    told = s.lexicon.verbs.get(above.lemma) or (own.kind if (own := cue_of(s, above)) is not None else "")
    return told in ("sue", "strike", "accuse")
