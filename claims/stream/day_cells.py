"""One cell that is a date: what it may mean, in each order in which day and month can stand."""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from claims.dates import Anchor, bounds, dates_in
from claims.errors import DateError
from claims.stream import calendars

Order = Literal["day first", "month first", "year first"]
#: order -> EDTF, or "" -> EDTF where the order does not matter; and the year, where no other calendar is named
Readings = tuple[dict[str, str], int | None]

_TIME = re.compile(r"(?i)[T ]\s*\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d\d:?\d\d)?$")
_NUMERIC = re.compile(r"(\d{1,4})\s?([-/. ])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?")
_CJK = re.compile(r"(\d{1,4})[年년]\s?(?:(\d{1,2})[月월]\s?(?:(\d{1,2})[日일])?)?")
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})|(\d{4})[-/.](\d{1,2})")
_NAMED_MONTH = re.compile(r"(\d{1,2})[-. ]([A-Za-z]{3,9})\.?[-. ,]+(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}[-. /][A-Za-z]{3,9}\.?[-. ,/]+(\d{2})|[A-Za-z]{3,9}\.?[- ]\d{2}")
_RANGE = re.compile(r"\s+(?:to|until|till|through|[-–—~〜])\s+|\s*[–—〜]\s*|(?<=[日일])\s*[~-]\s*")
_DAYS = re.compile(r"(\d{1,2})\s?[-–—]\s?(\d{1,2}) ([A-Za-z]{3,9}),? (\d{4})")
_WEEKDAY = re.compile(r"(?i)(mon|tue|wed|thu|fri|sat|sun)")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FORMS = "write 2024-06-26, 26 June 2024, 2024-06 or 2024, and leave the cell empty where there is none"


@dataclass(frozen=True)
class Setting:
    """What is given for the dates of a table; None = the column tells."""

    order: Order | None = None
    calendar: str | None = None
    century: int | None = None


def readings(text: str, setting: Setting) -> Readings:
    """What a cell (its digits plain, its spaces single) may mean. Raises DateError where it means nothing."""
    text = _TIME.sub("", text)
    if match := _DAYS.fullmatch(text):
        text = f"{match[3]} {match[1]}-{match[2]}, {match[4]}"
    ends = _RANGE.split(text)
    if len(ends) == 2 and all(any(letter.isdigit() for letter in end) for end in ends):
        return _range(text, ends, setting)
    name, bare = calendars.named(text, setting.calendar)
    found, year = _read(text, bare, name, setting)
    return found, year if name is None else None


def folded(text: str) -> str:
    """In plain digits and single spaces."""
    text = unicodedata.normalize("NFKC", text)
    return " ".join("".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text).split())


def _read(text: str, bare: str, name: str | None, setting: Setting) -> Readings:
    common = name in (None, "gregorian")
    if common and re.fullmatch(r"\d{5}", bare):
        meant = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(bare))
        raise DateError(f"{text!r} is a number, by which a spreadsheet may mean {meant}: format the column as dates")
    if common and _is_edtf(bare):
        return {"": bare}, int(bare[:4]) if bare[:4].isdigit() else None
    if match := _NUMERIC.fullmatch(bare):
        return _numeric(text, (match[1], match[3], match[4]), name, setting)
    if match := _CJK.fullmatch(bare):
        year, month, day = match.groups()
    elif match := _MONTH.fullmatch(bare):
        year, month, day = match[2] or match[3], match[1] or match[4], None
    elif not common and re.fullmatch(r"\d{1,4}", bare):
        year, month, day = bare, None, None
    else:
        return _written(text, bare)
    parts = int(year), int(month) if month else None, int(day) if day else None
    return {"": calendars.gregorian(parts, name, text)}, int(year)


def _is_edtf(text: str) -> bool:
    try:
        bounds(text)
    except DateError:
        return False
    return True


def _range(text: str, ends: list[str], setting: Setting) -> Readings:
    year_after = re.search(r"[A-Za-z,] ?(\d{4})$", ends[1])
    if year_after and not re.search(r"\d{4}", ends[0]):  # 30 June to 2 July 2024
        ends = [f"{ends[0]} {year_after[1]}", ends[1]]
    try:
        (first, year), (last, _) = (readings(end, setting) for end in ends)
    except DateError as error:
        raise DateError(f"{text!r} is no range of dates: {error.message}") from None
    found = {}
    for order in (first.keys() | last.keys()) - {""} or {""}:
        start, end = first.get(order, first.get("")), last.get(order, last.get(""))
        if start and end and "/" not in start + end and start <= end:
            found[order] = f"{start}/{end}"
    if not found:
        raise DateError(f"{text!r} is no range of dates: it ends before it starts")
    return found, year


def _numeric(text: str, numbers: tuple[str, str, str], name: str | None, setting: Setting) -> Readings:
    a, b, c = (int(number) for number in numbers)
    if len(numbers[0]) >= 3:
        return {"": calendars.gregorian((a, b, c), name, text)}, a
    candidates = {"day first": (c, b, a), "month first": (c, a, b)}
    if len(numbers[2]) < 3:
        candidates["year first"] = (a, b, c)
        if name in (None, "gregorian"):
            if setting.century is None:
                raise DateError(f"{text!r} has a year of two digits: write it whole, or --set century=20 for 20xx")
            candidates = {order: (100 * setting.century + y, m, d) for order, (y, m, d) in candidates.items()}
    found: dict[str, str] = {}
    refused = DateError(f"{text!r} is not a date: the calendar has no such day")
    for order, parts in candidates.items():
        try:
            found[order] = calendars.gregorian(parts, name, text)
        except DateError as error:
            refused = refused if name is None else error
    if not found:
        raise refused
    return found, c if len(numbers[2]) > 2 else None


def _written(text: str, bare: str) -> Readings:
    """A date in words of English, Japanese or Korean that is the whole cell."""
    if _SHORT_YEAR.fullmatch(bare):
        raise DateError(f"{text!r} has a year or a day of two digits: write the year whole")
    if match := _NAMED_MONTH.fullmatch(bare):
        bare = f"{match[1]} {match[2].capitalize()} {match[3]}"
    for language in ("en", "ja", "ko"):
        found = dates_in(bare, language, Anchor(None))
        if len(found) == 1 and found[0].basis == "stated" and not bare.replace(found[0].text, "", 1).strip(" .,()"):
            edtf = found[0].edtf
            _check_weekday(text, edtf)
            return {"": edtf}, int(edtf[:4]) if edtf[:4].isdigit() else None
    raise DateError(f"{text!r} is not a date: {_FORMS}")


def _check_weekday(text: str, edtf: str) -> None:
    told = _WEEKDAY.match(text)
    if told and len(edtf) == 10:
        day = datetime.date.fromisoformat(edtf)
        if _WEEKDAYS[day.weekday()] != told[1].casefold():
            raise DateError(f"{text!r} is not a date: {edtf} was a {day.strftime('%A')}")
