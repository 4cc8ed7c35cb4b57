"""Dates in sentences: which days "26日", "last January" or "전날" mean, and how that was found out."""

from __future__ import annotations

import calendar
import itertools
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from claims.dates.patterns import (
    COUNTS,
    FUTURE,
    LASTING,
    PATTERNS,
    RANGE,
    RANGE_END,
    SHIFTS,
    UNDONE,
)
from claims.dates.resolving import Anchor, Basis, Parts, Reader
from claims.dates.weekdays import weekday_ahead

__all__ = ["Anchor", "FoundDate", "dates_in"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a sentence: `text` is `sentence[start:end]`, `edtf` what it means.

    `basis` is "stated" where the sentence gives the date whole, "completed" where a part comes from the anchor (8
    July, Wednesday), "relative" where it counts from another date (a day earlier, last January).
    """

    start: int
    end: int
    text: str
    edtf: str
    basis: Basis


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    parts: Parts
    edtf: str = ""
    basis: Basis = "stated"


def dates_in(sentence: str, language: Literal["ja", "en", "ko"], anchor: Anchor) -> list[FoundDate]:
    """The dates of one sentence in order, each resolved to EDTF; what cannot be resolved is left out, not guessed.

    Offsets are code points into `sentence` as given; full-width digits are read as plain ones. A month, day or
    weekday without a year is the nearest one up to the anchor, or, in a sentence that speaks of what is to come, the
    nearest of all; a weekday given beside a date chooses the year. "The day before" counts from another day of the
    sentence, else from `anchor.previous`; "yesterday" from the day of publication.

    Inexact words become ranges: early in a year is January to April, late September to December, its end November and
    December; 上旬, 中旬, 下旬 are thirds of a month; a season is EDTF 21-24; "earlier this year" runs to the day of
    publication; 以降 and since are open intervals. 今年初めて ("for the first time this year") gives no date.
    """
    text, origin = _folded(sentence)
    found: list[_Found] = []
    for pattern in PATTERNS[language]:
        for match in pattern.finditer(text):
            start, end = match.span()
            while end > start and text[end - 1] in " の":
                end -= 1
            if all(end <= other.start or start >= other.end for other in found):
                found.append(_Found(start, end, _parts(match)))
    found.sort(key=lambda one: one.start)
    undone = UNDONE[language].search(text) is not None
    future = undone or FUTURE[language].search(text.rstrip()) is not None
    over = language == "ja" and not undone and re.search(r"(?<!となっ)た。?\s*$", text) is not None
    reader = Reader(anchor, future)
    reader.overtaken = language == "en" and undone
    reader.nearest = language == "ko"
    reader.months_lend = language == "en"  # 9月に起きた事故で、A社は15日に提訴した
    for counted in (False, True):  # dates first, then what counts from them
        for at, one in enumerate(found):
            if _counts_from_context(one.parts) is counted:
                reader.future = future and not (over and text[one.end : one.end + 1] == "、")  # 30日、...で一致した
                reader.weekday_ahead = language == "en" and not undone and weekday_ahead(text, one.start, one.end)
                before = [other.edtf for other in found[:at] if other.edtf]
                after = [other.edtf for other in found[at + 1 :] if other.edtf]
                one.edtf, one.basis = reader.resolve(one.parts, before, after)
    kept = _joined(_once([one for one in found if one.edtf], text), text, language)
    for one in kept:
        _last(one, text, language)
    return [
        FoundDate(
            origin[one.start],
            origin[one.end - 1] + 1,
            sentence[origin[one.start] : origin[one.end - 1] + 1],
            one.edtf,
            one.basis,
        )
        for one in kept
    ]


def _last(one: _Found, text: str, language: str) -> None:
    """A day as the days that what begins on it lasts, where the text tells how many: 17일부터 이틀간."""
    lasting = LASTING[language].match(text, one.end) if len(one.edtf) == 10 and "/" not in one.edtf else None
    if lasting:
        days = COUNTS.get(lasting["days"]) or int(lasting["days"])
        last = date.fromisoformat(one.edtf) + timedelta(days=days - 1)
        one.edtf, one.end = f"{one.edtf}/{last.isoformat()}", lasting.end()


def _once(found: list[_Found], text: str) -> list[_Found]:
    """The dates without one in brackets that tells the day before it again: "today (Tuesday 4 March)"; the first knows its year."""
    gone = {
        one.start
        for last, one in itertools.pairwise(found)
        if text[last.end : one.start].strip() == "("
        and (last.edtf == one.edtf or (one.basis == "completed" and last.edtf[4:] == one.edtf[4:]))
    }
    return [one for one in found if one.start not in gone]


def _folded(sentence: str) -> tuple[str, list[int]]:
    """The sentence in NFKC, and for each of its characters the offset of the raw one that it came from."""
    if sentence.isascii():
        return sentence, list(range(len(sentence)))
    letters: list[str] = []
    origin: list[int] = []
    for at, raw in enumerate(sentence):
        for letter in unicodedata.normalize("NFKC", raw):
            letters.append(letter)
            origin.append(at)
    return "".join(letters), origin


def _parts(match: re.Match[str]) -> Parts:
    return {name: " ".join(value.lower().split()) for name, value in match.groupdict().items() if value}


def _counts_from_context(parts: Parts) -> bool:
    shift = SHIFTS.get(parts.get("shift", ""))
    return (shift is not None and shift[2] == "context") or ("count" in parts and parts["way"] != "ago")


def _joined(found: list[_Found], text: str, language: str) -> list[_Found]:
    """Two dates with "from ... to" between them as one interval; the first takes the year that the second states."""
    kept: list[_Found] = []
    for one in found:
        last = kept[-1] if kept else None
        closing = one.edtf.removeprefix("../")
        if last and "/" not in last.edtf + closing and _ranges(text, last, one, language):
            start, basis = last.edtf, max(last.basis, one.basis, key=("stated", "completed", "relative").index)
            if last.basis == "completed" and one.basis == "stated" and len(start) > 4:
                start, basis = closing[:4] + start[4:], "stated"
                if start > closing:
                    start = f"{int(closing[:4]) - 1:04}{start[4:]}"
            if start > closing and language != "en" and len(start) == len(closing) == 10:
                start, closing = _over_the_month(last, one, start, closing)
            if start < closing:
                tail = RANGE_END[language].match(text, one.end)
                last.edtf, last.basis, last.end = f"{start}/{closing}", basis, tail.end() if tail else one.end
                continue
        kept.append(one)
    return kept


def _over_the_month(first: _Found, second: _Found, start: str, end: str) -> tuple[str, str]:
    """Two days of which one has no month of its own: that before the other, or behind it: 30日から2日, 28日から3月2日."""
    if "month" not in second.parts:
        return start, later if (later := _moved(start, 1, end[8:])) else end
    if "month" not in first.parts:
        return _moved(end, -1, start[8:]) or start, end
    return start, end


def _moved(day: str, months: int, of_month: str) -> str:
    """The day of a month that lies so many months from that of another day; "" where that month has none."""
    number = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    moved = f"{number // 12:04}-{number % 12 + 1:02}-{of_month}"
    return moved if int(of_month) <= calendar.monthrange(number // 12, number % 12 + 1)[1] else ""


def _ranges(text: str, first: _Found, second: _Found, language: str) -> bool:
    """Whether "to" stands between two dates; "and" does only after "between": two dates side by side are two dates."""
    if second.edtf.startswith("../") and language == "en":  # until, by: its word is a part of the second
        return not text[first.end : second.start].strip()
    if not RANGE[language].fullmatch(text, first.end, second.start):
        return False
    if language != "en" or "and" not in text[first.end : second.start]:
        return True
    return text[: first.start].rstrip().lower().endswith("between")
