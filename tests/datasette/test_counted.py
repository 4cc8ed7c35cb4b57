"""Datasette counts the rows of ours as it counts others', and reads less for it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.database import Database

from claims.datasette.counted import Counted, sparing
from claims.datasette.metadata import SEARCHED
from tests.datasette.conftest import Served


@pytest.fixture(autouse=True)
def started(served: Served) -> None:
    served.run(served.datasette.invoke_startup())


def test_all_tables_are_counted_as_datasette_counts_them(served: Served) -> None:
    database = served.datasette.databases[served.name]
    assert isinstance(database, Counted)
    assert served.run(database.table_counts()) == served.run(Database.table_counts(database, 60_000))


def test_more_rows_than_the_limit_are_not_counted(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    database = served.datasette.databases[served.name]
    monkeypatch.setattr(database, "count_limit", 10)
    assert served.run(database.table_counts())["claims"] == 11


def test_counting_a_view_works_out_no_column(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scalar subqueries of the view statements read arguments and texts: a plan without them has none."""
    database = served.datasette.databases[served.name]
    asked: list[str] = []
    execute = Database.execute

    async def seen(self: Any, sql: str, *given: Any, **more: Any) -> Any:
        asked.append(sql)
        return await execute(self, sql, *given, **more)

    monkeypatch.setattr(Database, "execute", seen)
    told = served.get(f"/{served.name}/statements.json?_extra=count&kind=meet").json()
    (counting,) = [sql for sql in asked if "count(*)" in sql]
    assert (
        told["count"] == served.run(database.execute("select count(*) from statements where kind = 'meet'")).rows[0][0]
    )
    with sqlite3.connect(str(database.path)) as connection:
        as_counted, as_datasettes = (
            [row[3] for row in connection.execute(f"explain query plan {sql}", {"p0": "meet"})]
            for sql in (counting, counting.replace("select 1", "select *"))
        )
    connection.close()
    assert any(step.startswith("SEARCH v ") for step in as_datasettes)  # evidence, for the quote
    assert not any(step.startswith("SEARCH v ") for step in as_counted)


@pytest.mark.parametrize("table", [fts for fts, _ in SEARCHED.values()])
def test_counting_a_search_index_reads_no_text(served: Served, table: str) -> None:
    """Its rows are a view that spells whole texts with search_words."""
    called = 0
    database = served.datasette.databases[served.name]

    def spell(_text: object) -> str:
        nonlocal called
        called += 1
        return ""

    with sqlite3.connect(str(database.path)) as connection:
        connection.create_function("search_words", 1, spell)
        counts = database._count(connection)
    connection.close()
    assert counts[table] > 0
    assert called == 0


def test_no_facets_are_tried_out_on_ours(served: Served) -> None:
    assert served.get(f"/{served.name}/claims.json?_extra=suggested_facets").json()["suggested_facets"] == []
    assert served.get(f"/{served.name}/claims.json?_facet=kind").json()["facet_results"]["results"]["kind"]["results"]


@pytest.mark.parametrize("table", ["claims", "documents", "entities"])
@pytest.mark.parametrize("words", ["2024", "Japan", "日本", "nothing of the kind"])
def test_a_search_reads_no_more_hits_than_it_tells(
    served: Served, monkeypatch: pytest.MonkeyPatch, table: str, words: str
) -> None:
    """The same rows and the same count as by Datasette's own statements, which gather every hit first."""
    asked: list[str] = []
    execute = Database.execute

    async def seen(self: Any, sql: str, *given: Any, **more: Any) -> Any:
        if f"{table}_search match" in sql:
            asked.append(sql)
        return await execute(self, sql, *given, **more)

    path, most = f"/{served.name}/{table}.json?_extra=count&_size=5&_search={words}", " limit 6)"
    with monkeypatch.context() as patched:
        patched.setattr(Database, "execute", seen)
        ours = served.get(path).json()
    paging, counting = (next(sql for sql in asked if what in sql) for what in ("order by rowid", "count(*)"))
    assert f"order by rowid{most}" in paging
    assert re.search(
        rf"\(select 1 from {table}_search where .* match {table}_search_words\(:search\) limit \d+\)$", counting
    )
    monkeypatch.setattr("claims.datasette.counted.sparing", lambda sql: sql)
    theirs = served.get(path).json()
    assert (ours["rows"], ours["count"]) == (theirs["rows"], theirs["count"])


def test_a_search_among_other_filters_is_datasettes_own(served: Served) -> None:
    claims = f"/{served.name}/claims.json?_extra=count&_search=2024"
    one = served.get(f"{claims}&kind=meet").json()
    assert 0 < one["count"] < served.get(claims).json()["count"]
    assert {row["kind"] for row in one["rows"]} == {"meet"}


def test_phases_are_counted_as_by_datasettes_own_statement(shipped_file: Path) -> None:
    """By an index, in which they lie beneath the kinds: a facet of all claims reads none of them."""
    facet = (
        '\n select phase as value, count(*) as count from (\n select id, "key", phase from claims \n )'
        "\n where phase is not null\n group by phase order by count desc, value limit 31\n"
    )
    with closing(sqlite3.connect(shipped_file)) as connection:
        theirs = connection.execute(facet)
        ours = connection.execute(sparing(facet))
        assert [column[0] for column in ours.description] == [column[0] for column in theirs.description]
        assert ours.fetchall() == theirs.fetchall() != []
        steps = [row[3] for row in connection.execute(f"explain query plan {sparing(facet)}")]
    assert any("USING COVERING INDEX ix_claims_kind_phase_date_earliest" in step for step in steps)
    assert sparing(facet.replace("from claims", "from held_claims")) == facet.replace("from claims", "from held_claims")


def test_a_search_table_of_ones_own_is_searched_as_datasette_does() -> None:
    """Only ours have the function that writes beginnings out."""
    sql = "select rowid from {} where {} match escape_fts(:search)"
    assert sparing(sql.format("notes_search", "notes_search")) == sql.format("notes_search", "notes_search")
    assert "claims_search_words(:search)" in sparing(sql.format("claims_search", "claims_search"))
