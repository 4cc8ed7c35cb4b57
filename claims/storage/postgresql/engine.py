"""PostgreSQL as a store of claims: `claims.storage.store.Store` tells what each method gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import ModuleType
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine

from claims.errors import DatabaseError
from claims.models import Base
from claims.storage.postgresql import search, words
from claims.storage.postgresql.connecting import connecting, driver, only_reading, starting_from
from claims.storage.postgresql.distributing import (
    HELD_NAMES,
    IS_SPREAD,
    lies_with_claims,
    names_to_hold,
    place,
    settling,
)
from claims.storage.postgresql.examining import examine
from claims.storage.postgresql.translation import plain, translation, trigger
from claims.storage.postgresql.writing import checked_by_one_plan, lock, writing
from claims.storage.scripts import statements
from claims.storage.store import Examined, Run

_OLDEST = 15
_ENDED = "57014"  # query_canceled
_MISSING = re.compile(r'(column|relation) "?(?:\w+\.)?(\w+)"? (?:of relation "\w+" )?does not exist')
_KEY = re.compile(r", primary key \([^)]*\)\)")
_MADE = re.compile(r"^create table (\w+)", re.MULTILINE)
_OURS = "c.relnamespace = to_regnamespace(current_schema()) and c.relkind in ('r', 'v', 'p')"
_OTHERWISE = (
    f"select c.relname, a.attname from pg_class as c join pg_attribute as a on a.attrelid = c.oid where {_OURS}"
    " and a.attnum > 0 and a.atttypid in (25, 1043) and a.attcollation <> 950 and c.relname = any(?)"
    " order by c.relname, a.attnum limit 1"
)
_CHECKED = (
    "select quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint"
    ' where conrelid = to_regclass(?) and contype = cast(? as "char") order by conname'
)
_STALE = (  # more than doubled, or never looked at: an index that is made leaves a size, and no more
    "select t from unnest(cast(? as text[])) as t where pg_relation_size(to_regclass(t))"
    " > 16384.0 * (select greatest(c.relpages, 0) from pg_class as c where c.oid = to_regclass(t))"
    " or pg_relation_size(to_regclass(t)) > 0 and not exists ("
    "select 1 from pg_stats as s where s.tablename = t and s.schemaname = any(current_schemas(true)))"
)


class PostgreSQL:
    """A database of a server, in the schema that is the current one there."""

    made_by: tuple[ModuleType, ...] = (search, words)

    def create_engine(self, address: URL) -> Engine:
        return connecting(address)

    def shown(self, engine: Engine) -> str:
        return engine.url.set(drivername="postgresql").render_as_string(hide_password=True)

    def make(self, engine: Engine) -> None:
        """A database is made by whoever runs the server."""

    def is_missing(self, engine: Engine) -> bool:
        return False

    def is_fleeting(self, engine: Engine) -> bool:
        return False

    def check(self, connection: Connection) -> None:
        run = connection.exec_driver_sql
        version, encoding = run(
            "select current_setting('server_version_num'), current_setting('server_encoding')"
        ).one()
        if int(version) < _OLDEST * 10_000:
            raise DatabaseError(
                f"the server is PostgreSQL {int(version) // 10_000}", f"claims needs {_OLDEST} or newer"
            )
        if encoding != "UTF8":
            raise DatabaseError(
                f"the database is encoded in {encoding}", "make one: createdb --encoding UTF8 --template template0 NAME"
            )
        otherwise = run(_OTHERWISE, (list(Base.metadata.tables),)).fetchone()
        if otherwise is not None:
            raise DatabaseError(
                f"column {otherwise[0]}.{otherwise[1]} is compared by the rules of a language, by which questions lose rows",
                f'run: alter table {otherwise[0]} alter column {otherwise[1]} type text collate "C"',
            )

    def check_writable(self, engine: Engine) -> None:
        """The server tells when it is written to."""

    def schema(self, connection: Connection) -> str:
        return str(connection.exec_driver_sql("select quote_ident(current_schema())").scalar_one())

    def objects(self, connection: Connection) -> dict[tuple[str, str], str | None]:
        views = connection.exec_driver_sql(
            f"select 'view', c.relname from pg_class as c where {_OURS} and c.relkind = 'v'"
        )
        triggers = connection.exec_driver_sql(
            "select 'trigger', t.tgname from pg_trigger as t join pg_class as c on c.oid = t.tgrelid"
            f" where {_OURS} and not t.tgisinternal and t.tgenabled <> 'D'"
        )
        return {(kind, name): None for rows in (views, triggers) for kind, name in rows.fetchall()}

    def tables(self, connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql(
            f"select c.relname from pg_class as c where {_OURS} and c.relkind <> 'v' order by c.relname"
        )
        return [name for (name,) in rows.fetchall()]

    def columns(self, connection: Connection) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        rows = connection.exec_driver_sql(
            f"select c.relname, a.attname from pg_class as c join pg_attribute as a on a.attrelid = c.oid where {_OURS}"
            " and a.attnum > 0 and not a.attisdropped order by c.relname, a.attnum"
        )
        for table, column in rows.fetchall():
            found.setdefault(table, []).append(column)
        return found

    def only_reading(self, connection: Connection) -> AbstractContextManager[None]:
        return only_reading(connection)

    def told(self, error: sqlalchemy.exc.StatementError) -> str:
        said = getattr(getattr(error.orig, "diag", None), "message_primary", None) or str(error.orig)
        return " ".join(said.split())

    def trouble(self, engine: Engine, error: sqlalchemy.exc.StatementError) -> DatabaseError | None:
        """The server tells of its disk and its locks itself, in `told`."""
        if getattr(error.orig, "sqlstate", None) != _ENDED:
            return None
        return DatabaseError(
            f"the statement took longer than is given to one ({self.told(error)})",
            "ask for less, or give more time in the address: ?options=-c%20statement_timeout=1h",
        )

    def is_refused_write(self, error: sqlalchemy.exc.DBAPIError) -> bool:
        return getattr(error.orig, "sqlstate", None) == "25006"

    def missing(self, message: str) -> tuple[str, str] | None:
        found = _MISSING.search(message)
        return None if found is None else ("table" if found[1] == "relation" else "column", found[2])

    @contextmanager
    def migrating(self, connection: Connection) -> Iterator[None]:
        with connection.begin():
            lock(connection, connection.engine, self.shown(connection.engine))
            yield

    def writing(self, engine: Engine) -> AbstractContextManager[Connection]:
        return writing(engine, self.shown(engine))

    def runner(self, connection: Connection) -> Run:
        raw = driver(connection)

        def run(statement: str, given: Sequence[Any] = ()) -> Any:
            told = translation(statement, is_spread=connection.info[IS_SPREAD])
            return raw.execute(told.sql, told.parameters(given))

        return run

    def insert(
        self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        raw = driver(connection)
        with (
            checked_by_one_plan(raw) if table in Base.metadata.tables else nullcontext(),
            raw.cursor() as cursor,
            cursor.copy(f"copy {table} ({', '.join(columns)}) from stdin") as copy,
        ):
            for row in rows:
                copy.write_row(row)
        if table == "claims" and connection.info[IS_SPREAD]:
            self.insert(connection, "held_names", HELD_NAMES, names_to_hold(connection, columns, rows))

    def put_off(self, connection: Connection, table: str) -> list[str]:
        sort = "f" if table in Base.metadata.tables else "p"
        rows = connection.exec_driver_sql(_CHECKED, (table, sort)).fetchall()
        for name, _ in rows:
            connection.exec_driver_sql(f"alter table {table} drop constraint {name}")
        return [f"alter table {table} add constraint {name} {told}" for name, told in rows]

    @contextmanager
    def scratch(self, connection: Connection, table: str, columns: str) -> Iterator[None]:
        """One for each transaction: the locks of a table are held to its end, also those of one that was dropped.

        A key of several columns is left out: such a table is read whole, and what is written to it is told once. One that
        lies with the claims, on the nodes, stays for the next transaction.
        """
        columns = _KEY.sub(")", columns)
        if not lies_with_claims(connection, table):
            connection.exec_driver_sql(f"create temporary table if not exists {table} {columns} on commit drop")
        elif table not in self.tables(connection):
            self.run(connection, f"create table {table} {columns};")
        connection.exec_driver_sql(f"truncate {table}")
        yield

    def starting_from(self, connection: Connection, rows: int) -> AbstractContextManager[None]:
        return starting_from(connection, rows)

    def settled(self, connection: Connection, tables: Iterable[str], *, always: bool = False) -> None:
        """In one transaction nobody else looks at them, and without their numbers a fill of thousands does not end."""
        names = list(tables)
        if connection.info[IS_SPREAD]:
            names, always = settling(connection, names, always=always)
        for table in names if always else connection.exec_driver_sql(_STALE, (names,)).scalars().all():
            connection.exec_driver_sql(f"analyze {table}")

    def plain(self, statement: str) -> str:
        return plain(statement)

    def spelled(self, script: str) -> list[str]:
        ways = (False, True)
        return [translation(one, is_spread=spread).sql for one in _statements(script) for spread in ways]

    def run(self, connection: Connection, script: str) -> None:
        for statement in _statements(script):
            connection.exec_driver_sql(statement)
            if (made := _MADE.search(statement)) is not None:
                place(connection, made[1])

    def search(self, connection: Connection, part: str, script: str, name: str, *, indexed_after: bool = False) -> None:
        search.run(connection, part, name, indexed_after=indexed_after)

    def drop(self, connection: Connection, tables: Sequence[str], ours: Iterable[str]) -> list[str]:
        run = connection.exec_driver_sql
        for name, table in run(
            "select t.tgname, c.relname from pg_trigger as t join pg_class as c on c.oid = t.tgrelid"
            f" where {_OURS} and not t.tgisinternal and t.tgname = any(?)",
            (list(ours),),
        ).fetchall():
            run(f"drop trigger {name} on {table}")
            run(f"drop function {name}()")
        views = run(
            f"select c.relname from pg_class as c where {_OURS} and c.relkind = 'v' and c.relname = any(?)",
            (list(ours),),
        )
        try:
            for kind, names in (("view", views.scalars().all()), ("table", tables)):
                if names:
                    run(f"drop {kind} if exists {', '.join(names)}")
        except sqlalchemy.exc.InternalError as error:
            detail = getattr(getattr(error.orig, "diag", None), "message_detail", None) or str(error.orig)
            raise DatabaseError(
                f"something of yours hangs on what is made anew ({'; '.join(detail.splitlines())})",
                "drop it, run `claims init`, and make it again",
            ) from error
        return []

    def edition(self, connection: Connection) -> int | None:
        told = connection.exec_driver_sql("select obj_description(to_regclass('held_claims'), 'pg_class')").scalar()
        return int(told) if told is not None and str(told).isdecimal() else None

    def mark(self, connection: Connection, edition: int) -> None:
        connection.exec_driver_sql(f"comment on view held_claims is '{edition}'")

    def examine(self, connection: Connection) -> Iterator[Examined]:
        return examine(connection)


def _statements(script: str) -> Iterator[str]:
    for statement in statements(script):
        yield from trigger(statement) or (statement,)
