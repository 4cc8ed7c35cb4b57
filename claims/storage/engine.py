"""Connections to the database, with the pragmas and functions that the views need, and upgrades to this version."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event, make_url

from claims.errors import DatabaseError
from claims.resources import MIGRATIONS
from claims.storage import derived, functions, opening

#: Reads are from the system's pages, which are then not copied: half the time of a query. 2 GB is as much as SQLite maps.
MAPPED = "mmap_size = 2147418112"
_READING = (
    "temp_store = memory",
    "cache_size = -16384",  # 16 MB: a hundred quotes come from a hundred texts, which the default of 2 MB does not hold
    MAPPED,
)
_PRAGMAS = (
    "foreign_keys = on",
    "synchronous = normal",
    "busy_timeout = 10000",
    *_READING,
)


def create_engine(url: str | Path) -> Engine:
    """An engine on `url`: a path, or an SQLAlchemy URL of SQLite. The file is made by `upgrade`, and by nothing else.

    Every connection has the SQL functions of `claims.functions`, enforces foreign keys, and waits up to 10 seconds
    for another writer. Raises DatabaseError where the address is no SQLite one.
    """
    address = _address(url)
    engine = sqlalchemy.create_engine(
        address,
        creator=lambda: opening.connect(address.database),
        hide_parameters=True,  # errors need not print whole texts
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, so that DDL is part of them
        functions.register(connection)
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("begin")

    return engine


def upgrade(engine: Engine) -> None:
    """Bring the database to this version's revision, making it where there is none.

    Nothing is done where it is there already, and what is derived was built by this version's files.
    Raises DatabaseError where a newer version made it.
    """
    from alembic import command
    from alembic.config import Config

    made = opening.is_missing(engine.url.database)
    opening.make(engine.url.database)
    at_head = _check_known(engine) == head_revision()
    with engine.connect() as connection:
        if made:
            driver(connection).execute("pragma journal_mode = wal")  # kept in the file: who reads need not set it
        if at_head and derived.is_current(connection):
            return
        connection.rollback()
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def driver(connection: Connection) -> sqlite3.Connection:
    """The connection of sqlite3 itself beneath: for pragmas outside a transaction, and for many small statements."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def only_reading(connection: Connection) -> AbstractContextManager[None]:
    """The database itself refuses every write on this connection (`is_refused_write` knows the error)."""
    return _set(connection, ("query_only = on",), ("query_only = off",))


def is_refused_write(error: sqlalchemy.exc.DBAPIError) -> bool:
    """Whether this was a write on a connection that only reads."""
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY


def without_foreign_keys(connection: Connection) -> AbstractContextManager[None]:
    """Foreign keys off on this connection, which must be in no transaction: a table can then be rebuilt under them."""
    return _set(connection, ("foreign_keys = off",), ("foreign_keys = on",))


def without_checks(connection: Connection) -> AbstractContextManager[None]:
    """CHECK constraints off on this connection, for rows whose values were all checked before: they take half of an insert."""
    return _set(connection, ("ignore_check_constraints = on",), ("ignore_check_constraints = off",))


def for_bulk(connection: Connection) -> AbstractContextManager[None]:
    """Settings for writing many rows on this connection, which must be in no transaction, by code that checks references itself.

    Foreign keys are off, 64 MB of pages are kept (fewer are read and written over and over), nothing is mapped (it would
    count as memory), and what is sorted may go to disk.
    """
    during = ("foreign_keys = off", "cache_size = -65536", "mmap_size = 0", "temp_store = default")
    return _set(connection, during, (*_READING, "foreign_keys = on"))


@contextmanager
def _set(connection: Connection, during: Iterable[str], after: Iterable[str]) -> Iterator[None]:
    """Pragmas for a while, and those that hold again after it."""
    run = driver(connection).execute
    try:
        for pragma in during:
            run(f"pragma {pragma}")
        yield
    finally:
        for pragma in after:
            run(f"pragma {pragma}")


def is_new(engine: Engine) -> bool:
    """Whether there is nothing at all in the database yet: no file, or an empty one."""
    if opening.is_missing(engine.url.database):
        return True
    with _opened(engine) as connection:
        return connection.exec_driver_sql("select count(*) from sqlite_master").scalar() == 0


def check_revision(engine: Engine) -> None:
    """Raise DatabaseError, naming both revisions, unless the database is at this version's revision."""
    current = _check_known(engine)
    head = head_revision()
    if current is None:
        raise DatabaseError(
            f"{engine.url.database} holds no claims database", "run `claims init`, or `claims demo` for one with data"
        )
    if current != head:
        raise DatabaseError(
            f"database is at revision {current}, this version of claims needs {head}", "run `claims init`"
        )
    with _opened(engine) as connection:
        if not derived.is_current(connection):
            raise DatabaseError(
                "the database's views and search were built by another version of claims", "run `claims init`"
            )


def tables_of_others(engine: Engine) -> list[str]:
    """The tables of a database that is there and that this package did not make, in order of name."""
    if is_new(engine) or _check_known(engine) is not None:
        return []
    with _opened(engine) as connection:
        rows = connection.exec_driver_sql("select name from sqlite_master where type = 'table' order by name")
        return [name for (name,) in rows.fetchall()]


def head_revision() -> str:
    """The revision that this version of the package needs, e.g. '0001'."""
    return _revisions()[-1]


def _revisions() -> list[str]:
    """Every revision in order, by the files' names: asking Alembic would cost each command a quarter of a second."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def check_foreign_keys(connection: Connection) -> None:
    """Raise DatabaseError with the first row that refers to nothing, if there is one."""
    broken = connection.exec_driver_sql("pragma foreign_key_check").fetchone()
    if broken is not None:
        raise DatabaseError(
            f"row {broken[1]} of {broken[0]} refers to a row of {broken[2]} that is not there",
            "restore the database from an export",
        )


@contextmanager
def _opened(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    except sqlalchemy.exc.DatabaseError as error:
        raise DatabaseError(
            f"cannot open {engine.url.database}: {error.orig}", "name another file with --db or CLAIMS_DB"
        ) from error


def _check_known(engine: Engine) -> str | None:
    with _opened(engine) as connection:
        marked = connection.exec_driver_sql("select 1 from sqlite_master where name = 'alembic_version'").fetchone()
        row = connection.exec_driver_sql("select version_num from alembic_version").fetchone() if marked else None
    if row is not None and row[0] not in _revisions():
        raise DatabaseError(
            f"database is at revision {row[0]}, this version of claims knows up to {head_revision()}",
            "install the newer claims that made it",
        )
    return None if row is None else str(row[0])


def _address(url: str | Path) -> URL:
    text = str(url)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    address = make_url(text)
    if address.get_backend_name() != "sqlite":
        raise DatabaseError(
            f"{address.get_backend_name()} is not supported yet: claims runs on SQLite", "give a path or sqlite:///path"
        )
    return address
