"""Days of other calendars, each named by a word beside the date or for the whole column."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.dates import bounds
from claims.dates.patterns import ERAS
from claims.errors import ClaimsError, DateError

Parts = tuple[int, int | None, int | None]

_ERA_WORDS = {"meiji": "明治", "taisho": "大正", "showa": "昭和", "heisei": "平成", "reiwa": "令和"}
#: Japanese era -> the year before its first
ERA_YEARS = {word: ERAS[era] for word, era in _ERA_WORDS.items()}
_ERA_ENDS = {"明治": "1912-07-30", "大正": "1926-12-25", "昭和": "1989-01-07", "平成": "2019-04-30"}
_LETTERS = {word[0]: era for word, era in _ERA_WORDS.items()}
_ERA = re.compile(rf"(?i)({'|'.join(ERAS)}|{'|'.join(_ERA_WORDS)}|[{''.join(_LETTERS)}](?=\s?\d))\s*(元|\d{{1,2}})")
_NAMED = {
    "minguo": re.compile(r"(?i)(?:中華)?民[國国]|\b(?:minguo|roc|r\.o\.c\.)(?=[\s\d])"),
    "buddhist": re.compile(r"(?i)พ\.?ศ\.?|\b(?:b\.?e\.?(?![a-z])|buddhist(?: era)?)"),
    "hijri": re.compile(r"(?i)هـ?|\b(?:a\.?h\.?(?![a-z])|hijri)"),
}


def named(text: str, given: str | None) -> tuple[str | None, str]:
    """The calendar that a cell names ("minguo" ...), else the one given; and the cell's text without the name.

    A Japanese era's year becomes a common one: 令和6年6月26日 is ("gregorian", "2024年6月26日"). Raises DateError for a year
    beyond the era's end.
    """
    for name, pattern in _NAMED.items():
        bare = pattern.sub(" ", text)
        if bare != text:
            return name, " ".join(bare.split()).strip("() ")
    if match := _ERA.match(text):
        word = match[1].casefold()
        era = _ERA_WORDS.get(word) or _LETTERS.get(word) or match[1]
        year = ERAS[era] + (1 if match[2] == "元" else int(match[2]))
        if f"{year:04}" > _ERA_ENDS.get(era, "9999")[:4]:
            raise DateError(f"{text!r} is not a date: {era} ended on {_ERA_ENDS[era]}")
        return "gregorian", f"{year:04}{text[match.end() :]}"
    return given, text


def gregorian(parts: Parts, name: str | None, text: str) -> str:
    """A year, month and day of the calendar `name` (None = the common one, or the name of a Japanese era) as EDTF.

    A Hijri day is read by the Umm al-Qura calendar and is approximate (~), as months begin by sighting. Raises
    DateError where the calendar has no such day.
    """
    year, month, day = parts
    if name == "hijri":
        return _hijri(year, month, day, text)
    if name == "buddhist" and year < 2484:
        raise DateError(f"{text!r}: before 2484 the Buddhist year began in April; give the date in the common calendar")
    year += ERA_YEARS.get(name or "", {"minguo": 1911, "buddhist": -543}.get(name or "", 0))
    edtf = f"{year:04}" + (f"-{month:02}" if month is not None else "") + (f"-{day:02}" if day is not None else "")
    if month is not None and not 1 <= month <= 12:
        raise DateError(f"{text!r} is not a date: there is no month {month}")
    try:
        bounds(edtf)
    except DateError as error:
        raise DateError(f"{text!r} is not a date: {error.message.rpartition(': ')[2]}") from None
    return edtf


def likely(year: int, about: int) -> str | None:
    """The calendar whose year `year` may be, in a document of the year `about`; None where none fits."""
    for name, there in (("buddhist", year - 543), ("minguo", year + 1911)):
        if about - 80 <= there <= about + 10 and abs(year - about) > 100:
            return name
    return "hijri" if abs(round(year * 0.97 + 622) - about) <= 30 else None


def _hijri(year: int, month: int | None, day: int | None, text: str) -> str:
    try:
        from hijridate import Hijri
    except ImportError:
        raise ClaimsError("days of the Hijri calendar need a package", "pip install 'claims[hijri]'") from None
    try:
        first = Hijri(year, month or 1, day or 1)
        if day is not None:
            return f"{first.to_gregorian().isoformat()}~"
        last = Hijri(year, month or 12, 1)
        start = date.fromisoformat(first.to_gregorian().isoformat())
        end = date.fromisoformat(last.to_gregorian().isoformat()) + timedelta(days=last.month_length() - 1)
    except (ValueError, OverflowError) as error:
        raise DateError(f"{text!r} is not a date of the Hijri calendar: {error}") from None
    return f"{start}~/{end}~"
