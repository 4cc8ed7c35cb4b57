"""What Datasette asks for every page is asked once until somebody writes."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from datasette.database import Database

from claims.datasette.remembering import Remembering
from tests.datasette.conftest import Served


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The databases that were asked anything, by name."""
    names: list[str] = []
    execute = Database._execute_fn

    async def seen(self: Any, fn: Any) -> Any:
        names.append(self.name)
        return await execute(self, fn)

    monkeypatch.setattr(Database, "_execute_fn", seen)
    return names


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("table_exists", ["claims"]),
        ("view_exists", ["statements"]),
        ("table_names", []),
        ("view_names", []),
        ("hidden_table_names", []),
        ("table_columns", ["claims"]),
        ("table_column_details", ["claims"]),
        ("primary_keys", ["participation"]),
        ("fts_table", ["claims"]),
        ("foreign_keys_for_table", ["claims"]),
        ("get_all_foreign_keys", []),
        ("get_table_definition", ["claims"]),
        ("derived_table_dependencies", []),
    ],
)
def test_the_schema_is_told_as_datasette_tells_it_and_asked_once(
    served: Served, asked: list[str], method: str, given: list[str]
) -> None:
    served.run(served.datasette.invoke_startup())
    database = served.datasette.databases[served.name]
    first = served.run(getattr(database, method)(*given))
    assert first == served.run(getattr(Database, method)(database, *given))
    asked.clear()
    assert served.run(getattr(database, method)(*given)) == first
    assert asked == []


def test_a_page_of_a_table_asks_nothing_of_the_schema(served: Served, asked: list[str]) -> None:
    served.get(f"/{served.name}/claims?_size=2")
    asked.clear()
    served.get(f"/{served.name}/claims?_size=3")
    assert asked.count(served.name) <= 8  # rows, labels of five foreign keys, whether it is a replica


def test_facets_of_a_whole_table_are_counted_once(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    execute = Database.execute

    async def seen(self: Any, sql: str, *given: Any, **more: Any) -> Any:
        counted.extend(["count"] if "count(*) as count" in sql else [])
        return await execute(self, sql, *given, **more)

    monkeypatch.setattr(Database, "execute", seen)
    told = [
        served.get(f"/{served.name}/claims.json?_size={size}&_facet=phase&_extra=facet_results").json()
        for size in (3, 4)
    ]
    assert told[0]["facet_results"]["results"]["phase"]["results"][0]["count"] > 0
    assert len(counted) <= 1
    for kind in ("meet", "sign"):
        served.get(f"/{served.name}/claims.json?kind={kind}&_facet=phase&_extra=facet_results")
    assert len(counted) >= 2  # of a part, each its own


def test_who_writes_is_told_anew(served_copy: Served) -> None:
    served_copy.run(served_copy.datasette.invoke_startup())
    database = served_copy.datasette.databases[served_copy.name]
    assert isinstance(database, Remembering)
    before = served_copy.run(database.table_names())
    before.append("mine")  # what is held is not what is handed out
    assert "mine" not in served_copy.run(database.table_names())
    other = sqlite3.connect(database.path)
    other.execute("create table added (id integer primary key)")
    other.commit()
    assert "added" in served_copy.run(database.table_names())
    other.execute("drop table added")
    other.commit()
    other.close()
    assert not served_copy.run(database.table_exists("added"))


def test_only_so_much_is_held(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.datasette.once.MOST", 3)
    database = served.datasette.databases[served.name]
    for name in "abcdef":
        assert not served.run(database.table_exists(name))
    assert len(database._told) <= 3
