"""Every question, and every view that analysts use, in a client that knows nothing of this package."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import Database
from claims.catalogue import catalogue

GIVEN = {
    "person": "齋藤健", "other": "Raimondo, Gina", "party": "米国", "topic": "AI", "entity": "安徳根",
    "event": "jucip-4", "office": "METI Minister", "organisation": "日本", "claim": "meti-jucip4-en-01-a",
    "document": "meti-jucip4-en", "kind": "meet", "slot": "date", "tool": "load", "likelihood": "unlikely",
    "since": "2023", "until": "2024-12-31", "day": "2024-06-26", "as_of": "2024-10-01",
}  # fmt: skip


@pytest.fixture
def plain(shipped_file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{shipped_file}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("name", "parameter"),
    [(query.name, parameter) for query in catalogue().values() for parameter in ("", *query.parameters)],
)
def test_a_question_answers_in_plain_sqlite_as_it_does_here(
    name: str, parameter: str, plain: sqlite3.Connection, shipped: Database
) -> None:
    values = {parameter: GIVEN[parameter]} if parameter else {}
    sql = shipped.query_sql(name, **values)
    assert sql.startswith(f"-- {catalogue()[name].title}\n")
    assert ":" + parameter not in sql.replace(f"-- {parameter}:", "") or not parameter
    assert [dict(row) for row in plain.execute(sql)] == shipped.query(name, **values)


def test_a_value_is_data_and_never_sql(plain: sqlite3.Connection, shipped: Database) -> None:
    for name in ("O'Brien; --", "'); drop table claims; --", "a\n-- b", ":party", "name_key(:party)"):
        assert plain.execute(shipped.query_sql("agreed", party=name)).fetchall() == []
    assert len(list(plain.execute(shipped.query_sql("agreed")))) == len(shipped.query("agreed"))


def test_tables_and_views_need_no_function_of_ours(plain: sqlite3.Connection) -> None:
    """All but the three views of words that the search index is made from; the index itself is asked by match."""
    names = [
        row[0]
        for row in plain.execute("select name from sqlite_master where type in ('table', 'view')")
        if not row[0].endswith(("_words", "_search")) and not row[0].startswith("sqlite_")
    ]
    assert "statements" in names
    assert "disagreements" in names
    for name in names:
        plain.execute(f"select * from {name} limit 5").fetchall()
    assert plain.execute("select rowid from claims_search where claims_search match 'IPEF'").fetchall()
