"""What a load tells of its records: how many of each, which, and why not, in order of line."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database, records
from claims.errors import RecordError
from claims.load.receipt import Doubt, Receipt, Reject, Row
from claims.records import Placed, record_from_object
from tests.conftest import claim


def refused(count: int) -> Receipt:
    receipt = Receipt()
    for line in range(1, count + 1):
        receipt.reject(line, RecordError("name", "is wrong", "x"))
    return receipt


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, 1), (20, 20), (21, 21), (50, 21)])
def test_twenty_lines_are_told_and_how_many_more_there_are(count: int, told: int) -> None:
    lines = [*refused(count).told()]
    assert len(lines) == told
    assert all(line.startswith(f"line {n}: name: is wrong") for n, line in enumerate(lines[:20], 1))
    if count > 20:
        assert lines[20] == f"and {count - 20} more; --rejects FILE writes them all"
    assert [*refused(count).told(is_filed=True)] == []


def test_every_row_is_told_where_rows_were_asked_for_and_no_line_twice() -> None:
    receipt = refused(30)
    receipt.rows = []
    receipt.notes.append("read as CSV")
    for line in (40, 39):
        receipt.line = line
        receipt.count("inserted", records.Source(name=f"Daily {line}"))
    receipt.reject(41, RecordError("", "is no JSON"))
    receipt.close()
    assert [*receipt.told()] == [
        "read as CSV", "line 39: inserted source: Daily 39", "line 40: inserted source: Daily 40", "line 41: rejected: is no JSON",
    ]  # fmt: skip
    assert receipt.rows[0].as_dict() == {"line": 39, "record": "source", "outcome": "inserted", "what": "Daily 39"}


def test_what_came_in_batches_is_told_in_order_of_line() -> None:
    receipt = Receipt()
    for line in (3, 1, 2):
        receipt.reject(line, RecordError("name", "is wrong"))
    receipt.close()
    assert [one.line for one in receipt.rejects] == [1, 2, 3]
    assert receipt.rows is None


@pytest.mark.parametrize(
    ("counted", "changed"),
    [
        ({}, False),
        ({"unchanged": 3}, False),
        ({"inserted": 1}, True),
        ({"superseded": 1}, True),
        ({"placed": 1}, True),
        ({"new_events": 1}, False),
    ],
)
def test_only_what_is_new_or_placed_changes_a_database(counted: dict[str, int], changed: bool) -> None:
    assert Receipt(**counted).changed is changed  # type: ignore[arg-type]


def test_counts_are_all_told_and_the_rest_where_there_is_any() -> None:
    none = {"inserted": 0, "unchanged": 0, "superseded": 0, "rejected": 0}
    assert Receipt().as_dict() == Receipt().counts() == none
    full = Receipt(1, 2, 3, [Reject(1, RecordError("a", "b"))], [Doubt(1, "a", "b")] * 2, 4, 5, is_dry=True)
    assert full.as_dict() == {
        "inserted": 1, "unchanged": 2, "superseded": 3, "rejected": 1, "doubts": 2, "placed": 4, "new_events": 5, "dry_run": True,
    }  # fmt: skip


def test_a_reject_of_a_table_tells_the_column_and_no_other_does() -> None:
    receipt = Receipt(rows=[])
    receipt.place(2, Placed(2, RecordError("name", "x"), {"name": "Publisher", "arguments[0].name": "Who"}))
    for line, field in ((2, "name"), (2, "arguments[0].name"), (2, "country"), (3, "name")):
        receipt.reject(line, RecordError(field, "is wrong", "x"))
    assert [one.column for one in receipt.rejects] == ["Publisher", "Who", None, None]
    assert str(receipt.rejects[0]).startswith("line 2, column Publisher: ")
    assert str(receipt.rejects[3]).startswith("line 3: name")
    assert receipt.rejects[0].as_dict() == {
        "line": 2,
        "column": "Publisher",
        "field": "name",
        "reason": "is wrong",
        "value": "x",
    }
    assert receipt.rejects[3].as_dict() == {"line": 3, "field": "name", "reason": "is wrong", "value": "x"}
    assert [(row.line, row.record, row.outcome) for row in receipt.rows or ()] == [(2, "", "rejected")] * 3 + [
        (3, "", "rejected")
    ]


@pytest.mark.parametrize(
    ("record", "what"),
    [
        (claim(), "Ueda met Lind in Oslo on 3 May 2021."),
        ({"record": "document", "source": "Daily", "title": "Grain", "language": "en"}, "Grain"),
        ({"record": "source", "name": "Daily"}, "Daily"),
        ({"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "desk"}, "c1"),
        ({"record": "judgement", "left": "a", "right": "b", "verdict": "same", "who": "w", "why": "y"}, "a"),
        ({"record": "link", "source": "c1", "type": "part_of", "target": "c2"}, "c1"),
        ({"record": "sentence", "document": "daily-1", "start": 0, "end": 3}, "daily-1"),
        ({"record": "relation", "entity": "a", "type": "broader", "other": "b"}, ""),
        ({"record": "placement", "claim": "c1", "event": "e", "who": "w", "why": "y"}, "c1"),
    ],
)  # fmt: skip
def test_a_row_says_which_record_it_was(record: dict[str, Any], what: str) -> None:
    receipt = Receipt(rows=[], line=7)
    receipt.count("unchanged", record_from_object(record))
    assert receipt.rows == [Row(7, record["record"], "unchanged", what)]
    receipt.count("superseded", record_from_object(record), "date 2021 -> 2022")
    assert receipt.rows[1].what == f"{what} (date 2021 -> 2022)"
    assert receipt.counts() == {"inserted": 0, "unchanged": 1, "superseded": 1, "rejected": 0}


CHANGES: dict[str, tuple[dict[str, Any], str]] = {
    "a day": ({"date": "2021-05-04"}, "date 2021-05-03 -> 2021-05-04"),
    "the words of a day": ({"date_text": None}, "date_text 3 May 2021 -> none"),
    "sure or not": ({"certainty": "PR"}, "certainty CT -> PR"),
    "who says it": ({"asserter": "Lind"}, "asserter none -> Lind"),
    "an amount": ({"quantity": "4"}, "quantity none -> 4"),
    "only other words": ({"summary": "They met."}, "summary Ueda met Lind in Oslo on 3 May 2021. -> They met."),
    "other words beside": ({"summary": "They met.", "certainty": "PR"}, "certainty CT -> PR"),
    "a name": (
        {"arguments": [{"role": "participant", "name": "Ueda", "entity": "ueda"}, {"role": "host", "name": "Lind"}]},
        "participant Ueda, Lind -> Ueda; place Oslo -> none; host none -> Lind",
    ),
    "a quote": ({"evidence": [{"quote": "met Governor Lind"}]}, "quote met Governor Lind in Oslo on 3 May 2021 -> met Governor Lind"),
    "two things": ({"phase": "scheduled", "polarity": "-"}, "phase occurred -> scheduled; polarity + -> -"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_a_row_says_what_a_correction_changes(name: str, db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few)
    fields, told = CHANGES[name]
    receipt = db.load([claim(**fields)], rows=True)
    assert receipt.rows is not None
    assert receipt.rows[0].what == f"{claim(**fields)['summary']} ({told})"
