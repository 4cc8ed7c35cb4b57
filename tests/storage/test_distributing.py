"""A spread database on one server: what Citus does is stood in for, so that what this package does itself is tried without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from claims import Database
from claims.check import check
from claims.records import corpus_lines
from claims.storage import building, spread, spreading, store_of
from claims.storage.postgresql import distributing
from tests.citus.questions import QUESTIONS, answers
from tests.conftest import claim, taken
from tests.servers import Server

_STANDING_IN = (
    "create function create_distributed_table(t text, c text, shard_count int default 0, colocate_with text default '')"
    " returns void language sql as ''",
    "create function create_reference_table(t text) returns void language sql as ''",
)


@pytest.fixture(scope="module")
def name(server: Server, shipped_template: str) -> str:
    """What ships, spread after it was loaded; to be copied."""
    made = server.new(f"template {shipped_template} strategy file_copy")
    with Database(server.url(made)) as db, pytest.MonkeyPatch.context() as patch:
        patch.setattr(distributing, "check_spreadable", lambda connection: None)
        with db.engine.begin() as connection:
            for statement in _STANDING_IN:
                connection.exec_driver_sql(statement)
        assert list(spread(db.engine, 4)) == spreading(db.engine, 4)
    return made


@pytest.fixture
def several(server: Server, name: str) -> Iterator[Database]:
    with server.copy(name) as db:
        yield db


def problems(db: Database) -> list[str]:
    with db.engine.connect() as connection:
        return [problem for finding in check(connection) for problem in finding.problems]


def test_what_is_of_a_claim_lies_beside_it(
    server: Server, empty_template: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distributing, "check_spreadable", lambda connection: None)
    with server.copy(empty_template) as db:
        placed = [
            one for one in spreading(db.engine, 8) if "create_distributed_table" in one and "held_names" not in one
        ]
    assert "select create_distributed_table('claims', 'id', shard_count => 8)" in placed
    others = [one for one in placed if "'claims', 'id'" not in one]
    assert len(others) == len(placed) - 1 > 0
    assert all(one.endswith(", colocate_with => 'claims')") for one in others)


def test_questions_are_answered_as_by_a_file(several: Database, shipped_file: Path) -> None:
    with Database(shipped_file) as one:
        for question, parameters in QUESTIONS:
            assert answers(several, question, parameters) == answers(one, question, parameters), (question, parameters)
    assert several.load(corpus_lines()).changed is False


def test_names_of_claims_are_held_once_and_let_go(several: Database, few: list[dict[str, Any]]) -> None:
    held = {row["name"] for row in several.sql("select name from held_names")}
    taken(several, few)
    (first,) = several.sql("select id, key from claims where slug = 'c1'")
    fresh = {(row["sort"], row["name"]) for row in several.sql("select * from held_names") if row["name"] not in held}
    keys = {("key", row["key"]) for row in several.sql("select key from claims where slug in ('c1', 'c2')")}
    assert fresh == keys | {("slug", "c1"), ("slug", "c2")}
    taken(several, [claim(certainty="PR")])  # its key and slug pass on to the claim that supersedes it
    rows = several.sql("select claim_id from held_names where name in ('c1', :key)", {"key": first["key"]})
    assert {row["claim_id"] for row in rows} == {
        row["id"] for row in several.sql("select id from claims where slug = 'c1' and retracted_at is null")
    }
    assert {row["claim_id"] for row in rows} != {first["id"]}
    assert problems(several) == []


def test_a_second_held_claim_of_a_key_is_refused(several: Database) -> None:
    (held,) = several.sql("select * from claims where key = (select min(key) from held_claims)")
    again = held | {"id": 1_000_000, "slug": None}
    with several.engine.connect() as connection, pytest.raises(psycopg.errors.UniqueViolation, match="pk_held_names"):
        store_of(connection).insert(connection, "claims", tuple(again), [tuple(again.values())])


def test_a_reference_to_no_claim_is_named(several: Database) -> None:
    """No node keeps these, as the other claim may lie on another."""
    with several.engine.begin() as connection:
        connection.exec_driver_sql(
            "insert into links (source_id, link_type, target_id, verdict, linked_at)"
            " select min(id), 'repeats', 999999, 'accepted', '2024-07-01T00:00:00.000Z' from claims"
        )
    assert any("links" in problem and "claims" in problem for problem in problems(several))


def test_what_is_derived_is_made_again(several: Database) -> None:
    before = answers(several, "planned", {})
    with several.engine.begin() as connection:
        building.build(connection, building.drop(connection))
    assert answers(several, "planned", {}) == before
    assert problems(several) == []
