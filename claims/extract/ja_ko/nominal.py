"""Claims that a Japanese or Korean sentence makes beside its verbs."""

from __future__ import annotations

import re

from claims.dates import FoundDate
from claims.extract.ja_ko.arguments import topics_in
from claims.extract.ja_ko.scopes import head_of
from claims.extract.ja_ko.sentence import Predicate, Sentence
from claims.extract.ja_ko.states import states_of
from claims.extract.mentions import Draft

#: 6月の会合: the day of what is spoken of
_OF_WHAT = re.compile("の(?!(?:定例|閣議後)?の?(?:記者)?(?:会見|講演|演説|国会|閣議|委員会|本会議|声明|談話))")
#: by when a promised thing is to be done is no day on which it was said
_UNTIL = re.compile(r"\s?(?:まで|까지)")
_MAYBE = re.compile(
    "の(?:開催|実施|実現|可能性|日程|時期|調整|準備|見通し|延期|中止)|의? ?(?:개최|일정|가능성|시기|준비|연기)"
)


def tell_statement(s: Sentence, before: int) -> None:
    """A statement that says something has been made."""
    made = next((m for m in s.mentions if m.kind == "instrument" and s.text[m.start : m.end] == s.asserter), None)
    if made is None or any(d.kind == "state" for d in s.reader.drafts[before:]):
        return
    if not re.search("声明|宣言|성명|선언|文書", s.asserter or "") or (s.asserter or "") in s.reader.told:
        return
    s.reader.told.add(s.asserter or "")
    parties = s.reader.parties(made, s.text, s.offset)
    for one in parties:
        one.role = "instrument"
    s.reader.add(Draft("state", "occurred", [(s.offset, s.offset + s.stop)], parties), None)


def named_in_passing(s: Sentence, before: int) -> None:
    """Summits that a sentence about something else names: 日米韓首脳会合の成果."""
    told = {p.start for d in s.reader.drafts[before:] if d.kind in ("meet", "attend") for p in d.parties}
    if re.search("次回|予定|見通し|可能性|예정|차기", s.text):
        return
    for m in s.mentions:
        if m.kind not in ("framework", "series") or m.tie != "of" or s.offset + m.start in told:
            continue
        name = s.text[m.start : m.end]
        if _MAYBE.match(s.text, m.end):
            continue  # whether or when it is held
        if not re.search("(?:首脳会合|首脳会談|サミット|会合|会談|정상회의|회담)(?:[((].*)?$", name):
            continue
        parties = s.reader.parties(m, s.text, s.offset)
        for one in parties:
            one.role = "framework"
        states = states_of(s, parties)
        if not states:
            continue
        day = next((d for d in s.days if 0 <= m.start - d.end <= 2), None)
        draft = Draft(
            "meet",
            "occurred",
            [(s.offset + (day.start if day else m.start), s.offset + m.end)],
            [*states, *parties],
        )
        draft.inherits = False
        s.reader.add(draft, day, main=False)


def saying(s: Sentence, span: tuple[int, int], day: FoundDate | None = None) -> None:
    speaker = next((m for m in s.mentions if s.text[m.start : m.end] == s.asserter), None)
    if speaker is None or speaker.reference:
        return
    parties = s.reader.parties(speaker, s.text, s.offset)
    for one in parties:
        one.role = "instrument" if one.kind == "instrument" else "agent"
    if day is None:
        parties += topics_in(s, (0, span[0]), "state")
    start = span[0] if day else 0
    act = "announce" if s.act == "announce" else "report"
    draft = Draft("state", "occurred", [(s.offset + start, s.offset + s.stop)], parties, act=act, confidence=0.4)
    s.reader.add(draft, day or next((d for d in s.days if d.start <= 12 and _is_of_saying(s, d)), None))


def _is_of_saying(s: Sentence, day: FoundDate) -> bool:
    return not (day.edtf.startswith("../") or _UNTIL.match(s.text, day.end) or _OF_WHAT.match(s.text, day.end))


def failed_thing(s: Sentence, one: Predicate) -> None:
    head = head_of(s, one)
    if head is None or not head.means:
        return
    thing = s.reader.parties(head, s.text, s.offset)
    owner = next(
        (m for m in reversed(s.mentions) if m.is_party and m.tie == "of" and one.start - 14 < m.outer_end <= one.start),
        None,
    )
    parties = s.reader.parties(owner, s.text, s.offset) if owner else []
    for party in parties:
        party.role = "agent"
    for party in thing:
        party.role = "instrument" if head.kind == "instrument" else "framework"
    start = owner.outer_start if owner else one.start
    draft = Draft("develop", "failed", [(s.offset + start, s.offset + head.end)], [*parties, *thing], act="assess")
    draft.inherits = False
    draft.date, draft.basis = s.reader.published, "published" if s.reader.published else None
    s.reader.add(draft, None, main=False)
