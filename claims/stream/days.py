"""The dates of one column: the order of day and month is told by the whole of it, or refused, and never guessed."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.errors import ClaimsError, DateError, RecordError
from claims.stream import calendars
from claims.stream.day_cells import Setting, folded, readings

_ORDERS = ("day first", "month first", "year first")
_NEARBY = 100  # years


@dataclass(frozen=True)
class _Cell:
    line: int
    text: str
    readings: dict[str, str]
    year: int | None


def read_days(
    cells: Sequence[tuple[int, Any]], column: str, field: str, setting: Setting, years: Mapping[int, int]
) -> dict[int, str | RecordError]:
    """Line -> EDTF of its cell, or why it has none; cells that are empty are left out.

    `years` tells the year of the document that a line cites: a year far from it is refused with the calendar that it
    may be of, once for the column where every cell is so. Raises ClaimsError where the order of day and month is told by
    no cell, or by some in one way and by some in the other, naming both readings.
    """
    read: list[_Cell] = []
    answer: dict[int, str | RecordError] = {}
    for line, value in cells:
        if isinstance(value, datetime.datetime):
            value = value.date()
        text = value.isoformat() if isinstance(value, datetime.date) else folded(str(value))
        if not text:
            continue
        try:
            read.append(_Cell(line, text, *readings(text, setting)))
        except DateError as error:
            answer[line] = RecordError(field, error.message, text)
    order = setting.order or _order(read, column)
    for cell in read:
        edtf = cell.readings.get("") or cell.readings.get(order)
        answer[cell.line] = edtf or RecordError(
            field, f"{cell.text!r} is not a date with the {_spoken(order)}", cell.text
        )
    if setting.calendar is None:
        _question(read, column, field, answer, years)
    return answer


def _order(cells: list[_Cell], column: str) -> str:
    """The one order in which every cell is a date."""
    several = [cell for cell in cells if "" not in cell.readings]
    if not several:
        return _ORDERS[0]
    fits = [order for order in _ORDERS if all(order in cell.readings for cell in several)]
    if not fits:
        one = min(several, key=lambda cell: len(cell.readings))
        order = next(iter(one.readings))
        other = next(cell for cell in several if order not in cell.readings)
        raise ClaimsError(
            f"column {column}: {one.text!r} (line {one.line}) has the {_spoken(order)},"
            f" {other.text!r} (line {other.line}) the {_spoken(next(iter(other.readings)))}",
            f'correct the one that is wrong, or --set dates="{order}", which refuses the others',
        )
    for cell in several:
        told = {cell.readings[order]: order for order in fits}
        if len(told) > 1:
            (day, order), (other_day, other_order), *_ = told.items()
            raise ClaimsError(
                f"column {column}: {cell.text!r} (line {cell.line}) is {_spelt(day)} with the {_spoken(order)}"
                f" or {_spelt(other_day)} with the {_spoken(other_order)}, and no cell of the column tells which",
                f'say it: --set dates="{order}" or --set dates="{other_order}"',
            )
    return fits[0]


def _question(
    cells: list[_Cell], column: str, field: str, answer: dict[int, str | RecordError], years: Mapping[int, int]
) -> None:
    """Refuse years that lie far from the document's: as a column where all do, else cell by cell."""
    now = datetime.date.today().year
    dated = [cell for cell in cells if cell.year is not None and isinstance(answer.get(cell.line), str)]
    far = [cell for cell in dated if _is_far(cell.year or 0, years.get(cell.line, now))]
    for cell in far:
        about = years.get(cell.line, now)
        name = calendars.likely(cell.year or 0, about)
        if len(far) == len(dated) > 1 and name:
            raise ClaimsError(
                f"column {column}: {cell.text!r} (line {cell.line}) and every other year lie far from {about},"
                f" and may be {name} ones",
                f"say so: --set calendar={name}, or --set calendar=gregorian where they are meant as they stand",
            )
        step = f"a {name} one is named: --set calendar={name}" if name else "--set calendar=gregorian takes it as it is"
        answer[cell.line] = RecordError(field, f"the year of {cell.text!r} lies far from {about}; {step}", cell.text)


def _is_far(year: int, about: int) -> bool:
    return not 1000 <= year <= about + _NEARBY or calendars.likely(year, about) is not None


def _spelt(edtf: str) -> str:
    try:
        day = datetime.date.fromisoformat(edtf)
    except ValueError:
        return edtf
    return f"{day.day} {day.strftime('%B %Y')}"


def _spoken(order: str) -> str:
    return order.replace(" ", " written ")
