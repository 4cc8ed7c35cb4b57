"""SQLite as a store of claims: `claims.storage.store.Store` tells what each method gives."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from types import ModuleType
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine

from claims.errors import DatabaseError
from claims.storage.scripts import statements
from claims.storage.sqlite import naming, opening
from claims.storage.sqlite.connecting import (
    ALONE,
    connecting,
    driver,
    for_bulk,
    only_reading,
    without_checks,
    without_foreign_keys,
)
from claims.storage.sqlite.copying import copied_in_memory
from claims.storage.sqlite.segments import stray
from claims.storage.sqlite.trouble import is_beneath, trouble
from claims.storage.store import Examined, Run

_REBUILD = "run `claims init --rebuild`"
#: Rows that are deleted by a key of several columns, of which SQLite itself looks up the first one alone.
_BY_KEY = re.compile(r"^delete from (\w+)\s+where \((\w+(?:, \w+)+)\) in \((.+)\);$", re.DOTALL | re.MULTILINE)
_SEARCHED = ("claims", "documents", "entities")


class SQLite:
    """One file, or a database in memory."""

    made_by: tuple[ModuleType, ...] = ()

    def create_engine(self, address: URL) -> Engine:
        return connecting(address)

    def shown(self, engine: Engine) -> str:
        return str(engine.url.database)

    def make(self, engine: Engine) -> None:
        if opening.is_missing(engine.url.database):
            opening.make(engine.url.database)
            with engine.connect() as connection:
                driver(connection).execute("pragma journal_mode = wal")  # kept in the file: who reads need not set it

    def is_missing(self, engine: Engine) -> bool:
        return opening.is_missing(engine.url.database)

    def is_fleeting(self, engine: Engine) -> bool:
        return engine.url.database in (None, "", ":memory:")

    def check(self, connection: Connection) -> None:
        """Every SQLite that Python brings answers alike."""

    def check_writable(self, engine: Engine) -> None:
        opening.check_writable(engine.url.database)

    def schema(self, connection: Connection) -> str:
        return "main"

    def objects(self, connection: Connection) -> dict[tuple[str, str], str | None]:
        rows = connection.exec_driver_sql(
            "select type, name, sql from sqlite_master where type in ('view', 'trigger', 'index') and sql is not null"
        ).fetchall()
        found: dict[tuple[str, str], str | None] = {(kind, name): sql for kind, name, sql in rows}
        for name in _SEARCHED:
            settings = connection.exec_driver_sql(
                f"select k, v from {name}_search_config union all"
                f" select 'cookie', hex(substr(block, 1, 4)) from {name}_search_data where id = 10 order by 1"
            )
            found["setting of search", f"{name}_search"] = str(settings.fetchall())
        return found

    def tables(self, connection: Connection) -> list[str]:
        rows = connection.exec_driver_sql("select name from sqlite_master where type = 'table' order by name")
        return [name for (name,) in rows.fetchall()]

    def columns(self, connection: Connection) -> dict[str, list[str]]:
        return naming.columns(connection.exec_driver_sql(naming.COLUMNS).fetchall())

    def only_reading(self, connection: Connection) -> AbstractContextManager[None]:
        return only_reading(connection)

    def told(self, error: sqlalchemy.exc.StatementError) -> str:
        return str(error.orig)

    def trouble(self, engine: Engine, error: sqlalchemy.exc.StatementError) -> DatabaseError | None:
        return trouble(error, engine.url.database) if is_beneath(error) else None

    def is_refused_write(self, error: sqlalchemy.exc.DBAPIError) -> bool:
        return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY

    def missing(self, message: str) -> tuple[str, str] | None:
        return naming.missing(message)

    @contextmanager
    def migrating(self, connection: Connection) -> Iterator[None]:
        connection.execution_options(**{ALONE: True})  # what another one has just done is seen, and not done again
        try:
            with without_foreign_keys(connection), connection.begin():
                yield
                broken = connection.exec_driver_sql("pragma foreign_key_check").fetchone()
                if broken is not None:
                    raise DatabaseError(
                        f"row {broken[1]} of {broken[0]} refers to a row of {broken[2]} that is not there",
                        "restore the database from an export",
                    )
        except (sqlalchemy.exc.OperationalError, sqlite3.OperationalError) as error:
            raise trouble(error, connection.engine.url.database) or error from error
        finally:
            connection.execution_options(**{ALONE: False})

    @contextmanager
    def writing(self, engine: Engine) -> Iterator[Connection]:
        with engine.connect() as connection, for_bulk(connection):
            try:
                with connection.begin():
                    yield connection
            except (sqlalchemy.exc.DBAPIError, sqlite3.Error) as error:
                raise trouble(error, engine.url.database) or error from error

    def runner(self, connection: Connection) -> Run:
        return driver(connection).execute  # SQLAlchemy's part of each would be the larger

    def insert(
        self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        statement = f"insert into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
        with without_checks(connection):
            connection.exec_driver_sql(statement, list(rows))

    def put_off(self, connection: Connection, table: str) -> list[str]:
        return []  # references are not checked while writing, and a table without row numbers is its key

    @contextmanager
    def scratch(self, connection: Connection, table: str, columns: str) -> Iterator[None]:
        connection.exec_driver_sql(f"create temporary table {table} {columns}")
        yield
        connection.exec_driver_sql(f"drop table temp.{table}")  # where this is not reached, it is rolled back

    def starting_from(self, connection: Connection, rows: int) -> AbstractContextManager[None]:
        return nullcontext()

    def settled(self, connection: Connection, tables: Iterable[str], *, always: bool = False) -> None:
        """The order of tables in our SQL is the plan."""

    def plain(self, statement: str) -> str:
        return statement

    def spelled(self, script: str) -> list[str]:
        return [*statements(script)]

    def run(self, connection: Connection, script: str) -> None:
        for statement in statements(script):
            if (by_key := _BY_KEY.search(statement)) is None:
                connection.exec_driver_sql(statement)
            else:
                table, key, rows = by_key.groups()
                where = " and ".join(f"{column} = ?" for column in key.split(", "))
                raw = driver(connection)
                raw.executemany(f"delete from {table} where {where}", raw.execute(rows))

    def search(self, connection: Connection, part: str, script: str, name: str, *, indexed_after: bool = False) -> None:
        self.run(connection, script)

    def drop(self, connection: Connection, tables: Sequence[str], ours: Iterable[str]) -> list[str]:
        names, others = {*ours, *tables}, []  # a table that an older version had as a view
        for kind, name, sql in connection.exec_driver_sql(
            "select type, name, sql from sqlite_master where type in ('view', 'trigger') order by rowid"
        ).fetchall():
            connection.exec_driver_sql(f'drop {kind} if exists "{name}"')
            if name not in names:
                others.append(sql)
        for table in tables:
            connection.exec_driver_sql(f"drop table if exists {table}")
        return others

    def edition(self, connection: Connection) -> int | None:
        number = connection.exec_driver_sql("pragma user_version").scalar()
        return None if number is None else int(number)

    def mark(self, connection: Connection, edition: int) -> None:
        connection.exec_driver_sql(f"pragma user_version = {edition}")

    def examine(self, connection: Connection) -> Iterator[Examined]:
        run = connection.exec_driver_sql
        tables = len(self.tables(connection))
        broken = run("pragma foreign_key_check").fetchall()
        yield Examined(
            "foreign keys", tables, [f"{row[0]} row {row[1]} refers to nothing in {row[2]}" for row in broken]
        )
        # pages, indexes, and every CHECK and NOT NULL: a load leaves these to its own checks while it writes claims
        rows = run("pragma integrity_check").scalars().all()
        yield Examined("constraints", tables, [row for row in rows if row != "ok"])
        yield self._search(connection)

    def _search(self, connection: Connection) -> Examined:
        """FTS5 checks itself by a statement that counts as writing: where the file is for reading only, in a copy."""
        try:
            return self._search_in(connection)
        except sqlalchemy.exc.DBAPIError as error:
            if not self.is_refused_write(error):
                raise
        with copied_in_memory(connection) as copy:
            return self._search_in(copy)

    def _search_in(self, connection: Connection) -> Examined:
        looked_at, problems = 0, []
        for name in _SEARCHED:
            looked_at += connection.exec_driver_sql(f"select count(*) from {name}").scalar_one()
            try:
                connection.exec_driver_sql(
                    f"insert into {name}_search ({name}_search, rank) values ('integrity-check', 1)"
                )
            except sqlalchemy.exc.DatabaseError as error:
                if self.is_refused_write(error):
                    raise
                problems.append(f"{name}_search does not hold the words of {name}; {_REBUILD}")
            strays = stray(connection, f"{name}_search")
            if strays:
                problems.append(f"{name}_search holds {strays} pages or words that belong nowhere; {_REBUILD}")
        return Examined("search index", looked_at, problems)
