"""Both ends of a pull, opened: the source to read one state of it, the replica to be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, Engine, inspect

from claims.errors import DatabaseError, ReplicaError
from claims.replica.address import shown
from claims.storage import check_revision, create_engine, is_new, store_of, upgrade

_CLOSED = "cannot open"


@contextmanager
def opened_source(url: str | Path) -> Iterator[Connection]:
    """A connection that only reads, and sees the source as it is at the first question until the end.

    Raises ReplicaError where it cannot be reached, then or later, or is of another version.
    """
    name = shown(url)
    try:
        engine = create_engine(url)
        try:
            check_revision(engine)
            with engine.connect() as connection, store_of(engine).only_reading(connection):
                yield connection
        except sqlalchemy.exc.DBAPIError as error:
            told = store_of(engine).told(error)
            raise ReplicaError(
                f"the source {name} cannot be read: {told}", "pull again once it can; what came is kept"
            ) from error
        finally:
            engine.dispose()
    except DatabaseError as error:
        if error.message.startswith(_CLOSED):
            told = error.message.partition(": ")[2]
            raise ReplicaError(f"the source {name} cannot be reached: {told}", "pull again when it can") from error
        raise ReplicaError(f"the source {name}: {error.message}", f"{error.next_step} there") from error


@contextmanager
def opened_replica(url: str | Path) -> Iterator[Engine]:
    """The database that is a replica, or is to become one: made where it is not there, brought to this version where it is one.

    Raises ReplicaError where it cannot be opened or written.
    """
    try:
        with _made(url) as engine:
            yield engine
    except DatabaseError as error:
        raise ReplicaError(f"the replica {shown(url)}: {error.message}", error.next_step) from error
    except sqlalchemy.exc.DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        raise ReplicaError(
            f"the replica {shown(url)}: {reason}", "mend that and pull again; what came is kept"
        ) from error


@contextmanager
def _made(url: str | Path) -> Iterator[Engine]:
    engine = create_engine(url)
    try:
        path = engine.url.database
        if path and engine.url.get_backend_name() == "sqlite":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        if is_new(engine) or _is_replica(engine):
            upgrade(engine)
        check_revision(engine)
        yield engine
    finally:
        engine.dispose()


def _is_replica(engine: Engine) -> bool:
    if not inspect(engine).has_table("replica"):
        return False
    with engine.connect() as connection:
        return connection.exec_driver_sql("select 1 from replica").fetchone() is not None


def source_of(url: str | Path) -> str | None:
    """Where this replica is pulled from; None = it is none, or not there."""
    engine = create_engine(url)
    try:
        if is_new(engine) or not _is_replica(engine):
            return None
        with engine.connect() as connection:
            return str(connection.exec_driver_sql("select source from replica").scalar_one())
    finally:
        engine.dispose()
