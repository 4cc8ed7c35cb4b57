"""Connections to a file, with the pragmas and functions that the views need."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event

from claims.storage.sqlite import functions, opening

#: Reads are from the system's pages, which are then not copied: half the time of a query. 2 GB is as much as SQLite maps.
MAPPED = "mmap_size = 2147418112"
_READING = (
    "temp_store = memory",
    "cache_size = -16384",  # 16 MB: a hundred quotes come from a hundred texts, which the default of 2 MB does not hold
    MAPPED,
)
#: An option of a connection whose transactions take the lock of the one who writes as they begin.
ALONE = "claims_alone"
_PRAGMAS = (
    "foreign_keys = on",
    "synchronous = normal",
    "busy_timeout = 10000",
    *_READING,
)


def connecting(address: URL) -> Engine:
    """An engine on a path. Every connection has our SQL functions, enforces foreign keys, and waits up to 10 seconds for another writer."""
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
        connection.exec_driver_sql("begin immediate" if connection.get_execution_options().get(ALONE) else "begin")

    return engine


def driver(connection: Connection) -> sqlite3.Connection:
    """The connection of sqlite3 itself beneath: for pragmas outside a transaction, and for many small statements."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def only_reading(connection: Connection) -> AbstractContextManager[None]:
    """The database itself refuses every write on this connection."""
    return _set(connection, ("query_only = on",), ("query_only = off",))


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
