"""Parts of a date, as a sentence gives them, resolved to EDTF by what else is known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from claims.dates.edtf import bounds
from claims.dates.patterns import BARE, COUNTS, EDGES, ERAS, MONTHS, PARTS, SEASONS, SHIFTS, STORY, UNITS, WEEKDAYS
from claims.errors import DateError

Basis = Literal["stated", "completed", "relative"]
Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an incomplete date is completed from.

    `published` is the document's day, month or year (`2024-06-27`, `2024-07`, `2024`); None = unknown. `previous` is
    the day of the event that the text spoke of last, for "one day earlier"; None = none. `told`: the date of the
    last sentence that had one, day, month or year, from which "that year", 翌年 and 이듬해 count, and in Korean
    다음 날, too, but not 이날; "" = it has several, None = `previous`.
    """

    published: str | None
    previous: str | None = None
    told: str | None = None


_MONTH_PARTS = {"early": (1, 10), "middle": (11, 20), "late": (21, 31), "end": (21, 31)}
_YEAR_PARTS = {
    "early": (1, 4),
    "middle": (5, 8),
    "late": (9, 12),
    "end": (11, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}


class Reader:
    """Resolves the dates of one sentence, each given as the parts that a pattern found."""

    def __init__(self, anchor: Anchor, future: bool) -> None:
        self.published = anchor.published
        self.previous = _day(anchor.previous)
        self.told = anchor.told
        self.nearest = False  # days, too, count from the date told last, and not from the event spoken of
        reference = anchor.published or anchor.previous
        first, last = bounds(reference) if reference else (None, None)
        self.first, self.last = _day(first), _day(last)
        self.future = future
        self.overtaken = False  # the sentence tells of what was to come and did not, whose day may lie ahead
        self.months_lend = True  # a month without a day completes a day that is told alone
        self.weekday_ahead = False  # the weekday that is read next is one to come

    def resolve(self, parts: Parts, before: list[str], after: list[str]) -> tuple[str, Basis]:
        """The EDTF form of one date ("" where it cannot be told) and its basis.

        `before` and `after` are the dates of the sentence already resolved that stand before and after it.
        """
        if "bare" in parts:
            parts = {**parts, "shift": BARE[parts["bare"]]}
        if parts.get("part") == "明け":  # 年明け: the next January, in the first months of a year the one just begun
            begun = self.last is None or self.last.month < 4
            parts = (
                {**parts, "month": "1", "shift": "今年" if begun else "来年"}
                if "bare" in parts
                else {**parts, "month": "1"}
            )
        try:
            edtf, basis = self._resolve(parts, before, after)
            if edtf and "edge" in parts:
                first, _, last = edtf.rpartition("/")
                edtf = f"{first or last}/.." if EDGES[parts["edge"]] == "after" else f"../{last}"
            if edtf:
                bounds(edtf)
        except (ValueError, OverflowError, DateError):
            return "", "stated"  # 31 June, a year out of range, or nothing to complete it from
        return edtf, basis

    def _resolve(self, parts: Parts, before: list[str], after: list[str]) -> tuple[str, Basis]:
        nearest = [*reversed(before), *after]
        near = [_day(bounds(edtf)[0]) for edtf in nearest]
        exact = [_exact(edtf) for edtf in nearest]
        context = next((d for d in exact if d), None) or self.previous
        year_told = next((d for d in (*exact, *near) if d), None) or self.previous
        coarse = _unit(parts) in ("month", "year")
        last = self.told if self.nearest else (self.told or None) if coarse else None
        if last is not None and parts.get("shift") not in STORY:  # the sentence before is nearer than what follows
            year_told = next((d for d in (*near[: len(before)], _day(last or None)) if d), None)
            exact_told = next((d for d in map(_exact, [*reversed(before), last]) if d), None)
            context = year_told if coarse and len(last) > 4 and not before else exact_told
        if "count" in parts:
            amount = int(parts["count"]) if parts["count"].isdigit() else COUNTS.get(parts["count"], 1)
            unit = "month" if "monthly" in parts else UNITS[parts.get("unit", "일")]
            ago = parts["way"] == "ago"
            sign = -1 if parts["way"] in ("前", "전", "ago", "earlier", "before", "prior") else 1
            from_month = unit == "month" and not context and parts["way"] in ("later", "earlier")
            told = year_told if unit == "year" or from_month else context  # "a month after he left" counts from no day
            base = self._published_day() if ago else told
            return self._shifted(unit, sign * amount, base), "relative"
        year, basis, unit = self._year(parts, year_told)
        if "shift" in parts and unit != "year":
            _, amount, source = SHIFTS[parts["shift"]]
            told = next((d for d in map(_exact, reversed(before)) if d), None) or self.previous
            story = unit == "day" and amount == 0 and (self.told is None or parts["shift"] in STORY)
            here = told if told and story else context  # 이날 is a day of which was told
            base = self._published_within(unit) if source == "published" else here
            if parts.get("part", "") in ("until now", "from now"):
                return "", "relative"
            if base and "day" in parts:
                moved = _add_months(base, amount)
                first = date(moved.year, moved.month, int(parts["day"])).isoformat()
                last = f"/{first[:8]}{int(parts['day2']):02}" if "day2" in parts else ""
                return f"{first}{last}", "relative"
            if base and unit == "week" and "weekday" in parts:
                monday = base + timedelta(days=7 * amount - base.weekday())
                return (monday + timedelta(days=_weekday(parts))).isoformat(), "relative"
            if base and unit == "month" and "part" in parts:
                moved = _add_months(base, amount)
                return _part_of_month(moved.year, moved.month, parts), "relative"
            return self._shifted(unit, amount, base), "relative"
        if "shift" in parts and year is None:
            return "", "relative"
        month = int(parts["month"]) if "month" in parts else MONTHS.get(parts.get("mon", "")[:3])
        if month is None and year is None and "day" not in parts and "season" not in parts:
            return self._weekday_alone(parts)
        if year is None:
            basis = "relative" if "past" in parts or "next" in parts else "completed"
        if "season" in parts:
            season = SEASONS[parts["season"]]
            begins = 3 * (season - 20)
            if "own" in parts and self.last:  # "this summer"; in January, this winter began a year ago
                year = self.last.year - (season == 24 and self.last.month < 3)
            year = year or self._choose(begins, 1, parts, None)
            return f"{year:04}-{season}", basis
        if month is None and "day" in parts:
            lend = [edtf for edtf in nearest if self.months_lend or len(edtf) != 7]
            months = [_day(first) for first, last in map(bounds, lend) if first and last and first[:7] == last[:7]]
            last = self._day_alone({**parts, "day": parts.get("day2", parts["day"])}, months)
            return (f"{last[:8]}{int(parts['day']):02}/{last}" if last and "day2" in parts else last), basis
        if month is None:
            assert year is not None
            return self._part_of_year(year, parts), basis
        day = int(parts["day"]) if "day" in parts else None
        if year is None:
            year = self._choose(month, day or 1, parts, near[0] if before else None)
        if "month2" in parts:
            until = int(parts["month2"])
            return f"{year:04}-{month:02}/{year + (until < month):04}-{until:02}", basis
        if day is None:
            return _part_of_month(year, month, parts), basis
        first = date(year, month, day).isoformat()
        return (f"{first}/{date(year, month, int(parts['day2'])).isoformat()}" if "day2" in parts else first), basis

    def _year(self, parts: Parts, context: date | None) -> tuple[int | None, Basis, str]:
        """The year that the words give, how, and the unit of a counting word among them."""
        if "era" in parts:
            return ERAS[parts["era"]] + (1 if parts["erayear"] == "元" else int(parts["erayear"])), "stated", ""
        if "shortyear" in parts:
            return 2000 + int(parts["shortyear"]), "stated", ""
        if "year" in parts:
            return int(parts["year"]), "stated", ""
        if "shift" in parts:
            unit, amount, source = SHIFTS[parts["shift"]]
            base = self.last if source == "published" else context
            return (base.year + amount if base and unit == "year" else None), "relative", unit
        return None, "completed", ""

    def _choose(self, month: int, day: int, parts: Parts, context: date | None) -> int:
        """The year that completes a day, by the rules that `dates_in` tells."""
        if not self.first or not self.last:
            raise ValueError("nothing to complete the date from")
        today = self.last
        years = [y for y in range(today.year + 1, today.year - 8, -1) if day <= monthrange(y, month)[1]]
        at = {y: date(y, month, day) for y in years}
        past = [y for y in years if at[y] <= self.last]
        ahead = [y for y in reversed(years) if at[y] >= self.first]
        if not past or ("next" in parts and not any(at[y] > self.last for y in ahead)):
            raise ValueError("no year near has that day")
        if "next" in parts:
            return next(y for y in ahead if at[y] > self.last)
        if "past" in parts:
            return next((y for y in past if "mon" not in parts or at[y] < self.first.replace(day=1)), past[0])
        if "weekday" in parts:
            fits = [y for y in years if at[y].weekday() == _weekday(parts)]
            if fits:
                return min(fits, key=lambda y: abs((at[y] - today).days))
        if context:
            following = next((y for y in reversed(past) if at[y] >= context.replace(day=1)), None)
            if following is not None:
                return following
        ahead_meant = self.future or EDGES.get(parts.get("edge", "")) == "before"
        if ahead_meant and ahead and abs((at[ahead[0]] - self.last).days) <= abs((self.last - at[past[0]]).days):
            return ahead[0]
        return past[0]

    def _day_alone(self, parts: Parts, near: list[date | None]) -> str:
        day = int(parts["day"])
        base = next((d for d in near if d), None)
        if base is None and self.published and len(self.published) == 10:
            base = self.last
            if base and "next" in parts:
                base = base if day > base.day else _add_months(base, 1)
            elif base and day > base.day and day - base.day > (14 if self.overtaken else 26 if self.future else 0):
                earlier = _add_months(base, -1)
                base = earlier if day <= monthrange(earlier.year, earlier.month)[1] else base
        base = base or self.previous or (self.first if self.published and len(self.published) == 7 else None)
        if base is None:
            return ""
        found = date(base.year, base.month, day)
        if "weekday" in parts and found.weekday() != _weekday(parts):
            other = _add_months(base, -1)
            if day <= monthrange(other.year, other.month)[1] and other.replace(day=day).weekday() == _weekday(parts):
                found = other.replace(day=day)
        return found.isoformat()

    def _weekday_alone(self, parts: Parts) -> tuple[str, Basis]:
        today = self._published_day()
        monday = today + timedelta(days=7 - today.weekday()) if today else None  # "next Friday" is no day of this week
        if today and monday and "weekend" in parts:
            back = 0 if "next" in parts or self.weekday_ahead else 7
            saturday = today + timedelta(days=(5 - today.weekday()) % 7 - back)
            if parts.get("next") == "next":
                saturday = monday + timedelta(days=5)
            return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}", "relative"
        if today is None or "weekday" not in parts:
            return "", "completed"
        back = (today.weekday() - _weekday(parts)) % 7
        if monday and "next" in parts:
            return (monday + timedelta(days=_weekday(parts))).isoformat(), "relative"
        if "past" in parts:
            return (today - timedelta(days=back or 7)).isoformat(), "relative"
        ahead = (
            timedelta(days=-back % 7) if self.weekday_ahead or (self.overtaken and back > 3) else timedelta(days=-back)
        )
        return (today + ahead).isoformat(), "completed"

    def _part_of_year(self, year: int, parts: Parts) -> str:
        part = PARTS.get(parts.get("part", ""))
        if "quarter" in parts or "ordinal" in parts:
            ordinal = parts.get("ordinal", "")
            number = ("first", "second", "third", "fourth").index(ordinal) + 1 if ordinal else int(parts["quarter"])
            return f"{year:04}-{32 + number}"
        if "fiscal" in parts:
            if "shift" in parts and self.last and self.last.month < 4:
                year -= 1
            if part == "end":
                return _part_of_month(year + 1, 3, parts)
            return f"{year:04}-04/{year + 1:04}-03"
        if part in ("until now", "from now"):
            here = self.published or ""
            if len(here) == 4 or here[:4] != str(year):
                return f"{year:04}"
            return f"{year:04}-01/{here}" if part == "until now" else f"{here}/{year:04}-12"
        if part in _YEAR_PARTS:
            first, last = _YEAR_PARTS[part]
            return f"{year:04}-{first:02}/{year:04}-{last:02}"
        return f"{year:04}"

    def _published_day(self) -> date | None:
        return self.last if self.published and len(self.published) == 10 else None

    def _published_within(self, unit: str) -> date | None:
        """The day of publication, as far as it is known to such a unit: no week is the last one of a year."""
        known = len(self.published or "") >= (7 if unit == "month" else 10)
        return self.last if known else None

    def _shifted(self, unit: str, amount: int, base: date | None) -> str:
        if base is None:
            return ""
        if unit == "day":
            return (base + timedelta(days=amount)).isoformat()
        if unit == "week":
            monday = base + timedelta(days=7 * amount - base.weekday())
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        if unit == "month":
            return _add_months(base, amount).isoformat()[:7]
        return f"{base.year + amount:04}"


def _unit(parts: Parts) -> str:
    """The unit of a date that counts from another of the text; "" where it does not."""
    if "count" in parts:
        return "" if parts["way"] == "ago" else "month" if "monthly" in parts else UNITS[parts.get("unit", "일")]
    unit, _, source = SHIFTS.get(parts.get("shift", ""), ("", 0, ""))
    return unit if source == "context" else ""


def _part_of_month(year: int, month: int, parts: dict[str, str]) -> str:
    stem = f"{year:04}-{month:02}"
    part = PARTS.get(parts.get("part", ""))
    if part not in _MONTH_PARTS:
        return stem
    first, last = _MONTH_PARTS[part]
    return f"{stem}-{first:02}/{stem}-{min(last, monthrange(year, month)[1]):02}"


def _exact(edtf: str) -> date | None:
    return date.fromisoformat(edtf) if len(edtf) == 10 and "/" not in edtf else None


def _day(text: str | None) -> date | None:
    if not text:
        return None
    first = bounds(text)[0]
    return date.fromisoformat(first) if first else None


def _weekday(parts: dict[str, str]) -> int:
    return WEEKDAYS[parts["weekday"][:3]]


def _add_months(base: date, months: int) -> date:
    index = base.year * 12 + base.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
