"""No question and no page reads a big table whole, nor loses the index by which it is answered: by SQLite's plans at a million claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims import Database
from claims.datasette.counted import sparing
from claims.storage.sqlite import functions, terms
from tests.plans.figures import recorded
from tests.plans.plan import Plan, plan_of, pretend, statements

FIGURES = recorded()
#: What may go through much of a big table, and why.
ALLOWED = {
    (
        "queries/conflicts",
        "participation",
    ): "asked of no event it goes through what was provided, what failed and who held offices",
    ("pages/feeds/new_claims", "claims"): "from its end, and no further than it shows",
    ("pages/home/counts", "claims"): "counts all, by an index; the page is kept until the database changes",
    (
        "statements by event",
        "claims",
    ): "a placement may tell of another event than the claim's record, so that the view knows no order by event",
    ("claims by kind and phase", "claims"): "in the order of the index, and no further than it shows",
    ("claims by day", "claims"): "from that day on, and no further than it shows",
    ("claims of a run", "claims"): "a run may have brought them all",
}
#: The same where statistics are there: SQLite then makes a Bloom filter of a table that it is about to search many times, by
#: what it guesses of a common table's length. The loader leaves none.
ALLOWED_ANALYSED = {
    *ALLOWED,
    ("queries/conflicts", "aliases"),
    ("queries/conflicts", "claims"),
    ("queries/conflicts", "event_facts"),
    ("queries/offices", "arguments"),
    ("queries/offices", "claims"),
    ("pages/event/conflicts", "aliases"),
    ("pages/event/conflicts", "event_facts"),
}
#: Indexes whose loss costs less than BIG and MANY tell.
SMALLER = {
    "ix_participation_years": "who has few claims that last beyond a year is looked through instead",
    "ix_promises_late": "what was due before is looked through instead",
}


@pytest.fixture(scope="module")
def shaped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "claims.db"
    with Database(path, create=True):
        pass
    return path


@pytest.fixture(params=["as it is made", "analysed at a million claims"])
def connection(request: pytest.FixtureRequest, shaped: Path) -> Iterator[sqlite3.Connection]:
    """An empty database of ours; the loader leaves no statistics, but whoever has the file may."""
    copy = _copy(shaped)
    if "analysed" in request.param:
        pretend(copy, FIGURES)
    yield copy
    copy.close()


@pytest.mark.parametrize("name", statements())
def test_nothing_selective_reads_a_big_table_whole(
    name: str, connection: sqlite3.Connection, request: pytest.FixtureRequest
) -> None:
    allowed = ALLOWED_ANALYSED if "analysed" in request.node.name else set(ALLOWED)
    found = plan_of(connection, statements()[name], FIGURES).complaints
    question = name.removesuffix(", first rows")
    assert {one for one in found if (question, one[0]) not in allowed} == set()


def test_garbled_names_are_looked_for_from_the_few_that_there_are(connection: sqlite3.Connection) -> None:
    """Else all persons are gone through for every event: too few for BIG, and yet most of what its conflicts cost."""
    first = connection.execute("explain query plan select * from name_disagreements where event_id = 7").fetchone()
    assert first[3] == "SCAN x USING INDEX ix_aliases_garbled"


@pytest.mark.parametrize(
    ("column", "given"),
    [
        ("kind", ""),
        ("phase", ""),
        ("document_id", ""),
        ("phase", "kind"),
        ("document_id", "kind"),
        ("document_id", "kind phase"),
    ],
)
def test_facets_of_claims_are_counted_by_an_index_alone(
    column: str, given: str, connection: sqlite3.Connection
) -> None:
    """As Datasette asks for them, of all claims or of a sixth: to look each up takes ten times as long."""
    where = " and ".join(f'"{one}" = :p{number}' for number, one in enumerate(given.split()))
    sql = sparing(
        f"select {column} as value, count(*) as count from (\n select id, summary, kind, phase, document_id from claims"
        f" {f'where {where} ' if where else ''}\n)\n where {column} is not null\n"
        f" group by {column} order by count desc, value limit 31"
    )
    steps = [row[3] for row in connection.execute(f"explain query plan {sql}", {"p0": "", "p1": ""})]
    assert any("claims USING COVERING INDEX ix_claims_" in step for step in steps), steps


def test_what_is_allowed_is_still_needed(shaped: Path) -> None:
    bare = _copy(shaped)
    plans = {name: plan_of(bare, statements()[name], FIGURES) for name, _ in ALLOWED}
    bare.close()
    assert {(name, table) for name, plan in plans.items() for table, _ in plan.complaints} == set(ALLOWED)


def test_a_lost_index_is_noticed(shaped: Path) -> None:
    """Each index of a big table that a plan names is dropped in turn: something is then read whole, or by a worse one."""
    unnoticed = []
    bare = _copy(shaped)
    plans = {name: plan_of(bare, sql, FIGURES) for name, sql in statements().items()}
    for index in sorted({one for plan in plans.values() for one in plan.indexes if _is_of_big_table(one)}):
        (sql,) = bare.execute("select sql from sqlite_schema where name = ?", (index,)).fetchone()
        bare.execute(f"drop index {index}")
        users = [name for name, plan in plans.items() if index in plan.indexes]
        if not any(_is_worse(plans[name], plan_of(bare, statements()[name], FIGURES)) for name in users):
            unnoticed.append(index)
        bare.execute(sql)
    bare.close()
    assert unnoticed == list(SMALLER)


def _copy(path: Path) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", cached_statements=0)  # a plan that is kept is not made anew when an index goes
    original = sqlite3.connect(path)
    original.backup(copy)
    original.close()
    functions.register(copy)
    terms.register(copy, 1000)  # as the plugin does
    return copy


def _is_worse(before: Plan, after: Plan) -> bool:
    return bool(after.complaints - before.complaints)


def _is_of_big_table(index: str) -> bool:
    big = {table for table, _, rows in FIGURES if int(rows.split()[0]) >= 50_000}
    return any(name == index and table in big and index.startswith("ix_") for table, name, _ in FIGURES)
