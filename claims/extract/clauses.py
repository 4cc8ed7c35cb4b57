"""The claims of a sentence: each cue with its state, its parts, its dates and the words that bear it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, cast

from claims.dates import FoundDate, dates_in
from claims.extract.arguments import is_passive, parties_in, slots, subject_of
from claims.extract.cues import Cue, cue_of, default_kind
from claims.extract.draft import Draft, Party
from claims.extract.factuality import TO_COME, State, Unread, form_of, state_of
from claims.extract.lexicon import Effect, frames
from claims.extract.naming import Sentence, clean
from claims.extract.tree import Word

_SOMEONE = ("participant", "signatory", "agent", "holder", "host", "partner")
#: kinds whose event noun is the event itself, and no thing that it is about: "held a meeting", "went on strike"
_EVENTS = (
    "meet",
    "visit",
    "discuss",
    "strike",
    "vote",
    "state",
    "concern",
    "attend",
    "elect",
    "acquire",
    "cooperate",
    "appoint",
    "resign",
    "withdraw",
    "open",
    "close",
    "sue",
    "pay",
)
#: kinds whose event is that of those who stand behind an "of": "the visit of A", AとBの会談
_OF_THOSE = ("meet", "visit", "sign", "discuss", "acquire", "cooperate", "strike")
#: kinds that tell nothing without the thing that it is done to
_OF_A_THING = ("postpone", "ratify", "vote", "terminate", "close", "open", "sign")
_LONGEST_TOPIC = 240
#: kinds of which the content is a clause: what is urged, voted, said
_CLAUSAL = ("urge", "vote", "accuse", "concern", "state", "discuss", "support")


def drafts_of(s: Sentence) -> tuple[list[Draft], list[str]]:
    """The drafts of a sentence, and why others were not made."""
    drafts: list[Draft] = []
    reasons: list[str] = []
    told: set[int] = set()
    undone: set[str] = set()
    denials: list[Word] = []
    for word in s.tree.words:
        if word.at in told or word.lemma in undone:
            continue
        cue = cue_of(s, word)
        if cue is None:
            if s.lexicon.heads.get(word.lemma, _NONE).name == "deny" and word.pos == "VERB" and _of_content(s, word):
                denials.append(word)
            continue
        try:
            draft = _draft(s, cue, drafts)
        except Unread as why:
            reasons.append(f"“{word.text}”: {why}")
            continue
        if cue.event is not None:
            told.add(cue.event.at)
        if s.tree.final and draft.polarity == "-" and draft.phase == "occurred":
            undone.add(word.lemma)
        drafts.append(draft)
        s.discourse.follow(draft)
    drafts += _denials(s, denials, drafts)
    return drafts, reasons


_NONE = Effect("")
#: phases of which a day without a year is the next of its name
_PLANNED = ("intended", "proposed", "scheduled", "expected", "agreed")


def _of_content(s: Sentence, word: Word) -> bool:
    """Whether a denial is one of something said or done, and no refusal of a thing."""
    charged = any(s.lexicon.has("charge", one.lemma) for one in s.tree.children(word, "obj", "nsubj:pass"))
    return charged or bool(s.tree.children(word, "ccomp", "xcomp", "advcl", "acl"))


def _denials(s: Sentence, denials: list[Word], drafts: list[Draft]) -> list[Draft]:
    """Denials of what is of no kind, or told of only by a word like "this": that somebody denied it is all that is told."""
    found: list[Draft] = []
    for word in denials:
        bounds = s.offset + word.start, s.offset + word.end
        if any(d.act == "deny" and d.span[0] <= bounds[0] and bounds[1] <= d.span[1] for d in drafts):
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
    state = _phased(s, state_of(s.tree, cue.word, s.lexicon), cue)
    if s.tree.final and cue.kind in ("meet", "visit", "attend", "discuss") and state.phase in ("agreed", "intended"):
        root = next((one for one in s.tree.words if one.relation == "root"), cue.word)
        if form_of(s.tree, cue.word).endswith("/link") and form_of(s.tree, root).endswith("/past"):
            state = replace(state, phase="occurred", top=cue.word, heads=())  # 会談し、...することで一致した
    top = state.top or cue.word
    for head in state.heads:
        own = cue_of(s, head) if head is not cue.word else None
        if own is not None and own.kind in _CLAUSAL and own.kind != "discuss":
            raise Unread(f"it is what “{head.text}” tells of")
    above = s.tree.head(cue.word)
    if _is_aim(s, cue) and above is not None:
        raise Unread(f"it is what “{above.text}” is for")
    found = _slots(s, cue, state)
    if s.tree.final:
        found += _shared(s, cue, found)
    s.speaker = s.parties(state.asserter) if state.asserter is not None else []
    parties = parties_in(s, cue.kind or "cooperate", found)
    if cue.phase == "agreed" and state.phase == "failed" and cue.kind == "cooperate":
        cue = replace(cue, kind="sign")
        parties = parties_in(s, "sign", found)
    kind = cue.kind or default_kind([p for p in parties if p.role in _SOMEONE])
    if not cue.kind and kind != "cooperate":
        parties = parties_in(s, kind, found)
    parties = _together(kind, state, parties, earlier)
    if kind not in ("sign",) and state.phase == "agreed" and sum(p.role == "agent" for p in parties) > 1:
        parties = [p.as_("participant") if p.role == "agent" else p for p in parties]
    parties += _content(s, cue, state, parties)
    asserter = _asserter(s, state)
    if (state.asserter is not None or (state.said and s.tree.final)) and asserter is None:
        raise Unread("it is not known who says so")
    s.discourse.speaker = asserter or s.discourse.speaker
    if cue.phase == "denied":
        _check("meet", parties)
    else:
        _check(kind, parties)
    start, end = _span(s, cue, top)
    if s.tree.final:  # the subject stands first and its predicate last: the words between are read with them
        starts = [p.start - s.offset for p in parties if p.start is not None and p.role in _SOMEONE]
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
    _date(s, cue, state, draft, earlier)
    return draft


def _is_aim(s: Sentence, cue: Cue) -> bool:
    """Whether what is asked for is only why somebody goes to court or on strike: 賠償を求めて提訴した."""
    above = s.tree.head(cue.word)
    return (
        s.tree.final
        and cue.kind == "urge"
        and above is not None
        and form_of(s.tree, cue.word).endswith("/link")
        and s.lexicon.verbs.get(above.lemma) in ("sue", "strike", "accuse")
    )


def _together(kind: str, state: State, parties: list[Party], earlier: list[Draft]) -> list[Party]:
    """ "A met B and agreed ...": what they agreed and talked of is B's, too."""
    if state.polarity == "-" or not (state.phase in ("agreed", "discussed") or kind in ("discuss", "sign")):
        return parties
    mine = [one for one in parties if one.role in _SOMEONE]
    who = {one.who for one in mine}
    for draft in reversed(earlier):
        met = {one.who: one for one in draft.parties if one.role == "participant"}
        if draft.kind == "meet" and draft.phase == "occurred" and draft.polarity == "+" and who and who < set(met):
            return [*parties, *(one.as_(mine[0].role) for name, one in met.items() if name not in who)]
    return parties


def _phased(s: Sentence, state: State, cue: Cue) -> State:
    """The state with what the cue's own verb makes of it: called off, come to nothing."""
    if cue.phase == "denied":
        return replace(state, act="deny")
    if cue.phase == "agreed":
        if state.polarity == "-":  # 決めていない is undecided, "did not agree" came to nothing
            return replace(state, phase="failed" if state.phase == "occurred" else "pending", polarity="+")
        return replace(state, phase="agreed") if state.phase == "occurred" else state
    if cue.phase:
        if state.polarity == "-" or state.phase in ("failed", "cancelled"):
            return replace(state, phase=cue.phase, certainty="U", polarity="+")
        certainty = (
            state.certainty
            if state.phase in ("occurred", "agreed")
            else max(state.certainty, "PR", key=("CT", "PR", "PS", "U").index)
        )
        return replace(state, phase=cue.phase, certainty=certainty)
    if (
        cue.kind == "sign"
        and cue.event is not None
        and state.polarity == "-"
        and state.phase == "occurred"
        and state.act != "deny"
    ):
        return replace(state, phase="failed", polarity="+")
    if cue.kind == "attend" and s.lexicon.has("absent", cue.word.lemma):
        return replace(state, polarity="-" if state.polarity == "+" else "+")
    return state


def _slots(s: Sentence, cue: Cue, state: State) -> list[tuple[str, Word]]:
    found = list(slots(s, cue.word))
    if not any(slot == "subject" for slot, _ in found):
        subject = subject_of(s, cue.word)
        passive = is_passive(s, cue.word)
        full = passive and any(slot == "object" for slot, _ in found)  # ...、後任にB氏が任命された
        if (
            subject is not None
            and subject.at not in {one.at for _, one in found}
            and subject is not cue.event
            and not full
        ):
            found.insert(0, ("object" if passive else "subject", subject))
    found = [
        (slot, one)
        for slot, one in found
        if slot != "object" or not s.lexicon.has("happen", f"{cue.word.lemma}_{one.lemma}")
    ]
    if cue.kind in ("open", "close") and not any(slot == "object" for slot, _ in found):
        found = [("object" if slot == "subject" else slot, one) for slot, one in found]  # "the border opened"
    if cue.phase == "agreed" and s.tree.final:  # 停戦に合意した
        found = [("about" if slot == "to" else slot, one) for slot, one in found]
    if s.lexicon.has("hosts", cue.word.lemma):
        found = [("host" if slot == "subject" else slot, one) for slot, one in found]
    for slot, noun in list(found):  # "signed a pact with Peru", where the parser hangs Peru on the pact
        if slot == "object" and cue.kind == "acquire" and s.lexicon.has("share", noun.lemma):
            whole = [one for inner, one in slots(s, noun) if inner in ("in", "of")]
            found = [one for one in found if one[1] is not noun or not whole] + [("object", one) for one in whole]
        elif slot == "object" and noun is not cue.event:
            found += [
                (inner, one)
                for inner, one in slots(s, noun)
                if inner in ("with", "between") or (inner == "in" and one.named == "place")
            ]
    if cue.kind == "acquire":
        bought = {one.at for slot, one in found if slot == "object"}
        found = [(slot, one) for slot, one in found if slot != "in" or one.at not in bought]
    event = cue.event
    if event is not None:
        found = [(slot, one) for slot, one in found if one is not event]
        inner = [(slot, one) for slot, one in slots(s, event) if slot not in ("object",)]
        found += [
            ("subject" if slot == "of" and cue.kind in _OF_THOSE and s.parties(one, described=False) else slot, one)
            for slot, one in inner
        ]
        if cue.kind == "visit":  # ペルー訪問
            found += [
                ("to", one)
                for one in s.tree.children(event, "compound")
                if one.named in ("place", "state") or s.hit(one)
            ]
        other = s.lexicon.nouns.get(event.lemma, cue.kind) != cue.kind and cue.phase == "failed"
        found.append(("event" if cue.kind in _EVENTS or other else "object", event))
    relative = s.tree.head(cue.word)
    if (
        cue.word.relation in ("acl", "acl:relcl")
        and relative is not None
        and not any(slot == "object" for slot, _ in found)
    ):
        wordless = not any(w.lemma in ("which", "that", "who", "whom") for w in s.tree.below(cue.word))
        bare = cue.word.relation == "acl:relcl" and wordless and not s.tree.children(cue.word, "obj")
        if all(one is not relative for _, one in found) and (
            bare or (cue.word.relation == "acl" and cue.word.tag == "VBN")
        ):
            found.append(("object", _thing_of(s, cue, relative)))
    # the first of joined predicates shares what stands before it; "A met B and agreed" shares B where that suits
    return found


def _thing_of(s: Sentence, cue: Cue, noun: Word) -> Word:
    """What a participle tells of: "an agreement on prices signed in 2019" is one on an agreement, wherever it hangs."""
    if cue.kind not in ("sign", "ratify", "terminate"):
        return noun
    for one in (noun, *s.tree.path(noun)):
        if one.pos != "NOUN" and one is not noun:
            break
        if one.lemma in s.lexicon.nouns or s.lexicon.has("instrument", one.lemma):
            return one
    return noun


def _shared(s: Sentence, cue: Cue, found: list[tuple[str, Word]]) -> list[tuple[str, Word]]:
    """What a clause before says once for both: 予算案を採決する予定だったが、延期した."""
    filled = {slot for slot, _ in found}
    shared: list[tuple[str, Word]] = []
    for clause in s.tree.children(cue.word, "advcl", "conj"):
        for one in s.tree.below(clause):
            if one.pos != "VERB" or one.at > cue.word.at:
                continue
            same = one.lemma == cue.word.lemma
            if not same and cue.kind not in _OF_A_THING:
                continue
            wanted = ("object", "with", "to", "in", "about") if same else ("object",)
            shared += [(slot, noun) for slot, noun in slots(s, one) if slot in wanted and slot not in filled]
    return shared


def _content(s: Sentence, cue: Cue, state: State, parties: list[Party]) -> list[Party]:
    """What was settled, asked for or said, in the text's own words."""
    tree = s.tree
    clause: Word | None = None
    if cue.phase == "denied" or (s.tree.final and cue.kind in _CLAUSAL):
        before = [one for one in tree.children(cue.word, "ccomp", "xcomp", "acl", "advcl") if one.relation != "advcl"]
        clause = next(iter(before), None)
        if clause is not None and s.tree.final:
            run = [one for one in tree.below(clause) if one.at <= clause.at]
            start, end = tree.span(run)
            name = clean(tree.text[start:end])
            more: list[Party] = []
            if cue.kind == "accuse" and not any(p.role == "affected" for p in parties):
                who = subject_of(s, clause)
                more = [p.as_("affected") for p in s.parties(who)] if who is not None else []
            start = tree.text.index(name, start)
            return [*more, Party(name, None, "topic", s.offset + start, s.offset + start + len(name), "topic")]
    elif cue.kind in _CLAUSAL:
        clause = next((one for one in tree.children(cue.word, "ccomp", "xcomp", "advcl") if one.at > cue.word.at), None)
        if clause is not None and clause.relation == "advcl" and cue.kind not in ("accuse", "urge"):
            clause = None
    elif (state.heads and state.phase in ("agreed", "proposed", "discussed")) or not cue.kind:
        clause = cue.word
    if clause is None:
        return []
    but = ("nsubj", "mark", "aux") if clause is cue.word else ()
    words = [one for one in _alone(s, clause, but) if one.at >= clause.at]
    if clause is not cue.word:  # "how to carry it out" keeps its first words
        words = _alone(s, clause, but)
        while len(words) > 1 and words[0].text.lower() in ("that", "to", "of", "for", ","):
            words.pop(0)
    run = list(words)
    for at, one in enumerate(run[1:], 1):
        if any(
            tree.words[k].relation == "conj" and tree.words[k].head == clause.at
            for k in range(run[at - 1].at + 1, one.at)
        ):
            run = run[:at]
            break
    while len(run) > 1 and (s.dated(run[-1]) or run[-1].relation in ("case", "punct")):
        run.pop()
    start, end = tree.span(run)
    name = clean(tree.text[start:end])
    if not 3 < len(name) <= _LONGEST_TOPIC or (clause is cue.word and len(run) < 2):
        return []
    start = tree.text.index(name, start)
    topic = Party(name, None, "topic", s.offset + start, s.offset + start + len(name), "topic")
    return [topic] if all(p.name != name for p in parties) else []


def _alone(s: Sentence, clause: Word, but: tuple[str, ...]) -> list[Word]:
    """A clause without those that are joined to it, and with all that is joined within it."""
    tree = s.tree
    joined = [
        one
        for word in tree.below(clause, but=but)
        for one in tree.children(word, "conj", "cc")
        if word is clause or (one.relation == "conj" and one.pos in ("VERB", "AUX"))
    ]
    without = {one.at for branch in joined for one in tree.below(branch)}
    return [one for one in tree.below(clause, but=but) if one.at not in without]


def _asserter(s: Sentence, state: State) -> str | None:
    if state.asserter is None:
        return _according(s) or (s.discourse.speaker if state.said and s.tree.final else None)
    people = s.parties(state.asserter, described=False)
    if people:
        return people[0].who if people[0].start is None else people[0].name
    start, end = s.phrase(state.asserter)
    name = s.tree.text[start:end]
    return name if len(name) <= 120 else None


def _according(s: Sentence) -> str | None:
    for word in s.tree.words:
        if s.lexicon.slots.get(word.case) == "according":
            people = s.party(word, described=False) or [
                p for one in s.tree.below(word) if one.relation == "appos" for p in s.party(one, described=False)
            ]
            start, end = s.phrase(word)
            return people[-1].name if people else s.tree.text[start:end]
    return None


def _check(kind: str, parties: list[Party]) -> None:
    """Raises Unread where a claim of a kind lacks what it cannot do without."""
    roles = {one.role for one in parties}
    someone = {one.who for one in parties if one.role in _SOMEONE}
    for need in frames().get(kind, {}).get("needs", ["party"]):
        options = need.split("|")
        if ("party" in options and someone) or ("two" in options and len(someone) > 1) or roles & set(options):
            continue
        raise Unread(
            "nobody is named"
            if "party" in options
            else f"it has no {' or '.join(o for o in options if o not in ('party', 'two'))}"
        )


def _span(s: Sentence, cue: Cue, top: Word) -> tuple[int, int]:
    """The words that bear a claim: from its subject to the end of its clause, without clauses that are joined to it."""
    keep = {cue.word.at, *(one.at for one in s.tree.path(cue.word))}
    words: list[Word] = []
    todo = [top]
    while todo:
        one = todo.pop()
        words.append(one)
        for child in s.tree.children(one):
            if (
                child.relation in ("conj", "cc", "parataxis")
                and child.at not in keep
                and one.pos in ("VERB", "AUX", "ADJ")
            ):
                continue
            todo.append(child)
    words.sort(key=lambda one: one.at)
    start, end = s.tree.span(words)
    ending = s.lexicon.patterns.get("ending")
    more = ending.match(s.tree.text, end) if ending else None
    return start, more.end() if more else end


def _date(s: Sentence, cue: Cue, state: State, draft: Draft, earlier: list[Draft]) -> None:
    own = _dates_of(s, [cue.word, *([cue.event] if cue.event else [])], state)
    outer = [one for one in _dates_of(s, list(state.heads), state) if one not in own]
    ahead = draft.phase in ("agreed", "proposed", "pending") or draft.kind in ("postpone", "urge")
    date: FoundDate | None = None
    if outer and own and draft.phase in TO_COME:
        date = outer[0]
        draft.due, draft.due_text = own[0].edtf, own[0].text
    elif own or outer:
        date = _to_come(s, own[0], state, draft) if own else outer[0]
        if date is not None and ahead and s.discourse.lies_ahead(date.edtf):
            draft.due, draft.due_text = date.edtf, date.text
            date = None
    if date is not None:
        date = _of_its_own_year(s, date, (*own, *outer))
        draft.date, draft.date_text, draft.basis = date.edtf, date.text, date.basis
        if draft.phase in ("occurred", "failed", "discussed") and s.discourse.lies_ahead(date.edtf):
            form = form_of(s.tree, cue.word)
            if date.basis == "stated" or form.endswith(("pres", "nonpast", "link")):
                if form.endswith("link"):  # 来月訪問し、会談する方向で調整している
                    draft.certainty = max(draft.certainty, "PR", key=("CT", "PR", "PS", "U").index)
                draft.phase = "scheduled" if draft.phase == "occurred" and draft.polarity == "+" else draft.phase
            elif date.basis == "relative":
                raise Unread("its day lies ahead, and its verb is of what is past")
            else:  # another clause of the sentence speaks of what is to come, this one of what is past
                draft.date = _before(date)
    if draft.date is None and not (draft.due and draft.phase not in ("agreed", "proposed")):
        joined = s.tree.head(cue.word) if cue.word.relation == "conj" else None
        same = [
            d
            for d in earlier
            if d.date
            and joined is not None
            and draft.phase in ("occurred", "agreed", "discussed", "failed")
            and d.phase in ("occurred", "discussed", "agreed")
        ]
        if same:
            draft.date, draft.basis = same[-1].date, "inherited"
        else:
            s.discourse.dated(draft)


def _to_come(s: Sentence, date: FoundDate, state: State, draft: Draft) -> FoundDate | None:
    """The day of what is planned as the next of its name; None where it is that of the saying: 7日、買収すると発表した."""
    if draft.phase not in _PLANNED or draft.certainty == "U" or (draft.phase == "agreed" and not state.heads):
        return date
    later = s.discourse.ahead(date)
    return None if later is not date and s.tree.final and state.said else later


def _of_its_own_year(s: Sentence, date: FoundDate, clause: tuple[FoundDate, ...]) -> FoundDate:
    """A date completed anew where a date of another clause had lent it its year: 2019年に開いた工場を3月に閉鎖した."""
    if date.basis != "completed" or not any(one.basis == "stated" and one not in clause for one in s.dates):
        return date
    alone = dates_in(date.text, cast(Any, s.lexicon.code), s.discourse.anchor())
    return replace(date, edtf=alone[0].edtf) if len(alone) == 1 and s.lexicon.code in ("en", "ja", "ko") else date


def _before(date: FoundDate) -> str | None:
    """The day of that name before the one that was found: a year earlier, or a week for a weekday."""
    if len(date.edtf) == 10 and not any(letter.isdigit() for letter in date.text):
        return (datetime.date.fromisoformat(date.edtf) - datetime.timedelta(days=7)).isoformat()
    if date.edtf[:4].isdigit() and "/" not in date.edtf:
        return f"{int(date.edtf[:4]) - 1:04}{date.edtf[4:]}"
    return None


def _of_saying(s: Sentence, first: Word, words: list[Word]) -> bool:
    """Whether a date stands behind the verb of saying and before what is said: "it said on Tuesday its envoy would go"."""
    before = s.tree.words[first.at - 1] if first.at else first
    if before.relation == "case" and before.at:
        before = s.tree.words[before.at - 1]
    effect = s.lexicon.heads.get(before.lemma)
    says = effect is not None and effect.asserter and before.pos == "VERB" and not s.tree.final
    return says and before not in words and any(before in s.tree.path(one) for one in words)


def _dates_of(s: Sentence, words: list[Word], state: State) -> list[FoundDate]:
    """The dates that hang on these words, the nearest predicate above each deciding whose it is."""
    found = []
    for date in s.dates:
        inside = [one for one in s.tree.words if date.start <= one.start < date.end]
        if not inside:
            continue
        head = min(inside, key=lambda one: sum(1 for _ in s.tree.path(one)))
        if _of_saying(s, inside[0], words):
            continue
        if s.lexicon.slots.get(head.case) in ("after", "before") and not date.edtf.startswith("../"):
            continue
        if date.edtf.endswith("/..") and len(s.dates) > 1:
            continue
        for one in s.tree.path(head):
            if one in words:
                found.append(date)
                break
            if one.tag == "VBG" and not s.tree.children(one, "nsubj", "aux") and len(s.dates) == 1:
                continue  # "signed an agreement on strengthening trade on 28 March"
            if one.pos in ("VERB", "AUX") or one.relation.startswith(("acl", "advcl", "ccomp")):
                break
            if head.case in ("of", "from", "since") and one.pos in ("NOUN", "PROPN"):
                break
    return found
