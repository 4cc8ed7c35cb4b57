"""The offline extractor for English: cues from left to right, each with the names around it."""

from __future__ import annotations

import re

from claims.dates import FoundDate, dates_in
from claims.extract.common_claims import included, offices, ranks
from claims.extract.cues import Stance, cues
from claims.extract.discourse import SUBJECT, Discourse
from claims.extract.en.arguments import in_topic, objects, subject_of, topics_in
from claims.extract.en.clauses import SUBORDINATE, asserted, chunks_of, cut_at, govern, predicates_in
from claims.extract.en.kinds import kind_of
from claims.extract.en.mentions import mentions as mentions_in
from claims.extract.en.nominal import length_of, named_in_passing, said_itself
from claims.extract.en.sentence import Predicate, Sentence
from claims.extract.mentions import Draft, Party, unique

#: words without which an English sentence has no date
_DATED = re.compile(
    r"(?i)\d|day\b|month|year|week|tomorrow|\b(?:ago|earlier|later)\b|\b(?:jan|feb|mar|apr|may|june|july"
    r"|aug|sep|oct|nov|dec)|spring|summer|autumn|fall\b|winter"
)


#: what a cut leaves at the end of a claim's words
_TRAILING = re.compile(r"(?:[ ,;]|(?:[ ,;]|^)(?:and|but|the|an?|its))*$")
_POSTPONED = re.compile(r"postpone|put off|push(?:ed)? back|shelve|on hold|delayed")
_HEAD = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Nn]o|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:[\w-]+\s){0,3}?)?"
    r"(?:[Vv]isits?|[Tt]rip|[Tt]our|[Mm]eeting|[Ss]ummit|[Tt]alks|[Nn]egotiations|[Ss]igning|[Cc]eremony|[Aa]greement|[Pp]lans?)\b"
)


def tell_complements(
    s: Sentence, one: Predicate, found: list[Predicate], at: int, chunks: list[tuple[int, int]]
) -> None:
    assert one.stance
    if one.stance.act == "deny" and re.search(r"claim|accusation|allegation", s.text[one.start : one.end]):
        return  # what others claim, they tell
    if one.stance.phase in ("failed", "cancelled", "pending") and not chunks:
        chunks = [(one.start, one.end)]
    for start, end in chunks or [(one.end, one.end)]:
        kind = kind_of(s, start, end, one)
        if kind:
            tell(s, one, end, kind, one.stance.phase, one.stance, begin=start)


def tell(
    s: Sentence, one: Predicate, end: int, kind: str, phase: str, stance: Stance | None, begin: int | None = None
) -> None:
    text, reader = s.text, s.reader
    begin = one.end if begin is None else begin
    polarity, certainty, act = "+", "CT", s.act
    if stance:
        polarity, certainty = stance.polarity, stance.certainty
        act = stance.act if stance.act != "report" else s.act
        if phase == "scheduled" and not s.days and not re.match(r"\s*not\b", text[one.end :]):
            phase, act = "expected", "predict"
    if one.denied:
        polarity, act = "-", "deny"
    negation = cues("en").other["negation"]
    if (
        re.search(negation["before"], text[: one.start])
        or re.search(negation["own"], text[one.start : one.end])
        or re.match(r"\s*(?:not|no)\b", text[one.end :])
        or (act == "urge" and re.search(r"\bnot to\b", text[one.end : end]))
    ):
        polarity = "-"
    if re.search(r"\b(?:likely|probably|reportedly)\s$", text[: one.start]):
        certainty = "PR"
    if re.match(r"(?:entered|came|come|enters|took effect)", text[one.start : one.end], re.I) and kind == "sign":
        phase = "implemented"
    asserter = s.asserter
    if act == "deny" and asserter is None:
        denials = [
            p for p in s.predicates if p.stance and p.stance.act == "deny" and p.start <= one.start and p.subject
        ]
        asserter = denials[-1].subject[0].name if denials else None
    parties = [Party(p.name, p.known, p.kind, p.start, p.end) for p in one.subject]
    met = reader.current.people if reader.current and phase == "failed" and not s.days else []
    if not parties and met:  # "No agreement was reached": by those who met
        parties = [Party(p.name, p.known, p.kind) for p in met]
    role = SUBJECT.get(kind, "agent")
    if kind == "visit" and phase == "proposed":
        role = "agent"  # who invites is not who comes
    if kind in ("develop", "support", "join") and len(parties) > 1:
        role = "participant"
    if kind == "harm" and re.search(r"\bbeen\b", text[one.start : one.end]):
        role = "affected"
    for party in parties:
        party.role = role
    if s.said and begin < s.said[0] < end:
        end = s.said[0]  # "X opposes it and Y said ...": Y is no object
    parties += objects(s, one, begin, end, kind, stance)
    parties += topics_in(s, begin, end, kind)
    if (
        kind == "attend"
        and sum(p.role == "participant" for p in parties) > 1
        and re.search(r"\bwith\b", text[one.end : end])
    ):
        kind = "meet"
    parties = [p for p in unique(parties) if p.role != "framework" or not in_topic(p, parties)]
    day = day_of(s, one, begin, end)
    if not parties and (not day or phase in ("failed", "cancelled", "pending")):
        return
    to_day = day and re.search(r"\b(?:until|to|till|for)\s(?:the\s)?", text[one.end : day.start + 6])
    if phase == "cancelled" and to_day and _POSTPONED.search(text, one.start, one.end):
        phase = "pending"  # put off to another day: that is when it is due
    start = clause_start(s, one)
    stop = min(end, length_of(s))
    span = (s.offset + start, s.offset + len(_TRAILING.sub("", text[:stop])))
    if span[1] <= span[0]:
        return
    draft = Draft(kind, phase, [span], parties, polarity, certainty, act, asserter, stance=text[one.start : one.end])
    inner = re.match(r"(?:meeting|summit|talks) (?:that|which)", text[one.start : one.end])
    main = not inner and not re.search(
        r"\b(?:after|before|when|since|which|who|had)\s(?:[\w.]+\s){0,5}$", text[: one.start]
    )
    s.reader.together(draft, s.offset)
    s.reader.add(draft, day, main=main)
    s.reader.present(draft)
    if one.subject and main:
        reader.follow(one.subject)


def clause_start(s: Sentence, one: Predicate) -> int:
    own = [
        p.start - s.offset for p in one.subject if p.start is not None and s.offset <= p.start < s.offset + one.start
    ]
    outer = [m.outer_start for m in s.mentions if m.start in own]
    if one.stance and one.stance.phase in ("cancelled", "failed", "pending"):
        # "The visit of X to Y was called off" begins with the visit
        outer += [m.start() for m in _HEAD.finditer(s.text, 0, one.start)][:1]
    if not outer:
        events = ("framework", "series", "instrument")
        outer = [m.start for m in s.mentions if m.kind in events and m.tie == "" and 0 < one.start - m.end < 25][-1:]
    return min([*outer, one.start]) if outer else (0 if one.start < 40 else one.start)


def day_of(s: Sentence, one: Predicate, begin: int, end: int) -> FoundDate | None:
    def own(day: FoundDate) -> bool:
        if day.edtf.endswith("/..") and len(s.days) > 1:
            return False  # "the first meeting since 2019"
        nested = (
            r"\b(?:(?:summit|meeting|agreement|treaty|talks|visit)\sof"
            r"|(?:established|founded|launched|signed|since|held)(?:\s(?:in|on|at)(?:\s[A-Z]\w+)?)?)\s$"
        )
        return one.end > day.start - 22 or not re.search(nested, s.text[: day.start])

    inside = [d for d in s.days if one.start <= d.start < max(end, begin) and own(d)]
    if one.stance and one.stance.phase == "cancelled":  # "called off the trip after talks were suspended until 2028"
        cut = re.compile(r"\b(?:after|because|since|when|as)\b").search(s.text, one.end)
        inside = [d for d in s.days if one.start <= d.start < (cut.start() if cut else len(s.text)) and own(d)]
        if not inside and cut:
            return None
    if inside:
        return next((d for d in inside if d.start >= one.end), inside[0])
    before = [d for d in s.days if d.start < one.start and own(d)]
    if s.said:
        before = [d for d in before if not s.said[1] <= d.start <= s.said[1] + 6] or []
    if before and not SUBORDINATE.search(s.text, before[-1].end, one.start):
        return before[-1]
    later = [d for d in s.days if d.start >= end and own(d) and not d.edtf.startswith("../")]
    return (
        later[0]
        if later
        and not s.said
        and len(s.days) == 1
        and not re.search(r"\b(?:which|who|that|where|after|before|while|said|says)\b", s.text[end : later[0].start])
        else None
    )


def read_sentence(s: Sentence) -> None:
    found = s.predicates = predicates_in(s)
    if included(s.reader, s.text, s.offset, s.mentions):
        found = []
    before = len(s.reader.drafts)
    main_day: FoundDate | None = None
    for at, one in enumerate(found):
        follows = next((p.start for p in found[at + 1 :] if p.finite or p.stance), len(s.text))
        earlier = [p for p in found[:at] if p.stance or (p.finite and not p.governed) or p.governed]
        one.subject = subject_of(s, one, earlier[-1] if earlier else None)
        govern(s, one, found, at)
        follows_denied = at + 1 < len(found) and one.stance is not None and one.stance.act == "deny"
        if follows_denied and found[at + 1].stance and not SUBORDINATE.search(s.text, one.end, found[at + 1].start):
            continue  # what is denied is told by the stance behind
        if one.stance and not one.base:
            continue_to = next((p for p in found[at + 1 :] if p.governed is one.stance and p.governor == at), None)
            chunks = chunks_of(s, one, found, at)
            if continue_to is None or len(chunks) > 1:
                tell_complements(s, one, found, at, chunks)
            continue
        if one.governed:
            continue
        if one.finite:
            follows = cut_at(s, one.end, follows)
            tell(s, one, follows, one.base.kind if one.base else "", "occurred", None)
    if len(s.reader.drafts) > before:
        main_day = next((d for d in s.days), None)
    said_itself(s)
    named_in_passing(s, found)
    ranks(s.reader, s.text, s.offset, s.mentions, s.days, s.asserter)
    offices(
        s.reader,
        s.text,
        s.offset,
        s.mentions,
        main_day or (s.days[0] if len(s.days) == 1 else None),
        s.asserter,
    )


def read(reader: Discourse, text: str, offset: int) -> None:
    """Add the claims of one English sentence to what `reader` holds. `offset`: where the sentence stands in the document."""
    hits = reader.hits(text)
    mentions = mentions_in(text, hits, reader.names)
    reader.introduce(mentions, text)
    reader.speak_of(mentions, text)
    days = dates_in(text, "en", reader.anchor()) if _DATED.search(text) else []
    sentence = Sentence(reader, text, offset, mentions, days)
    sentence.asserter, sentence.act, sentence.said = asserted(sentence)
    read_sentence(sentence)
