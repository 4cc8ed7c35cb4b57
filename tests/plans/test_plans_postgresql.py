"""The first rows of a question on PostgreSQL come without a sort of all that it finds, nor by going through what it does not ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection

from claims import Database
from claims.catalogue import catalogue, given, limited
from claims.storage.postgresql.connecting import driver
from claims.storage.postgresql.translation import translation
from tests.plans.loads import CLAIMS, fill
from tests.plans.plan import PARAMETER
from tests.servers import Server

#: What knows all that it finds before it tells the first, and why.
SORTED = {"offices": "every claim of a person, before their tenures can be told"}
#: Ways to do without a sort where there is one: each is taken only if nothing else is left.
_LAST = ("enable_seqscan", "enable_sort", "enable_hashjoin", "enable_hashagg", "enable_bitmapscan")


@pytest.fixture(scope="module")
def plans(server: Server, empty_template: str) -> Iterator[dict[str, dict[str, Any]]]:
    """Of each question, for any parameters, its plan for the first 100 rows."""
    with server.copy(empty_template) as db:
        yield {name: _plan(db, limited(one.sql, 100)) for name, one in catalogue().items()}


@pytest.mark.parametrize("name", sorted(set(catalogue()) - set(SORTED)))
def test_the_first_rows_come_without_sorting_all(name: str, plans: dict[str, dict[str, Any]]) -> None:
    assert "Sort" not in list(_streamed(plans[name]))


def test_what_sorts_still_does(plans: dict[str, dict[str, Any]]) -> None:
    assert {name for name, plan in plans.items() if "Sort" in list(_streamed(plan))} == set(SORTED)


def test_what_one_document_tells_is_found_without_the_others(server: Server, empty_template: str) -> None:
    with server.copy(empty_template) as db:
        fill(db)
        last = db.sql("select slug from documents order by id desc limit 1")[0]["slug"]
        with db.engine.connect() as connection:
            query, values = given("extractions", {"document": last})
            passed = [*_passed_over(connection, limited(query.sql, 100), values)]
    assert max(passed) < CLAIMS / 4


def _passed_over(connection: Connection, sql: str, values: dict[str, Any]) -> Iterator[int]:
    """How many rows each node of the plan read and did not take."""
    told = translation(sql)
    raw = driver(connection)
    raw.execute("set local enable_seqscan = off")
    (found,) = raw.execute(f"explain (analyze, format json) {told.sql}", told.parameters(values)).fetchone()
    below = [found[0]["Plan"]]
    while below:
        node = below.pop()
        below += node.get("Plans", ())
        yield node.get("Rows Removed by Filter", 0) * node["Actual Loops"]


def _plan(db: Database, sql: str) -> dict[str, Any]:
    told = translation(sql)
    names = list(told.parameters(dict.fromkeys(PARAMETER.findall(re.sub(r"--.*", "", sql)), "")))
    numbered = re.sub(r"%\((\w+)\)s", lambda place: f"${names.index(place[1]) + 1}", told.sql).replace("%%", "%")
    types, values = (f"({', '.join([one] * len(names))})" if names else "" for one in ("text", "''"))
    with db.engine.connect() as connection:
        raw = driver(connection)
        for setting in _LAST:
            raw.execute(f"set local {setting} = off")
        raw.execute(f"prepare asked {types} as {numbered}")
        (found,) = raw.execute(f"explain (format json) execute asked {values}").fetchone()
        raw.execute("deallocate asked")
    return dict(found[0]["Plan"])


def _streamed(plan: dict[str, Any]) -> Iterator[str]:
    """The nodes that the first row passes through: the outer side of each join, and every part of what is put together."""
    yield plan["Node Type"]
    for below in plan.get("Plans", ()):
        if below["Parent Relationship"] in ("Outer", "Member", "Subquery"):
            yield from _streamed(below)
