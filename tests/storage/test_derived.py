"""What is derived costs what has changed, not what is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from claims import Database
from claims.check import check
from claims.storage import derived, driver
from claims.storage.meanings import renaming
from tests.conftest import claim, taken


@pytest.mark.parametrize("change", [derived.clear, derived.fill], ids=["clear", "fill"])
def test_one_claim_is_derived_without_reading_the_others(
    copy: Database, change: Callable[[Connection, list[int]], None]
) -> None:
    """Counted in SQLite's own steps, a hundred at a time."""
    with copy.engine.connect() as connection:
        every = list(connection.exec_driver_sql("select id from claims").scalars())
        one = _steps(connection, lambda: change(connection, every[-1:]))
        connection.rollback()
        assert one * 20 < _steps(connection, lambda: change(connection, every))


def test_names_that_change_derive_nothing_of_claims_and_claims_nothing_of_names(copy: Database) -> None:
    """A cluster asks each node for what such statements find, which is nothing."""
    said: list[str] = []
    with copy.engine.begin() as connection:
        event.listen(connection, "before_cursor_execute", lambda _c, _u, statement, *_: said.append(statement))
        with renaming(connection):
            pass
        of_names = _tables(said)
        said.clear()
        derived.fill(connection, connection.exec_driver_sql("select id from claims limit 3").scalars())
        of_claims = _tables(said)
    assert {"canonical", "known_names", "referents"} <= of_names
    assert not of_names & {"participation", "event_facts", "promises", "settled", "outcomes", "acts"}
    assert {"participation", "event_facts", "mentions", "referents"} <= of_claims
    assert not of_claims & {"canonical", "states", "clocks", "units"}


def _tables(statements: list[str]) -> set[str]:
    return {found[1] for one in statements if (found := re.match(r"insert into (\w+)", one.strip()))}


def _steps(connection: Connection, work: Callable[[], None]) -> int:
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    raw = driver(connection)
    raw.set_progress_handler(count, 100)
    try:
        work()
    finally:
        raw.set_progress_handler(None, 0)
    return counted


def test_claims_that_move_to_another_are_searched_for_once(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few)
    db.load([claim(slug="c3", polarity="-", event=None, arguments=[{"role": "participant", "name": "Governor"}])])
    known = {"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "NO"}
    taken(db, [known | {"aliases": [{"name": "Governor"}]}])
    with db.engine.connect() as connection:
        assert [problem for finding in check(connection) for problem in finding.problems] == []
    words = "select count(*) as n from claims_search where claims_search match 'Ueda'"
    assert db.sql(words) == [{"n": len(db.sql("select 1 from claims"))}]
