"""Claims spread over the nodes of Citus: as one server tells them, and nothing lost. `python -m tests.citus` is the long form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy
import yaml
from click.testing import CliRunner

from claims import Database
from claims.check import check
from claims.cli import main
from claims.errors import DatabaseError
from claims.models import Base
from claims.records import corpus_lines
from claims.resources import DB
from claims.storage import building, spread, spreading, store_of
from claims.storage.postgresql.distributing import plan
from claims.storage.postgresql.translation import translation
from tests.citus.nodes import Cluster, cluster, programs
from tests.citus.questions import QUESTIONS, answers
from tests.servers import Server

installed = pytest.mark.skipif(programs() is None, reason="no PostgreSQL with Citus is installed here")
_LINE = "select a.x\nfrom t as a -- why\njoin claims as c on c.id = a.x -- spread: join told as c on c.id = a.x\n-- spread: where c.y = :p"


def test_a_line_is_another_where_claims_lie_on_several_nodes() -> None:
    assert "join told as c on c.id = a.x\nwhere c.y = %(p)s" in translation(_LINE, is_spread=True).sql
    assert "join claims as c" not in translation(_LINE, is_spread=True).sql
    assert "join claims as c" in translation(_LINE).sql
    assert "-- why" in translation(_LINE, is_spread=True).sql


def test_what_is_all_other_there_is_left_out_up_to_what_it_is() -> None:
    parted = "-- Who?\nselect -- one server:\n    a.x\nfrom t as a\n-- spread: select b.x\n-- spread: from u as b\n"
    assert translation(parted, is_spread=True).sql == "-- Who?\nselect b.x\nfrom u as b\n"
    assert "select -- one server:\n    a.x\nfrom t as a" in translation(parted).sql


def test_what_is_asked_of_several_nodes_is_told_alike_by_one(
    server: Server, shipped_template: str, shipped_file: Path
) -> None:
    with server.copy(shipped_template) as db, Database(shipped_file) as one:
        with db.engine.begin() as connection:
            for view in sorted((DB / "views").glob("*.sql")):
                asked = translation(view.read_text("utf-8").rstrip(";\n"), is_spread=True).sql.replace("%%", "%")
                connection.connection.cursor().execute(asked.replace("create view", "create or replace view", 1))
            connection.exec_driver_sql("create table held_names (name text)")  # by which a connection knows
        db.engine.dispose()
        for question, parameters in QUESTIONS:
            assert answers(db, question, parameters) == answers(one, question, parameters), (question, parameters)


def test_no_view_is_looked_up_for_one_row_at_a_time_there() -> None:
    looked_up = "select s.quote from claims as c join statements as s on s.claim_id = c.id"
    assert "join lateral" in translation(looked_up).sql
    assert "lateral" not in translation(looked_up, is_spread=True).sql


def test_the_plan_places_each_table_once_and_claims_before_what_is_put_beside_them() -> None:
    placed = [statement.split("'")[1] for statement in plan(4) if statement.startswith("select create_")]
    assert sorted(placed) == sorted([*Base.metadata.tables, "held_names"])
    beside = [statement.split("'")[1] for statement in plan(4) if "colocate_with => 'claims'" in statement]
    assert "seals" in beside
    assert placed.index("claims") < min(map(placed.index, beside))


def test_no_reference_between_claims_of_two_nodes_is_kept() -> None:
    made = [statement for statement in plan() if "foreign key" in statement]
    assert any("fk_arguments_claim_id_claims" in statement for statement in made)
    assert not any("supersedes_id" in statement or "target_id" in statement for statement in made)


def test_the_compose_file_has_each_node_that_is_added_by_name_and_keeps_what_it_holds() -> None:
    page = (Path(__file__).parents[2] / "docs/how-to/spread-with-citus.md").read_text("utf-8")
    cluster = yaml.safe_load(page.split("```yaml\n")[1].split("```")[0])
    named = re.findall(
        r"select citus_(?:set_coordinator_host|add_node)\('(\w+)'", page.split("## Spread a database")[0]
    )
    assert sorted(cluster["services"]) == sorted(named)
    kept = []
    for node in cluster["services"].values():
        assert {"shared_preload_libraries=citus", "wal_level=logical"} < set(node["command"])
        assert all(port.startswith("127.0.0.1:") for port in node.get("ports", ()))
        kept += [volume.split(":")[0] for volume in node["volumes"]]
    assert sorted(kept) == sorted(cluster["volumes"])  # one each


def test_a_file_is_refused(tmp_path: Path) -> None:
    with Database(tmp_path / "a.db", create=True) as db, pytest.raises(DatabaseError, match="is a file"):
        spreading(db.engine)


def test_a_server_without_citus_is_refused_in_one_line(server: Server, empty_template: str) -> None:
    with server.copy(empty_template) as db:
        url = db.engine.url.render_as_string(hide_password=False)
        done = CliRunner().invoke(main, ["--db", url, "db", "distribute", "--dry-run"])
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
    assert "has no extension citus" in done.output


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("citus"), workers=3) as made:
        yield made


@pytest.fixture(scope="module")
def name(nodes: Cluster) -> str:
    """A database that held what ships before it was spread."""
    made = nodes.new(workers=2)
    with Database(nodes.url(made), create=True) as db:
        db.load(corpus_lines(), strict=True)
        before = spreading(db.engine, 4)
        assert db.sql("select to_regclass('held_names') as t") == [{"t": None}]  # nothing was done yet
        assert list(spread(db.engine, 4)) == before
    return made


@installed
def test_questions_are_answered_as_by_a_file(nodes: Cluster, name: str, shipped_file: Path) -> None:
    with Database(nodes.url(name)) as several, Database(shipped_file) as one:
        for question, parameters in QUESTIONS:
            assert answers(several, question, parameters) == answers(one, question, parameters), (question, parameters)
        assert several.load(corpus_lines()).counts()["unchanged"] == 772


@installed
def test_nodes_compile_no_piece_of_a_question_and_the_coordinator_plans_none_at_length(
    nodes: Cluster, name: str
) -> None:
    """Compiling `planned` took 5 s for each piece, planning `conflicts` 9 s."""
    with Database(nodes.url(name)) as db:
        on_nodes = db.sql("select distinct current_setting('jit') as jit, current_setting('port') as port from claims")
        assert [(row["jit"], row["port"] != str(nodes.coordinator.port)) for row in on_nodes] == [("off", True)] * 2
        assert db.sql("select current_setting('join_collapse_limit') as here") == [{"here": "1"}]


@installed
def test_a_second_held_claim_of_a_key_and_an_overwritten_one_are_refused(nodes: Cluster, name: str) -> None:
    with Database(nodes.url(name)) as db:
        (held,) = db.sql("select * from claims where key = (select min(key) from held_claims)")
        key = held["key"]
        again = held | {"id": 1_000_000, "slug": None}
        with db.engine.connect() as connection, pytest.raises(psycopg.Error, match="pk_held_names"):
            store_of(connection).insert(connection, "claims", tuple(again), [tuple(again.values())])
        with pytest.raises(sqlalchemy.exc.DBAPIError, match="never overwritten"), db.engine.begin() as connection:
            connection.exec_driver_sql(f"update claims set summary = 'x' where key = '{key}'")
        with pytest.raises(DatabaseError, match="spread already"):
            spreading(db.engine)


@installed
def test_a_worker_that_stops_costs_nothing_that_was_held(nodes: Cluster, name: str, few: list[dict[str, Any]]) -> None:
    worker, url = nodes.workers[1], nodes.url(name)
    with Database(url) as db:
        held = db.sql("select count(*) as n from claims")
        worker.stop()
        try:
            done = CliRunner().invoke(main, ["--db", url, "query", "agreed"])
            assert (done.exit_code, done.output.count("\n")) == (1, 1)
            with pytest.raises(DatabaseError, match="nothing of this load was kept"):
                db.load(few)
        finally:
            worker.start()
        assert db.sql("select count(*) as n from claims") == held
        assert db.load(few).inserted == len(few)


@installed
def test_a_spread_database_is_whole_also_when_what_is_derived_is_made_again(nodes: Cluster, name: str) -> None:
    with Database(nodes.url(name)) as db:
        before = answers(db, "planned", {})
        with db.engine.begin() as connection:
            assert [finding.problems for finding in check(connection) if finding.problems] == []
        with db.engine.begin() as connection:
            building.build(connection, building.drop(connection))
        assert answers(db, "planned", {}) == before
        (placed,) = db.sql("select count(*) as n from citus_tables where table_name = 'participation'::regclass")
        assert placed["n"] == 1


@installed
def test_a_view_of_others_stands_in_the_way_and_nothing_is_changed(nodes: Cluster) -> None:
    with Database(nodes.url(nodes.new(workers=1)), create=True) as db:
        with db.engine.begin() as connection:
            connection.exec_driver_sql("create view mine as select claim_id from statements")
        with pytest.raises(DatabaseError, match="view mine"):
            list(spread(db.engine, 4))
        assert db.sql("select count(*) as n from pg_dist_partition") == [{"n": 0}]


@installed
def test_pieces_move_to_a_node_that_comes_later(nodes: Cluster, name: str) -> None:
    with Database(nodes.url(name)) as db:
        before = answers(db, "agreed", {})
        nodes.add(name, nodes.workers[2])
        nodes.coordinator.run("select rebalance_table_shards(shard_transfer_mode => 'block_writes')", name)
        ports = db.sql("select distinct nodeport from citus_shards where table_name = 'claims'::regclass")
        assert len(ports) == 3
        assert answers(db, "agreed", {}) == before
