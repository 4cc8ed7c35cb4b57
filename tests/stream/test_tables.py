"""Rows with the lines that they came from, every cell as it stands."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from openpyxl import Workbook

from claims.errors import ClaimsError
from claims.stream.tables import from_csv, from_mappings, from_workbook


def book(**sheets: list[list[Any]]) -> bytes:
    made = Workbook()
    made.remove(made.active)  # type: ignore[arg-type]
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_lines_count_what_is_in_the_file() -> None:
    text = 'a,"b\nc",\n00123,"x\ny",z\n\n\n1,2\n , \n"q","w"\n'
    table = from_csv(text, "x.csv", "x")
    assert table.header == ["a", "b c", "column 3"]
    assert [(row.line, dict(row.cells)) for row in table.rows] == [
        (3, {"a": "00123", "b c": "x\ny", "column 3": "z"}),
        (7, {"a": "1", "b c": "2"}),
        (9, {"a": "q", "b c": "w"}),
    ]


def test_a_row_that_is_too_long_costs_no_other() -> None:
    table = from_csv("a,b\n1,2,3,4\n5,6\n7\n", "x.csv", "x")
    first, *others = table.rows
    assert str(first.error) == "has more cells than the 2 of the header (got ['3', '4'])"
    assert [(row.line, row.error) for row in others] == [(3, None), (4, None)]


def test_a_cell_may_be_larger_than_python_lets_one_be() -> None:
    assert from_csv(f"a,b\n1,{'x' * 200_000}\n", "x.csv", "x").rows[0].cells["b"] == "x" * 200_000


def test_two_columns_of_one_name_are_refused() -> None:
    with pytest.raises(ClaimsError, match=r"x.csv has 2 columns called 'who'; give each a name of its own"):
        from_csv("who,day,who\na,1,b\n", "x.csv", "x")


def test_a_workbook_has_days_and_whole_numbers_and_says_what_it_did_not_read() -> None:
    day = datetime.datetime(2024, 6, 26)
    data = book(
        Empty=[],
        Meetings=[[], ["Date", "No.", None], [day, 7], [None, None], [day, 8, None, "extra"]],
        More=[["x"], [1]],
    )
    table, notes = from_workbook(data, "x.xlsx", "x", None)
    assert table.header == ["Date", "No."]
    first, last = table.rows
    assert (first.line, dict(first.cells)) == (3, {"Date": day, "No.": 7})
    assert (last.line, str(last.error)) == (5, "has more cells than the 2 of the header (got ['extra'])")
    assert notes == ["x.xlsx: read the sheet 'Meetings', and not 'More'"]
    assert from_workbook(data, "x.xlsx", "x", "More")[0].header == ["x"]
    with pytest.raises(ClaimsError, match=r"x.xlsx has no sheet 'Mor'; it has Empty, Meetings, More"):
        from_workbook(data, "x.xlsx", "x", "Mor")


def test_mappings_are_rows() -> None:
    table = from_mappings([{"a": 1, "b": float("nan")}, {"c": None}, {"b": " x "}], "x")
    assert table.header == ["a", "b", "c"]
    assert [(row.line, dict(row.cells)) for row in table.rows] == [(1, {"a": 1}), (3, {"b": "x"})]
