"""What differs on PostgreSQL: its tables and how they compare text, its words, who may write, and whose views are whose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import getsource
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect

from claims import Database, names
from claims.catalogue import given, limited
from claims.check import check
from claims.errors import DatabaseError
from claims.export import content_hash
from claims.identity.reading import Reader
from claims.models import Base
from claims.records import corpus_lines
from claims.resources import MIGRATIONS
from claims.storage import building, check_revision, create_engine, store_of, upgrade
from claims.storage.editions import edition_of
from claims.storage.postgresql import PostgreSQL, search, writing
from claims.storage.postgresql.parts import left_out
from claims.storage.postgresql.translation import plain, translation
from claims.storage.postgresql.words import query, vector
from claims.storage.sqlite import SQLite
from claims.text import search_query, words
from tests.conftest import address, claim, taken
from tests.servers import Server, debians
from tests.storage.test_migrations import _shape

TEXTS = (
    "select c.relname || '.' || a.attname from pg_class as c join pg_attribute as a on a.attrelid = c.oid"
    " where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'v') and a.attnum > 0"
    " and a.atttypid in (25, 1043) and a.attcollation <> 950 and c.relname <> 'alembic_version' order by 1"
)


@pytest.fixture(scope="session")
def debian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with debians(tmp_path_factory.mktemp("debian")) as server:
        yield server


@pytest.fixture
def empty(server: Server, empty_template: str) -> Iterator[Database]:
    with server.copy(empty_template) as db:
        yield db


@pytest.fixture
def full(server: Server, shipped_template: str) -> Iterator[Database]:
    with server.copy(shipped_template) as db:
        yield db


def _config(connection: sqlalchemy.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def test_models_are_what_migrations_make(server: Server, empty: Database) -> None:
    with empty.engine.connect() as connection:
        command.check(_config(connection))
    created = create_engine(server.url(server.new()))
    Base.metadata.create_all(created)
    assert _shape(empty.engine) == _shape(created)
    for table in Base.metadata.tables.values():
        look = inspect(empty.engine)
        assert look.get_table_comment(table.name)["text"] == table.comment
        assert {one["name"]: one["comment"] for one in look.get_columns(table.name)} == {
            column.name: column.comment for column in table.columns
        }
    created.dispose()


def test_down_and_up_with_data_loses_nothing(full: Database) -> None:
    with full.engine.connect() as connection:
        before = content_hash(connection)
    for to in ("0004", "head"):
        with full.engine.connect() as connection:
            (command.upgrade if to == "head" else command.downgrade)(_config(connection), to)
    with full.engine.connect() as connection:
        assert content_hash(connection) == before
        assert [finding.problems for finding in check(connection) if finding.problems] == []
    assert full.load(corpus_lines()).changed is False
    with full.engine.connect() as connection:
        command.downgrade(_config(connection), "base")
    with full.engine.connect() as connection:
        assert store_of(connection).tables(connection) == ["alembic_version"]
    upgrade(full.engine)
    assert full.load(corpus_lines()).rejected == 0
    with full.engine.connect() as connection:
        assert content_hash(connection) == before


def test_partial_indexes_are_partial(empty: Database) -> None:
    look = inspect(empty.engine)
    for table in Base.metadata.tables.values():
        told = {one.name: one.dialect_options["postgresql"]["where"] is not None for one in table.indexes}
        made = {
            one["name"]: "postgresql_where" in one.get("dialect_options", {}) for one in look.get_indexes(table.name)
        }
        assert {name: made[str(name)] for name in told} == told


def test_every_text_is_compared_code_point_by_code_point_whatever_the_database(
    debian: Server, shipped: Database
) -> None:
    """On a database that compares by the rules of English, where '~' stands before '2024', every answer is that of SQLite."""
    with Database(debian.url(debian.new()), create=True) as db:
        db.load(corpus_lines(), strict=True)
        with db.engine.connect() as connection:
            assert connection.exec_driver_sql("select '~' > '2024'").scalar() is False
            assert connection.exec_driver_sql(TEXTS).scalars().all() == []
        for name in ("conflicts", "corroboration", "planned", "topics", "offices", "timeline"):
            assert db.query(name) == shipped.query(name)


@pytest.mark.parametrize("column", ["claims.date_earliest", "entities.name"])
def test_a_database_that_compares_by_a_language_is_refused(column: str, empty: Database) -> None:
    table, name = column.split(".")
    with empty.engine.begin() as connection:
        connection.exec_driver_sql("create table mine (note text)")  # a table of the user's own may
        building.drop(connection)
        connection.exec_driver_sql(f'alter table {table} alter column {name} type text collate "default"')
    upgraded = create_engine(address(empty))
    with upgraded.connect() as connection, pytest.raises(DatabaseError, match=column) as raised:
        store_of(connection).check(connection)
    assert "\n" not in str(raised.value)
    assert f"alter table {table} alter column {name}" in str(raised.value)
    upgraded.dispose()


def test_views_of_ones_own_are_named_and_nothing_is_lost(full: Database) -> None:
    with full.engine.begin() as connection:
        connection.exec_driver_sql("create view mine as select count(*) as n from statements")
        connection.exec_driver_sql("comment on view held_claims is '1'")
    with pytest.raises(DatabaseError, match="mine"):
        upgrade(full.engine)
    assert full.sql("select n from mine")[0]["n"] > 0
    with full.engine.begin() as connection:
        connection.exec_driver_sql("drop view mine")
    upgrade(full.engine)
    assert full.query("agreed")


def test_who_writes_is_alone_and_is_named(
    empty: Database, few: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.storage.postgresql.writing._PATIENCE", 1)
    with (
        store_of(empty.engine).writing(empty.engine),
        pytest.raises(DatabaseError, match=r"postgres \(process \d+") as raised,
    ):
        empty.load(few)
    assert "\n" not in str(raised.value)
    taken(empty, few)


def test_what_is_not_there_is_said_in_one_line(server: Server) -> None:
    with pytest.raises(DatabaseError, match=r"nobody.*does not exist") as raised:
        Database(server.url("nobody"))
    assert "\n" not in str(raised.value)
    with pytest.raises(DatabaseError, match="pg8000"):
        Database("postgresql+pg8000://user@host/name")
    with Database(server.url(server.new())) as new, pytest.raises(DatabaseError, match="claims init"):
        check_revision(new.engine)


def _locks(db: Database, records: list[dict[str, Any]]) -> int:
    """How many locks a load of these records holds as it is about to end."""
    held: list[int] = []

    @sqlalchemy.event.listens_for(db.engine, "commit")
    def count(connection: sqlalchemy.Connection) -> None:
        raw: Any = connection.connection.driver_connection
        held.append(raw.execute("select count(*) from pg_locks where pid = pg_backend_pid()").fetchone()[0])

    taken(db, records)
    sqlalchemy.event.remove(db.engine, "commit", count)
    return max(held)


def test_a_load_of_more_holds_no_more_locks(server: Server, empty_template: str, few: list[dict[str, Any]]) -> None:
    """A server has room for some thousands of them, and gives none back before the end: an hour's load failed at its last part."""

    def locks(meetings: int) -> tuple[int, int]:
        days = [f"2022-{month:02}-03" for month in range(1, meetings + 1)]
        pages = [few[1] | {"slug": f"{day}-{page}", "title": f"{day} {page}"} for day in days for page in (1, 2)]
        told = [
            claim(slug=f"of-{page['slug']}", document=page["slug"], event=None, date=page["slug"][:10], date_text=None)
            for page in pages
        ]
        with server.copy(empty_template) as db:
            fresh = _locks(db, [*few, *pages, *told])
            assert db.sql("select count(*) as n from events where slug <> 'grain-talks'") == [{"n": meetings}]
            return fresh, _locks(db, [page | {"published_on": "2022-12-31"} for page in pages])

    for more, less in zip(locks(12), locks(2), strict=True):
        assert more < less + 10  # not one for each of the ten meetings; a catalogue may be looked at here and not there


def test_a_server_without_room_for_locks_is_not_said_to_have_gone(empty: Database) -> None:
    with (
        pytest.raises(DatabaseError, match=r"no room.*max_locks_per_transaction.*nothing of this load") as raised,
        store_of(empty.engine).writing(empty.engine) as connection,
    ):
        connection.exec_driver_sql("select pg_advisory_xact_lock(n) from generate_series(1, 1000000) as n")
    assert "\n" not in str(raised.value)
    assert "went away" not in str(raised.value)


WORDS = (
    *(
        "岸田",
        "合意",
        "日米",
        "東京",
        "U.S.",
        "Camp David",
        "2+2",
        "Raimondo",
        "합의",
        "meet",
        "AND",
        '"',
        "a:b",
        "",
        "장관",
    ),
    "半導体 供給網",
)


@pytest.mark.parametrize("words", WORDS)
def test_search_finds_what_fts5_finds(words: str, full: Database, shipped: Database) -> None:
    for name in ("claims", "documents", "entities"):
        sought = f"select rowid as n from {name}_search where {name}_search match search_query(:words) order by rowid"
        assert full.sql(sought, {"words": words}) == shipped.sql(sought, {"words": words})


def test_a_long_text_is_searched_by_its_words(few: list[dict[str, Any]], empty: Database) -> None:
    """A vector holds a megabyte and 16,383 places: more is no reason to refuse a text."""
    few[1]["text"] += " ".join(f"word{number}" for number in range(150_000))
    taken(empty, few)
    sought = "select id from documents_search where documents_search match search_query(:words)"
    assert empty.sql(sought, {"words": "word9"})
    assert len(vector(few[1]["text"])) < 1 << 20
    assert query("U.S. 岸田首相") == "('u' <-> 's':*) & ('岸田' <-> '田首' <-> '首相')"
    assert search_query("") == query("") == ""


@pytest.mark.parametrize(
    ("statement", "spelled"),
    [
        ("select ? as a", "select %s as a"),
        ("select ':x', x::text, :x -- :y?", "select ':x', x::text, %(x)s -- :y?"),
        ("select 1 where x like '%a' and y % 2 = 0", "select 1 where x like '%%a' and y %% 2 = 0"),
        ("select n from t where f = name_key(:p)", "select n from t where f = %(p_key)s"),
        ("select n from t where f = name_key('Saitō Ken')", "select n from t where f = 'ken saito'"),
        ("select group_concat(cast(x as text), ', ')", "select string_agg(cast(x as text) collate \"C\", ', ')"),
        ("select 1 -- here\n-- order by a desc, b\n", "select 1 -- here\norder by a desc, b\n"),
        (
            "create table t (a integer primary key, b text not null) without rowid;",
            'create table t (a bigint primary key, b text collate "C" not null);',
        ),
        (
            "select 1 where a in (select cast(value as integer) from json_each(:l))",
            "select 1 where a = any(cast(%(l_list)s as bigint[]))",
        ),
        (
            "select 1 where a in (select value from json_each(:l)) -- in (select value from json_each(:m))",
            "select 1 where a = any(cast(%(l_list)s as text[])) -- in (select value from json_each(:m))",
        ),
    ],
)  # fmt: skip
def test_each_rule_of_spelling(statement: str, spelled: str) -> None:
    assert translation(statement).sql == spelled


def test_a_part_for_where_a_parameter_is_left_out_does_not_reach_the_server_where_it_is_given() -> None:
    one, other = (
        "select 1 where :a = '' and b = :a",
        "select (2) where :a <> '' and b in (select ')' union all select :a)",
    )
    is_one, is_other = (
        "select 1 where true and b = %(a)s",
        "select (2) where true and b in (select ')' union all select %(a)s)",
    )
    for around in ("{}", "with t as ( -- (why\n{} order by b) select * from t", "select * from ({}) as t where x = :a"):
        for value, kept in (("x", is_other), ("", is_one)):
            for sql in (f"{one} union all {other}", f"{other} union all {one}"):
                told = translation(around.format(sql), left_out=left_out(sql, {"a": value})).sql
                whole = around.format(kept).replace(":a", "%(a)s")
                assert re.sub(r"-- \(why|\s", "", told) == re.sub(r"-- \(why|\s", "", whole)
    alone = f"with t as ({one}), u as (select 1) select * from t"
    assert "with t as (select 1 where false and" in translation(alone, left_out=left_out(alone, {"a": "x"})).sql
    assert left_out(one, {"b": ""}) == left_out(one, ("",)) == left_out("select 1 where :a || :b = ''", {"b": ""}) == ()


def test_conflicts_of_one_event_plan_nothing_of_all(full: Database) -> None:
    with full.engine.connect() as connection:
        asked, values = given("conflicts", {"event": "x"})
        for _ in range(2):
            connection.exec_driver_sql(limited(asked.sql, 100), values).fetchall()
        raw: Any = connection.connection.driver_connection
        (prepared,) = raw.execute(
            "select statement from pg_prepared_statements where statement like '%from event_disagreements%'"
        ).fetchone()
        assert "from disagreements" not in prepared


def test_values_come_along_as_they_are_given() -> None:
    assert translation("select name_key(:p)").parameters({"p": "Ken SAITO"}) == {"p": "Ken SAITO", "p_key": "ken saito"}
    assert plain("select name_key(:p), x % 2 from temp.t") == "select name_key(:p), x % 2 from t"


def test_a_question_in_sql_runs_in_any_client_of_the_server(full: Database) -> None:
    for name in ("as_known_on", "conflicts", "agreed", "topics"):
        sql = full.query_sql(name)
        with full.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            rows = raw.execute(sql).fetchall()
        assert [tuple(row) for row in rows] == [tuple(row.values()) for row in full.query(name)]


def test_nothing_is_undone_where_a_claim_is_loaded_again(full: Database, tmp_path: Path) -> None:
    receipt = full.load([claim(document="nowhere")])
    assert (receipt.rejected, receipt.changed) == (1, False)


def test_a_view_is_looked_up_for_each_claim_that_is_found(full: Database) -> None:
    """Else a question of one person tells all claims whole, and one of an event reads all events."""
    looked = translation("select * from settled as x join statements as s on s.claim_id = x.claim_id").sql
    assert "lateral (select * from statements as told where told.claim_id = x.claim_id offset 0) as s" in looked
    by_document = translation(
        "select 1 from event_facts as t cross join origins as o where o.document_id = t.document_id"
    ).sql
    assert "lateral (select * from origins as told where told.document_id = t.document_id offset 0) as o" in by_document
    several = translation("select 1 from events as e where e.id in (select id from events where slug = :event)").sql
    assert "e.id = any(array(select id from events where slug = %(event)s))" in several
    theirs = "select count(*) as n from claims as c join statements as s on s.claim_id = c.id or s.kind = 'meet'"
    assert full.sql(theirs)[0]["n"] > full.sql("select count(*) as n from statements")[0]["n"]


def test_arguments_come_claim_by_claim_however_they_are_joined(full: Database) -> None:
    """Gathering puts together what one claim names as its rows come one after the other."""
    with full.engine.connect() as connection:
        for way in ("hashjoin", "nestloop"):
            connection.exec_driver_sql(f"set local enable_{way} = off")
        claims = [row[0] for row in Reader(connection).named("arguments", range(1, 500))]
    assert len(claims) > 500
    assert claims == sorted(claims)


def test_what_few_rows_were_touched_for_is_looked_up() -> None:
    statement = "insert into t select 1 from touched_claims as t cross join settlements as s where s.claim_id = t.id"
    told = "cross join lateral (select * from settlements as told where told.claim_id = t.id offset 0) as s"
    assert told in translation(statement, of_few=True).sql
    assert translation(statement).sql == statement
    inner = "delete from t where a = 1 or not exists (select 1 from participants as p where p.claim_id = t.id)"
    assert (
        "from (select * from participants as told where told.claim_id = t.id offset 0) as p"
        in translation(inner, of_few=True).sql
    )
    one = "delete from acts where claim_id in (select id from touched_claims) and x not in (select id from touched_claims)"
    assert translation(one, of_few=True).sql == one.replace(
        "id in (select id from touched_claims)", "id = any(array(select id from touched_claims))"
    )
    assert translation(one).sql == one


def test_one_of_several_arguments_is_looked_up_by_its_place_or_role(full: Database) -> None:
    beside = "select 1 from t -- join participants as p\njoin participants as p on true -- p.claim_id = 1\nwhere p.claim_id = t.id"
    assert translation(beside).sql.endswith("as p on true -- p.claim_id = 1\nwhere true")
    for column, value in (("seq", "m.one_seq"), ("role", "'holder'"), ("slot", "a.slot")):
        looked = translation(
            f"select 1 from encounters as m join participants as p on p.claim_id = m.claim_id and p.{column} = {value}"
        )
        assert f"where told.claim_id = m.claim_id and told.{column} = {value} offset 0" in looked.sql


def test_lines_of_the_first_rows_are_read_where_no_more_are_asked_for() -> None:
    statement = "-- first: with told as (select 1)\nselect 1 from a -- first, spread: select 1 from told"
    assert "told as" in translation(f"{statement}\nlimit 5").sql.splitlines()[0]
    assert translation(statement).sql == statement
    few = translation("select 1 from (select 2 limit 9 -- first: limit :first\n) as x\nlimit 5").sql
    assert few == "limit 5\n) as x\nlimit 5"


def test_keys_of_copied_rows_are_checked_by_one_plan(empty: Database, few: list[dict[str, Any]]) -> None:
    """A load makes plans for the rows at hand: one for each foreign key of each row took a third of the server's time."""
    with empty.engine.begin() as connection:
        run = connection.exec_driver_sql
        run("create table seen (what text, plans text, scans text)")
        run(
            "create function see() returns trigger language plpgsql as $$begin insert into seen values"
            " (tg_table_name, current_setting('plan_cache_mode'), current_setting('enable_seqscan')); return new; end$$"
        )
        for table in ("claims", "arguments", "participation"):  # the last is derived after them, and not copied
            run(f"create trigger see before insert on {table} for each row execute function see()")
    taken(empty, few)
    with empty.engine.connect() as connection:
        seen = connection.exec_driver_sql("select distinct what, plans, scans from seen order by what").fetchall()
    one_plan, plans_of_rows = ("force_generic_plan", "off"), ("force_custom_plan", "on")
    assert [tuple(row) for row in seen] == [
        ("arguments", *one_plan), ("claims", *one_plan), ("participation", *plans_of_rows)
    ]  # fmt: skip


KEPT_UP = (
    "select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid) from pg_constraint"
    " where conrelid <> 0 union all select indexdef from pg_indexes where schemaname = 'public' order by 1"
)


def test_a_large_load_leaves_every_key_and_reference_as_it_was(empty: Database, few: list[dict[str, Any]]) -> None:
    """They are put off meanwhile: each row would be checked by itself."""
    many = [claim(slug=f"c{n}", date=f"{1000 + n:04}", date_text=None, event=None) for n in range(2, 2100)]
    with empty.engine.connect() as connection:
        before = connection.exec_driver_sql(KEPT_UP).scalars().all()
    assert {"participation_pkey", "fk_arguments_claim_id_claims", "ix_claims_search_words"} <= set(
        re.findall(r"\w+", str(before))
    )
    taken(empty, [*few, *many])
    with empty.engine.connect() as connection:
        assert connection.exec_driver_sql(KEPT_UP).scalars().all() == before
        assert [finding.problems for finding in check(connection) if finding.problems] == []
        with pytest.raises(sqlalchemy.exc.IntegrityError):
            connection.exec_driver_sql("update arguments set entity_id = 999999 where claim_id = 3 and seq = 0")


def test_a_word_is_found_at_each_of_its_places(empty: Database) -> None:
    """The first 255, as many as a vector holds of one word; accents are no part of it."""
    told = {
        "one two One": "'one':1,3 'two':2",
        "Café 首相 café": "'cafe':1,4 '相':3 '首相':2",
        "": "",
        "a " * 300: "'a':" + ",".join(map(str, range(1, 256))),
    }
    with empty.engine.connect() as connection:
        for text, vector_of_it in told.items():
            held = connection.exec_driver_sql("select cast(cast(? as tsvector) as text)", (vector(text),)).scalar_one()
            assert held == vector_of_it


def test_views_that_were_spelled_by_other_rules_are_made_anew(
    full: Database, shipped: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A view stays as it was spelled: one of before a rule goes on without it."""
    looked_up = re.compile("lateral", re.IGNORECASE)

    def views() -> int:
        """How many views look another up for each row."""
        with full.engine.connect() as connection:
            told = connection.exec_driver_sql(
                "select pg_get_viewdef(c.oid) from pg_class as c where c.relnamespace = to_regnamespace('public')"
                " and c.relkind = 'v'"
            )
            return sum(looked_up.search(one) is not None for one in told.scalars())

    assert (before := views()) > 0
    with monkeypatch.context() as earlier:
        earlier.setattr("claims.storage.postgresql.translation._LOOKED_UP", re.compile("(?!)"))
        _forget()
        with pytest.raises(DatabaseError, match=r"another version.*claims init"):
            check_revision(full.engine)
        check_revision(shipped.engine)  # SQLite has no such rules
        upgrade(full.engine)
        assert views() == 0
    _forget()
    with pytest.raises(DatabaseError, match=r"another version.*claims init"):
        check_revision(full.engine)
    upgrade(full.engine)
    assert views() == before
    check_revision(full.engine)


def test_words_that_other_code_made_are_made_anew(full: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """No statement says how a vector is made."""
    for module in store_of(full.engine).made_by:
        _forget()
        before = edition_of(store_of(full.engine))
        with monkeypatch.context() as changed:
            changed.setattr("inspect.getsource", lambda one, m=module, get=getsource: get(one) + "#" * (one is m))
            _forget()
            assert edition_of(store_of(full.engine)) != before
            with pytest.raises(DatabaseError, match=r"another version.*claims init"):
                check_revision(full.engine)
        _forget()
        check_revision(full.engine)


@pytest.mark.parametrize("module", [names, words])
def test_code_that_makes_what_is_kept_is_part_of_every_edition(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = (SQLite(), PostgreSQL())
    before = [edition_of(one) for one in stores]
    monkeypatch.setattr("inspect.getsource", lambda one: getsource(one) + "#" * (one is module))
    _forget()
    assert not {edition_of(one) for one in stores} & set(before)
    monkeypatch.undo()
    _forget()
    assert [edition_of(one) for one in stores] == before


def _forget() -> None:
    translation.cache_clear()
    edition_of.cache_clear()


def test_a_question_is_ended_when_its_time_is_up(full: Database) -> None:
    asked = "select current_setting('statement_timeout') as given"
    assert full.sql(asked) == [{"given": "5min"}]
    with full.engine.connect() as connection:  # a load takes as long as it takes
        assert connection.exec_driver_sql(asked).scalar() == "0"
    told = full.engine.url.render_as_string(hide_password=False)
    hasty = told + ("&" if "?" in told else "?") + "options=-c%20statement_timeout=50"
    with Database(hasty) as db:
        assert db.sql(asked) == [{"given": "50ms"}]
        with pytest.raises(DatabaseError, match=r"took longer.*; ask for less") as error:
            db.sql("select pg_sleep(20)")
        assert "\n" not in str(error.value)
        assert db.sql("select 1 as n") == [{"n": 1}]  # the connection goes on
    slow = "select pg_sleep(20)"
    with Database(hasty) as db, pytest.MonkeyPatch.context() as patch:
        patch.setattr("claims.database.answer", lambda connection, _: connection.exec_driver_sql(slow))
        with pytest.raises(DatabaseError, match="took longer"):
            db.query("agreed")


def test_what_is_wrong_with_an_index_of_words_is_counted(full: Database) -> None:
    def told() -> tuple[int, int]:
        with full.engine.connect() as connection:
            return search.wrong(connection, "claims")

    rows = told()[0]
    assert rows == full.sql("select count(*) as n from claims")[0]["n"]
    counts = [told()]
    for statement in (
        "delete from claims_search where id = (select min(id) from claims_search)",
        "update claims_search set words = '' where id = (select max(id) from claims_search)",
        "insert into claims_search (id, words) values (1000000, '')",
    ):
        with full.engine.begin() as connection:
            connection.exec_driver_sql(statement)
        counts.append(told())
    assert counts == [(rows, wrong) for wrong in range(4)]


def test_the_server_tells_what_became_of_a_transaction(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_BACK", 1)
    found = []
    for ends in ("commit", "rollback"):
        with empty.engine.connect() as connection:
            number = connection.exec_driver_sql("select cast(pg_current_xact_id() as text)").scalar_one()
            getattr(connection, ends)()
        found.append(writing._status(empty.engine, str(number)))
    with empty.engine.connect() as connection:
        number = connection.exec_driver_sql("select cast(pg_current_xact_id() as text)").scalar_one()
        other = create_engine(address(empty))
        found.append(writing._status(other, str(number)))
        other.dispose()
    assert found == ["committed", "aborted", None]


def test_an_error_of_the_server_prints_no_text(empty: Database) -> None:
    with empty.engine.connect() as connection, pytest.raises(sqlalchemy.exc.DBAPIError) as raised:
        connection.exec_driver_sql("select ?, nothing", ("of the text",))
    assert "of the text" not in str(raised.value)
