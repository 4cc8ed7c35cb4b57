"""Lists of those present, and what stray full stops made of a sentence."""

from __future__ import annotations

import re

from claims.extract.discourse import SUBJECT
from claims.extract.ja_ko.arguments import topics_in
from claims.extract.ja_ko.scopes import day_of, verb_end
from claims.extract.ja_ko.sentence import Predicate, Sentence
from claims.extract.mentions import Draft, Party


def tell_sides(s: Sentence, one: Predicate, left: int, phase: str) -> bool:
    """From Japan A and B, from the United States C: one claim for each side; False where the sentence has no sides."""
    sides = [
        m for m in s.mentions if m.kind in ("state", "organisation") and m.tie == "from" and left <= m.start < one.start
    ]
    if len(sides) < 2:
        return False
    day = day_of(s, one, left, False)
    ends = [*(m.outer_start for m in sides[1:]), one.start]
    everyone: list[Party] = []
    for side, end in zip(sides, ends, strict=True):
        people = [m for m in s.mentions if m.kind == "person" and side.end <= m.start < end]
        if not people:
            continue
        parties = [p for m in people for p in s.reader.parties(m, s.text, s.offset)]
        everyone += parties
        for party in parties:
            party.role = "participant"
        for party in s.reader.parties(side, s.text, s.offset):
            party.role = "organisation"
            parties.append(party)
        span = (s.offset + side.outer_start, s.offset + min(verb_end(s, one), s.stop))
        s.reader.add(Draft("attend", phase, [span], parties, asserter=s.asserter), day)
    whole = Draft("attend", phase, [(s.offset + left, s.offset + verb_end(s, one))], everyone)
    fill_meeting(s, whole)
    return True


def fill_meeting(s: Sentence, draft: Draft) -> None:
    """The meeting that an attendance list fills: its claim gets the names and the words."""
    frame = s.reader.current
    if draft.kind != "attend" or frame is None or frame.claim is None:
        return
    opened = s.reader.drafts[frame.claim]
    people = [p for p in draft.parties if p.role == "participant" and p.kind == "person"]
    if opened is draft or opened.kind != "meet" or any(p.kind == "person" for p in opened.parties) or len(people) < 2:
        return
    opened.parties = [Party(p.name, p.known, p.kind, p.start, p.end, "participant") for p in people] + [
        p for p in opened.parties if p.role != "participant"
    ]
    opened.spans = [*opened.spans, *draft.spans]


def tell_verbless(s: Sentence) -> None:
    """A garbled sentence that lost its verb: parties, a date and an agreement tell of a signing."""
    instrument = next(
        (
            m
            for m in s.mentions
            if m.kind == "instrument" and re.search("協定|条約|覚書|협정|조약|각서", s.text[m.start : m.end])
        ),
        None,
    )
    parties = [p for m in s.mentions if m.is_party and not m.reference for p in s.reader.parties(m, s.text, s.offset)]
    if instrument is None or len(parties) < 2 or not s.days or re.search("予定|예정|だ。|です", s.text):
        return
    for party in parties:
        party.role = "signatory"
    signed = s.reader.parties(instrument, s.text, s.offset)
    for party in signed:
        party.role = "instrument"
    draft = Draft(
        "sign",
        "occurred",
        [(s.offset, s.offset + s.stop)],
        [*parties, *signed, *topics_in(s, (0, s.stop), "sign")],
        confidence=0.4,
    )
    s.reader.add(draft, s.days[0])


def take_fragment(s: Sentence, one: Predicate, kind: str, parties: list[Party]) -> int:
    """Names that a stray full stop cut off behind the verb; gives where they end."""
    match = re.compile(r"[ぁ-ん]{0,8}[。.]\s*(?=\S)").match(s.text, one.end)
    if (
        not match
        or re.search(r"[ぁ-ん][。.]", s.text[match.end() : s.stop + 1].rstrip("で。")[:-1])
        or kind not in ("meet", "attend", "discuss", "sign", "cooperate")
    ):
        return 0
    end = 0
    for m in s.mentions:
        if m.start < match.end():
            continue
        role = {"place": "place", "framework": "framework", "series": "framework", "instrument": "instrument"}.get(
            m.kind, ""
        )
        role = role or (SUBJECT.get(kind, "agent") if m.is_party and not m.reference else "")
        if not role:
            continue
        for party in s.reader.parties(m, s.text, s.offset):
            party.role = role
            parties.append(party)
        if (
            m.kind == "person"
            and m.office is None
            and (title := re.search(r"[一-鿿]{2,12}(?:長官|大臣|相)(?=と[一-鿿]+し)", s.text[: match.start() + 4]))
        ):
            m.office = title.span()
        end = m.end
    return end
