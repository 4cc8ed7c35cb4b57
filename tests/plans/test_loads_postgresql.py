"""What loads little reads no table of claims whole on PostgreSQL: told by the plan of each statement of a load, not by a clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from claims import Database
from tests.conftest import taken
from tests.plans.loads import BIG, LOADS, fill
from tests.servers import Server

_EXPLAINED = re.compile(r"(?:\s|--[^\n]*\n)*(?:select|with|insert|update|delete)\b")
#: Indexes of a part of a table, which is small.
_PARTS = "select relname from pg_class where oid in (select indexrelid from pg_index where indpred is not null)"
#: Each is a thousand times as large for the planner, with five rows of a value where it had more, and none that is frequent.
_LARGER = (
    "alter table {0} set (autovacuum_enabled = off)",
    "update pg_class set reltuples = 1000 * reltuples where oid = '{0}'::regclass",
    "update pg_statistic set stadistinct = -0.2, stakind1 = 0, stakind2 = 0, stakind3 = 0"
    " where starelid = '{0}'::regclass and stadistinct > 0",
)


@pytest.fixture(scope="module")
def large(server: Server) -> Iterator[Database]:
    """A database that the planner takes for a large one."""
    template = server.template(_fill)
    with server.copy(template) as db:
        yield db


def _fill(db: Database) -> None:
    fill(db)
    with db.engine.begin() as connection:
        for table in BIG:
            connection.exec_driver_sql(f"analyze {table}")
            for statement in _LARGER:
                connection.exec_driver_sql(statement.format(table))


@pytest.mark.parametrize("what", LOADS)
def test_what_loads_little_reads_nothing_whole(what: str, large: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    with large.engine.connect() as connection:
        parts = set(connection.exec_driver_sql(_PARTS).scalars())
    given = LOADS[what](large)
    whole: dict[str, set[str]] = {}
    run = psycopg.Cursor.execute

    def explained(cursor: Any, statement: Any, values: Any = None, **more: Any) -> Any:
        if isinstance(statement, str) and _EXPLAINED.match(statement):
            with cursor.connection.cursor() as beside:
                (plan,) = run(beside, f"explain (format json) {statement}", values).fetchone()
            for table in _read_whole(plan[0]["Plan"], parts):
                whole.setdefault(table, set()).add(" ".join(statement.split())[:200])
        return run(cursor, statement, values, **more)

    monkeypatch.setattr("psycopg.Cursor.execute", explained)
    taken(large, given)
    assert whole == {}


def _read_whole(plan: dict[str, Any], parts: set[str], above: str = "") -> Iterator[str]:
    """The big tables that a plan goes through from end to end; to its first row is not that far."""
    table, way = plan.get("Relation Name"), plan["Node Type"]
    by_index = "Index Cond" in plan or plan.get("Index Name") in parts
    if table in BIG and way.endswith("Scan") and not way.startswith("Bitmap") and not by_index and above != "Limit":
        yield table
    if "One-Time Filter" not in plan:  # what is done once names have changed, and they have not
        for below in plan.get("Plans", ()):
            yield from _read_whole(below, parts, way)
