"""Dates as people write them: the order of day and month told by the whole column, refused where it is not, never guessed."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from claims.dates import bounds
from claims.errors import ClaimsError, RecordError
from claims.stream.day_cells import Setting
from claims.stream.days import read_days


def column(*cells: Any, about: int = 2024, **setting: Any) -> list[Any]:
    """What the cells of a column mean, those refused by their reasons."""
    lines = list(enumerate(cells, 2))
    found = read_days(lines, "Date", "date", Setting(**setting), dict.fromkeys(range(2, 99), about))
    answer = [found.get(line) for line, _ in lines]
    return [one.reason if isinstance(one, RecordError) else one for one in answer]


@pytest.mark.parametrize("mark", ["/", "-", ".", " ", ". "])
@pytest.mark.parametrize(("telling", "order"), [("26{0}6{0}2024", "05-03"), ("06{0}26{0}2024", "03-05")])
def test_one_cell_tells_the_order_of_all(telling: str, order: str, mark: str) -> None:
    assert column(f"03{mark}05{mark}2024", telling.format(mark)) == [f"2024-{order}", "2024-06-26"]


def test_where_no_cell_tells_both_readings_are_named() -> None:
    with pytest.raises(ClaimsError) as refused:
        column("04/04/2024", "03/05/2024")
    assert str(refused.value) == (
        "column Date: '03/05/2024' (line 3) is 3 May 2024 with the day written first or 5 March 2024 with the month written"
        ' first, and no cell of the column tells which; say it: --set dates="day first" or --set dates="month first"'
    )
    assert column("03/05/2024", order="day first") == ["2024-05-03"]
    assert column("03/05/2024", order="month first") == ["2024-03-05"]


def test_where_the_order_does_not_matter_nothing_is_asked() -> None:
    assert column("04/04/2024", "2024-05-03", "3 May 2024") == ["2024-04-04", "2024-05-03", "2024-05-03"]


def test_where_cells_tell_two_orders_both_are_named() -> None:
    with pytest.raises(ClaimsError, match=r"'26/06/2024' \(line 2\) has the day.*'06/27/2024' \(line 3\) the month"):
        column("26/06/2024", "06/27/2024", "01/02/2024")
    assert column("26/06/2024", "06/27/2024", order="day first") == [
        "2024-06-26", "'06/27/2024' is not a date with the day written first",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        (datetime.date(2024, 6, 26), "2024-06-26"),
        (datetime.datetime(2024, 6, 26, 23, 59), "2024-06-26"),
        ("2024-06-26T10:00:00Z", "2024-06-26"),
        ("26/06/2024 2:30 PM", "2024-06-26"),
        ("2024/6/26", "2024-06-26"),
        ("26 June 2024", "2024-06-26"),
        ("26-Jun-2024", "2024-06-26"),
        ("June 26, 2024", "2024-06-26"),
        ("Wednesday, June 26, 2024", "2024-06-26"),
        ("２０２４年６月２６日", "2024-06-26"),
        ("2024년 6월 26일", "2024-06-26"),
        ("06/2024", "2024-06"),
        ("June 2024", "2024-06"),
        ("2024", "2024"),
        ("2024-06~", "2024-06~"),
        ("2024-06-25/2024-06-28", "2024-06-25/2024-06-28"),
        ("25/06/2024 - 28/06/2024", "2024-06-25/2024-06-28"),
        ("25-28 June 2024", "2024-06-25/2024-06-28"),
        ("30 June – 2 July 2024", "2024-06-30/2024-07-02"),
        ("  ", None),
    ],
)
def test_forms(cell: Any, meant: str | None) -> None:
    assert column(cell) == [meant]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31/06/2024", "'31/06/2024' is not a date: the calendar has no such day"),
        ("2024-02-30", "'2024-02-30' is not a date: the calendar has no such day"),
        ("26/06/24", "'26/06/24' has a year of two digits: write it whole, or --set century=20 for 20xx"),
        ("26-Jun-24", "'26-Jun-24' has a year or a day of two digits: write the year whole"),
        ("Jun-24", "'Jun-24' has a year or a day of two digits: write the year whole"),
        ("45469", "'45469' is a number, by which a spreadsheet may mean 2024-06-26: format the column as dates"),
        ("Monday, June 26, 2024", "'Monday, June 26, 2024' is not a date: 2024-06-26 was a Wednesday"),
        ("28/06/2024 - 25/06/2024", "'28/06/2024 - 25/06/2024' is no range of dates: it ends before it starts"),
        ("TBC", "'TBC' is not a date: write 2024-06-26, 26 June 2024, 2024-06 or 2024,"
                " and leave the cell empty where there is none"),
    ],
)  # fmt: skip
def test_what_is_refused_costs_no_other_cell(cell: str, reason: str) -> None:
    assert column(cell, "2024-06-27") == [reason, "2024-06-27"]


def test_years_of_two_digits_need_their_century_and_their_order() -> None:
    assert column("26/06/24", "03/05/24", order="day first", century=20) == ["2024-06-26", "2024-05-03"]
    assert column("24/06/26", "24/02/28", order="year first", century=19) == ["1924-06-26", "1924-02-28"]
    with pytest.raises(ClaimsError, match=r"26 June 2024 with the day.*24 June 2026 with the year"):
        column("26/06/24", century=20)


@pytest.mark.parametrize(
    "cell",
    ["令和6年6月26日", "R6.6.26", "Reiwa 6-06-26", "民國113年6月26日", "Minguo 113/06/26", "ROC 113-06-26", "26/06/2567 BE",
     "พ.ศ. 26/06/2567"],
)  # fmt: skip
def test_other_calendars_named_in_the_cell(cell: str) -> None:
    assert column(cell) == ["2024-06-26"]


@pytest.mark.parametrize(
    ("calendar", "cells"),
    [
        ("reiwa", ["6年6月26日", "006-06-27"]),
        ("minguo", ["113/06/26", "113年6月27日"]),
        ("buddhist", ["26/06/2567", "2567-06-27"]),
    ],
)
def test_other_calendars_named_for_the_column(calendar: str, cells: list[str]) -> None:
    assert column(*cells, calendar=calendar) == ["2024-06-26", "2024-06-27"]


@pytest.mark.parametrize("cell", ["20/12/1445 AH", "1445-12-20 AH", "١٤٤٥/١٢/٢٠ هـ"])
def test_a_hijri_day_is_approximate(cell: str) -> None:
    assert column(cell) == ["2024-06-26~"]
    assert column("1445-12-20", calendar="hijri") == ["2024-06-26~"]
    assert bounds(str(column("1445-12", calendar="hijri")[0])) == ("2024-06-06", "2024-07-07")


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("平成36年6月26日", "'平成36年6月26日' is not a date: 平成 ended on 2019-04-30"),
        ("民國113年13月1日", "'民國113年13月1日' is not a date: there is no month 13"),
        ("26/06/2470 BE", "before 2484 the Buddhist year began in April"),
        ("31/12/1445 AH", "'31/12/1445 AH' is not a date of the Hijri calendar: "),
    ],
)
def test_days_that_another_calendar_does_not_have(cell: str, reason: str) -> None:
    (told,) = column(cell)
    assert reason in str(told)


def test_a_year_beyond_the_documents_is_questioned() -> None:
    assert column("26/06/2567", "27/06/2024") == [
        "the year of '26/06/2567' lies far from 2024; a buddhist one is named: --set calendar=buddhist", "2024-06-27",
    ]  # fmt: skip
    assert column("2204-06-26", "2024-06-26")[0] == (
        "the year of '2204-06-26' lies far from 2024; --set calendar=gregorian takes it as it is"
    )
    assert column("2204-06-26", about=2190) == ["2204-06-26"]
    assert column("26/06/2567", calendar="gregorian") == ["2567-06-26"]


@pytest.mark.parametrize(
    ("cells", "name"),
    [(("26/06/2567", "27/06/2567"), "buddhist"), (("113/06/26", "113/07/01"), "minguo"), (("1445-12-20", "1445-12-21"), "hijri")],
)  # fmt: skip
def test_a_column_of_such_years_is_questioned_once(cells: tuple[str, ...], name: str) -> None:
    with pytest.raises(
        ClaimsError, match=rf"every other year lie far from 2024, and may be {name} ones; say so: --set"
    ):
        column(*cells)
