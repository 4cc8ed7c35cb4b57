"""What a load changed is marked, and nothing else: by it a replica asks for what is new."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import TEXT, claim, taken


def marked(db: Database, before: int = 0) -> set[tuple[str, str]]:
    """(record, name or slug) of what bears a higher mark than `before`."""
    names = {
        "source": ("sources", "name"),
        "document": ("documents", "slug"),
        "entity": ("entities", "slug"),
        "event": ("events", "slug"),
    }
    names["meaning"] = names["document"]
    found = set()
    for row in db.sql(f"select record, row_id from marks where mark > {before}"):
        table, name = names[row["record"]]
        found.add((row["record"], db.sql(f"select {name} as n from {table} where id = {row['row_id']}")[0]["n"]))
    return found


CHANGES: dict[str, tuple[list[dict[str, Any]], set[tuple[str, str]]]] = {
    "nothing": ([claim()], set()),
    "a source": ([{"record": "source", "name": "Daily", "kind": "wire"}], {("source", "Daily")}),
    "a name of somebody": (
        [{"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "NO", "aliases": [{"name": "A. Lind"}]}],
        {("entity", "lind")},
    ),
    "a country of somebody": (
        [{"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "SE"}],
        {("entity", "lind"), ("meaning", "daily-1")},
    ),
    "somebody new": ([{"record": "entity", "slug": "ek", "name": "Bo Ek", "kind": "person"}], {("entity", "ek")}),
    "an event": ([{"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet", "ordinal": 2}], {("event",
    "grain-talks"), ("document", "daily-1")}),
    "a claim": ([claim(certainty="PR")], {("document", "daily-1")}),
    "a claim that is new": ([claim(slug="c3", polarity="-")], {("document", "daily-1")}),
    "a withdrawal": ([claim(retraction="wrong")], {("document", "daily-1")}),
    "the day of a document": (
        [{"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en", "published_on": "2021-05-05",
        "text": TEXT}],
        {("document", "daily-1")},
    ),
    "a ledger": ([{"record": "sentence", "document": "daily-1", "start": 87, "end": 105, "reason": "says no more"}], {("document",
    "daily-1")}),
    "a review": ([{"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "desk"}], {("document", "daily-1")}),
    "a link": ([{"record": "link", "source": "c2", "type": "part_of", "target": "c1"}], {("document", "daily-1")}),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_marked(name: str, db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    assert marked(db) == {
        ("source", "Daily"), ("document", "daily-1"), ("event", "grain-talks"), *(("entity", who) for who in ("ueda", "lind", "oslo")),
    }  # fmt: skip
    (before,) = (row["m"] for row in db.sql("select max(mark) as m from marks"))
    records, expected = CHANGES[name]
    taken(db, records)
    assert marked(db, before) == expected
    assert db.sql("select count(distinct mark) as n from marks") == [{"n": 1 + bool(expected)}]
    taken(db, records)  # and again: nothing more
    assert marked(db, before + 1) == set()
