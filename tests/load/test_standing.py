"""Verdicts of which one stands at a time: what each record does to those that are there, told by rows (says, from, until)."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import claim, taken

Row = tuple[
    str, str | None, str | None
]  # what it says, the month in which it was made and taken back; "now" = by this load


def at(month: int | None) -> str | None:
    return None if month is None else f"2021-{month:02}-01T00:00:00.000Z"


def judged(why: str, made: int | None = None, back: int | None = None, **fields: Any) -> dict[str, Any]:
    record = {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "same", "who": "desk", "why": why}
    return record | {"judged_at": at(made), "withdrawn_at": at(back)} | fields


def placed(why: str, made: int | None = None, back: int | None = None, **fields: Any) -> dict[str, Any]:
    record = {"record": "placement", "claim": "c3", "event": "grain-talks", "who": "desk", "why": why}
    return record | {"placed_at": at(made), "withdrawn_at": at(back)} | fields


def rows(db: Database, table: str, instant: str) -> list[Row]:
    found = db.sql(
        f"select why, {instant} as made, withdrawn_at as back from {table} where who <> 'gather' order by {instant}, id"
    )
    return [(row["why"], *(_month(row[name]) for name in ("made", "back"))) for row in found]


def _month(instant: str | None) -> str | None:
    if instant is None:
        return None
    return str(int(instant[5:7])) if instant.startswith("2021-") else "now"


#: Records in one stream -> the rows that they leave.
JUDGED: dict[str, tuple[list[dict[str, Any]], list[Row]]] = {
    "one": ([judged("a")], [("a", "now", None)]),
    "one of a month": ([judged("a", 3)], [("a", "3", None)]),
    "the same twice": ([judged("a", 3), judged("a")], [("a", "3", None)]),
    "the same the other way round": ([judged("a", 3), judged("a", left="lind", right="ueda")], [("a", "3", None)]),
    "the same of another month": ([judged("a", 3), judged("a", 5)], [("a", "3", None)]),
    "another": ([judged("a", 3), judged("b", 5)], [("a", "3", "5"), ("b", "5", None)]),
    "another now": ([judged("a", 3), judged("b")], [("a", "3", "now"), ("b", "now", None)]),
    "another of before": ([judged("a", 5), judged("b", 3)], [("b", "3", "5"), ("a", "5", None)]),
    "one that was taken back": ([judged("a", 3, 5)], [("a", "3", "5")]),
    "one that was taken back, some time": ([judged("a", None, 5)], [("a", "5", "5")]),
    "taking back what stands": ([judged("a", 3), judged("a", None, 5)], [("a", "3", "5")]),
    "taking back what stands, of its month": ([judged("a", 3), judged("a", 3, 5)], [("a", "3", "5")]),
    "taking back twice": (
        [judged("a", 3), judged("a", None, 5), judged("a", None, 5), judged("a", None, 7)],
        [("a", "3", "5")],
    ),
    "taking back another": ([judged("a", 3), judged("b", None, 5)], [("a", "3", None), ("b", "5", "5")]),
    "one of a month that is known to be taken back": ([judged("a", 3, 5), judged("a", 3)], [("a", "3", "5")]),
    "one again, after it was taken back": ([judged("a", 3, 5), judged("a", 7)], [("a", "3", "5"), ("a", "7", None)]),
    "one again, and back again": (
        [judged("a", 3, 5), judged("a", 7), judged("a", 7, 9)],
        [("a", "3", "5"), ("a", "7", "9")],
    ),
    "three in turn": (
        [judged("a", 3), judged("b", 5), judged("a", 7)],
        [("a", "3", "5"), ("b", "5", "7"), ("a", "7", None)],
    ),
}


@pytest.fixture
def base(db: Database, few: list[dict[str, Any]]) -> Database:
    taken(db, [*few, claim(slug="c3", kind="cooperate", phase="agreed", event=None)])
    return db


@pytest.mark.parametrize("name", JUDGED)
def test_what_stands_of_judgements(name: str, base: Database) -> None:
    stream, expected = JUDGED[name]
    taken(base, stream)
    assert rows(base, "judgements", "judged_at") == expected
    assert sum(back is None for _, _, back in expected) <= 1
    assert base.load(stream).changed is False
    assert rows(base, "judgements", "judged_at") == expected


def test_a_rule_gives_way_to_a_person_and_no_person_to_another_without_a_trace(base: Database) -> None:
    taken(base, [placed("by rule", 3, who="gather"), placed("a", 5)])
    assert base.sql("select who, why from placements where claim_id = (select id from claims where slug = 'c3')") == [
        {"who": "desk", "why": "a"}
    ]
    taken(base, [placed("b", 7, who="ann")])
    assert rows(base, "placements", "placed_at") == [("a", "5", "7"), ("b", "7", None)]
