"""Where in a Japanese or Korean sentence a claim begins and ends, and which of its dates is its own."""

from __future__ import annotations

import re

from claims.dates import FoundDate
from claims.extract.common_claims import is_earlier
from claims.extract.ja_ko.sentence import Predicate, Sentence
from claims.extract.mentions import Mention

_FROM = re.compile(r"\s?(?:から|부터)")  # from when something is to run is no day of a signing
_CONTENT = re.compile("(?:こと|旨|との|것)[にをもがはの을]")
_VERB_BETWEEN = re.compile(
    r"(?:[しりいきみちえてっ]|た(?:が|のち|後))、[^、]{0,6}$|(?:했|었|았)(?:고|으며|으나|지만),?\s"
)


def day_of(s: Sentence, one: Predicate, left: int, attributive: bool, kind: str = "") -> FoundDate | None:
    inside = [d for d in s.days if left <= d.start and d.end <= one.end and not is_earlier(s.text, d)]
    if kind in ("meet", "attend", "sign", "visit"):
        inside = [d for d in inside if not d.edtf.endswith("/..") and not _FROM.match(s.text, d.end)]
    if kind in ("discuss", "state", "concern", "support", "assess"):  # of what is said to be, the day is another
        inside = [d for d in inside if not _CONTENT.search(s.text, d.end, one.start + 1)]
    if attributive:
        return inside[-1] if inside else None
    if s.reported and s.asserter:
        inside = [d for d in inside if not said_on(s, d)]
    if inside:
        own = inside[0]
        for day in inside[1:]:  # behind another verb, another day
            if _VERB_BETWEEN.search(s.text[own.end : day.start]):
                own = day
        return own
    for day in reversed([d for d in s.days if d.end <= left]):
        cut = s.text[day.end : one.start]
        if day.start <= 12 and not re.search(r"た(?:後|[一-鿿])|린\s", cut[:40]):
            return day
    return None


def said_on(s: Sentence, day: FoundDate) -> bool:
    """Whether the date is that of the saying: it stands right before or in the words of saying, or, where another
    date follows, right behind the one who says it."""
    if s.reported is None:
        return False
    if -16 < s.reported[0] - day.end <= 2:
        return True
    speaker = next((m for m in s.mentions if s.text[m.start : m.end] == s.asserter), None)
    return (
        speaker is not None
        and len(s.days) > 1
        and day is s.days[0]
        and 0 < day.start - speaker.outer_end <= 3
        and s.days[1].end < s.reported[0]
    )


def head_of(s: Sentence, one: Predicate) -> Mention | None:
    return next(
        (m for m in s.mentions if m.kind in ("framework", "series", "instrument") and 0 <= m.start - one.end <= 14),
        None,
    )


def start_of(s: Sentence, one: Predicate, left: int, attributive: bool, day: FoundDate | None) -> int:
    if attributive:
        comma = s.text.rfind("、", left, one.start)
        return day.start if day and day.start >= left else max(left, comma + 1, one.start - 30)
    start = left
    lead = re.compile(r"[ぁ-ん]{0,3}[、,]\s?|[しては、。,\s]*").match(s.text, start)
    start = lead.end() if lead and left else start
    return min(start, one.start)


def verb_end(s: Sentence, one: Predicate) -> int:
    match = re.compile(r"[ぁ-んー]{1,14}|(?:[가-힣]{0,3}지)?\s(?:않|못)[가-힣]{1,4}|[가-힣]{0,4}?(?:다|며|고)").match(
        s.text, one.end
    )
    return match.end() if match else one.end
