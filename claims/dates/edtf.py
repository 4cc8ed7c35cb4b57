"""EDTF dates (ISO 8601-2) as a pair of days that an index can hold.

"2024-06" is any day of June 2024, so a claim dated so is found by every question whose range touches
2024-06-01..2024-06-30. Reading dates out of sentences is `claims.daywords`.
"""

from __future__ import annotations

import contextlib
import io
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from claims.errors import DateError

Bounds = tuple[str | None, str | None]

_FORMS = (
    "write 2024, 2024-06, 2024-06-26, a range 2024-06-25/2024-06-28 (open: 2024-06/.., ../2024), "
    "a season 2024-21 to 2024-24 (spring to winter), a quarter 2024-33 to 2024-36, 2024-06~ (about), 2024? or 202X"
)
_LONGEST = 120  # the library's grammar backtracks: a longer string is a mistake, not a date

_ABOUT = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?[~%]")
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
# Only what the library is known to read: it prints to standard output, or leaks AttributeError, on some of the rest.
_PART = r"[~?%]?[0-9]{0,4}X{0,4}[~?%]?(?:-[~?%]?(?:[0-9]{2}|XX)[~?%]?){0,2}"
_LIBRARY = re.compile(
    rf"{_PART}|[\[{{](?:\.\.)?{_PART}(?:(?:, ?|\.\.){_PART})*(?:\.\.)?[\]}}]|{_PLAIN.pattern}T[0-9:Z+-]+"
)
_WINTERS = {"24", "28", "30"}  # December to February; the library stops them at 31 December
_SEASON = re.compile(r"([0-9]{4})-([0-9]{2})")


def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that an EDTF date allows, as ISO `YYYY-MM-DD`, both inclusive; `None` = open.

    Level 0 and most of level 1 and 2 are read: days, months, years, intervals, open intervals, seasons (21-24: the
    northern spring is March to May, the winter of 2024 is December 2024 to February 2025), quarters (33-36), sets,
    unspecified digits (`202X`), uncertain and approximate dates. About (`~`, `%`) reaches one day, month or year further
    either way, by what the date is exact to: so "about the 26th" does not contradict the 27th. The standard sets no width;
    one unit is what the `edtf` package pads by. Uncertain (`?`) widens nothing: it doubts the source, not the day.

    Raises `DateError` for anything else: days that the calendar lacks, years outside 0001-9999, full-width digits,
    an interval that ends before it starts, and the empty string. Plain dates and intervals of them need no library
    (the `edtf` package takes 5 ms a date); every answer is remembered.
    """
    found = _bounds(edtf)
    if isinstance(found, str):
        raise DateError(f"{edtf[:_LONGEST]!r} is not a date: {found}", _FORMS)
    return found


def day(text: str) -> str:
    """`text` itself where it is a year, month or day of the calendar: `2024`, `2024-07` or `2024-07-08`.

    For a date of publication and the ends of a range that a person types; take `bounds` of it for its days. Raises
    `DateError` for anything else, other EDTF forms too.
    """
    plain = _PLAIN.fullmatch(text)
    if not plain or (plain[2] or "") > "12":
        raise DateError(f"{text[:_LONGEST]!r} is not a day, month or year", "write 2024, 2024-06 or 2024-06-26")
    bounds(text)
    return text


@lru_cache(maxsize=1 << 16)
def _bounds(edtf: str) -> Bounds | str:
    """The bounds, or the reason why there are none: a wrong date is as often repeated as a right one."""
    if plain := _PLAIN.fullmatch(edtf):
        return _plain(*plain.groups())
    if about := _ABOUT.fullmatch(edtf):
        return _about(*about.groups())
    if len(edtf) > _LONGEST:
        return "too long"
    if edtf.count("/") == 1 and not edtf.startswith(("[", "{")):
        return _interval(*edtf.split("/"))
    return _from_library(edtf)


def _plain(year: str, month: str | None, number: str | None) -> Bounds | str:
    if year == "0000":
        return "years run from 0001 to 9999"
    if month is not None and number is None and "20" < month < "42":
        return _from_library(f"{year}-{month}")
    try:
        first = date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return "the calendar has no such day"
    if number:
        last = first
    elif month:
        last = _month_end(first)
    else:
        last = date(first.year, 12, 31)
    return first.isoformat(), last.isoformat()


def _about(year: str, month: str | None, number: str | None) -> Bounds | str:
    """The date with one more of its smallest unit before and after it, within the years that there are."""
    found = _plain(year, month, number)
    if isinstance(found, str):
        return found
    first, last = (date.fromisoformat(day or "") for day in found)
    if number:
        earliest = first if first == date.min else first - timedelta(days=1)
        latest = last if last == date.max else last + timedelta(days=1)
    elif month:
        earliest = first if first == date.min else (first - timedelta(days=1)).replace(day=1)
        latest = last if last == date.max else _month_end(last + timedelta(days=1))
    else:
        earliest, latest = date(max(first.year - 1, 1), 1, 1), date(min(last.year + 1, 9999), 12, 31)
    return earliest.isoformat(), latest.isoformat()


def _month_end(first: date) -> date:
    if first.month == 12:
        return date(first.year, 12, 31)
    return date(first.year, first.month + 1, 1) - timedelta(days=1)


def _interval(start: str, end: str) -> Bounds | str:
    opened = ("", "..")  # an unknown end bounds nothing, as an open one
    if start in opened and end in opened:
        return "an interval needs a start or an end"
    first = (None, None) if start in opened else _bounds(start)
    last = (None, None) if end in opened else _bounds(end)
    if isinstance(first, str):
        return first
    if isinstance(last, str):
        return last
    if first[0] and last[1] and last[1] < first[0]:
        return "it ends before it starts"
    return first[0], last[1]


def _from_library(edtf: str) -> Bounds | str:
    if not edtf or not any(c.isdigit() for c in edtf) or not _LIBRARY.fullmatch(edtf):
        return "not EDTF"
    from edtf import parse_edtf  # here, as its grammar takes a third of a second to build

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            parsed = parse_edtf(edtf)
            lowest, highest = parsed.lower_strict(), parsed.upper_strict()
        first, last = _iso(lowest), _iso(highest)
    except Exception:  # the library leaks whatever its parts raise
        return "not EDTF"
    if first and last and last < first:
        return "it ends before it starts"
    season = _SEASON.fullmatch(edtf)
    if season and season[2] in _WINTERS and season[1] != "9999":
        last = _month_end(date(int(season[1]) + 1, 2, 1)).isoformat()
    return first, last


def _iso(found: Any) -> str | None:
    """A struct_time as an ISO day; the library gives an infinite float for an open end."""
    if isinstance(found, float):
        return None
    year, month, number = tuple(found)[:3]
    return date(year, month, number).isoformat()
