"""What loads little reads no table of claims whole on PostgreSQL: told by the plan of each statement of a load, not by a clock."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from claims import Database
from tests.bench.workload import records
from tests.conftest import claim, taken
from tests.servers import Server

CLAIMS = 600
#: Tables that grow with what is claimed; names and what they mean are all looked at where one of them changes.
_BIG = (
    *("claims", "arguments", "evidence", "doubts", "documents", "links", "reviews", "seals"),
    *("participation", "encounters", "acts", "settled", "promises", "event_facts", "outcomes"),
)
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
    db.load(records(CLAIMS))
    keys = db.sql("select key from claims where id <= 100 order by id")
    told = [
        one
        for source, target in zip(keys[::2], keys[1::2], strict=True)
        for one in (
            {"record": "link", "source": source["key"], "target": target["key"], "type": "outcome_of", "who": "one"},
            {"record": "review", "claim": source["key"], "verdict": "accepted", "reviewer": "one"},
        )
    ]
    taken(db, told)
    with db.engine.begin() as connection:
        for table in _BIG:
            connection.exec_driver_sql(f"analyze {table}")
            for statement in _LARGER:
                connection.exec_driver_sql(statement.format(table))


def _of(db: Database, number: int) -> str:
    return str(db.sql("select key from claims where id = :number", {"number": number})[0]["key"])


def _one(**fields: Any) -> dict[str, Any]:
    return claim(
        document="d3", date="2020-03-04", date_text=None, event=None, evidence=[{"start": 0, "end": 20}],
        arguments=[{"role": "participant", "name": "A", "entity": "e20"}, {"role": "topic", "name": "whoever"}], **fields,
    )  # fmt: skip


LOADS: dict[str, Callable[[Database], list[dict[str, Any]]]] = {
    "a claim": lambda db: [_one(slug="first")],
    "a claim on an event": lambda db: [_one(slug="other") | {"event": "v3", "date": "2020-03-05"}],
    "a claim that supersedes": lambda db: [_one(slug="first") | {"date": "2020-03-06"}],
    "a withdrawal": lambda db: [_one(slug="first", retraction="withdrawn") | {"date": "2020-03-06"}],
    "an article": lambda db: [
        {"record": "document", "slug": "new", "source": "Source 1", "title": "New", "language": "en", "text": "A met B. " * 9},
        *(_one(slug=f"n{number}") | {"document": "new", "date": f"2020-04-0{number}"} for number in (1, 2, 3)),
    ],
    "a review": lambda db: [{"record": "review", "claim": _of(db, 90), "verdict": "rejected", "reviewer": "one"}],
    "a merge": lambda db: [{"record": "judgement", "left": "e30", "right": "e31", "verdict": "same", "who": "one", "why": "so"}],
    "a placement": lambda db: [{"record": "placement", "claim": _of(db, 91), "event": "v2", "who": "one", "why": "so"}],
    "a link": lambda db: [
        {"record": "link", "source": _of(db, 92), "target": _of(db, 93), "type": "outcome_of", "who": "one"}
    ],
    "a new name": lambda db: [{"record": "entity", "slug": "who", "name": "whoever", "kind": "topic"}],
    "a document of another day": lambda db: [
        {"record": "document", "slug": "d4", "published_on": "2019-01-02"} | _page(db)
    ],
}  # fmt: skip


def _page(db: Database) -> dict[str, Any]:
    row = db.sql("select title, language, text from documents where slug = 'd4'")[0]
    return {"source": "Source 4", **row}


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
    if table in _BIG and way.endswith("Scan") and not way.startswith("Bitmap") and not by_index and above != "Limit":
        yield table
    if "One-Time Filter" not in plan:  # what is done once names have changed, and they have not
        for below in plan.get("Plans", ()):
            yield from _read_whole(below, parts, way)
