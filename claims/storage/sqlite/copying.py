"""A whole copy of a database while others write it: SQLite's own online backup."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection

from claims.errors import DatabaseError
from claims.storage.sqlite.connecting import connecting, driver
from claims.storage.sqlite.trouble import trouble


def back_up(connection: Connection, to: Path) -> None:
    """Copy the database into a new file, as it is at one instant. Raises DatabaseError where it cannot be written; nothing is left."""
    if connection.dialect.name != "sqlite":
        raise DatabaseError(
            "a server's database is no file", "`pg_dump` copies it whole, and `claims export` its records"
        )
    if to.exists():
        raise DatabaseError(f"{to} is there already", "name a new file: a backup is never written over")
    beside = to.with_name(f"{to.name}.part")
    try:
        with closing(sqlite3.connect(beside)) as copy:
            driver(connection).backup(copy)
            copy.execute("pragma journal_mode = delete")  # one file, with nothing beside it
        beside.replace(to)
    except (sqlite3.Error, OSError) as error:
        raise trouble(error, to) or DatabaseError(f"{to} cannot be written: {error}", "name another file") from error
    finally:
        for part in (beside, Path(f"{beside}-journal"), Path(f"{beside}-wal"), Path(f"{beside}-shm")):
            part.unlink(missing_ok=True)


@contextmanager
def copied_in_memory(connection: Connection) -> Iterator[Connection]:
    """A connection to a copy that may be changed; it takes as much memory as the file has bytes."""
    engine = connecting(URL.create("sqlite", database=":memory:"))
    try:
        with engine.connect() as copy:
            driver(connection).backup(driver(copy))
            yield copy
    finally:
        engine.dispose()
