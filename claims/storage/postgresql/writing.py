"""Writing, one at a time, and whether it is in where the server went away."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy
from sqlalchemy import Connection, Engine

from claims.errors import DatabaseError
from claims.storage.postgresql.connecting import driver

#: Of the advisory lock that a writer holds until its transaction ends: the letters of "claims".
LOCK = int.from_bytes(b"claims", "big")
_PATIENCE = 10  # seconds for which another writer is waited for
_BACK = 30  # seconds in which a server that went away is asked again
#: What is derived is joined in the order in which its SQL names the tables, from what was touched; plans are made for the
#: rows. What a load looks up lies together or was read just before: that is no dearer than to read on.
BULK = (
    "join_collapse_limit = 1",
    "plan_cache_mode = force_custom_plan",
    "random_page_cost = 1.1",
)
_CHECKS = {"plan_cache_mode": "force_generic_plan", "enable_seqscan": "off"}
#: What a coordinator of Citus says where one of its nodes is gone, and the statement needs it.
_NODE = "connection marked as essential"
_HOLDER = (
    "select a.usename, a.pid, to_char(a.xact_start, 'YYYY-MM-DD HH24:MI:SS') from pg_locks as l"
    " join pg_stat_activity as a on a.pid = l.pid"
    " where l.locktype = 'advisory' and l.granted and l.database = (select oid from pg_database where datname = current_database())"
    " and (cast(l.classid as bigint) << 32) + cast(l.objid as bigint) = %s"
)


@contextmanager
def writing(engine: Engine, shown: str) -> Iterator[Connection]:
    """See `Store.writing`."""
    with _told(shown), engine.connect() as connection:
        # what another writer committed while it was waited for must be seen: the lock comes before the first look
        connection = connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin() as transaction:
            lock(connection, engine, shown)
            for setting in BULK:
                connection.exec_driver_sql(f"set local {setting}")
            number = connection.exec_driver_sql("select cast(pg_current_xact_id() as text)").scalar_one()
            yield connection
            if transaction.is_active:
                _commit(engine, transaction, str(number), shown)


@contextmanager
def checked_by_one_plan(raw: Any) -> Iterator[None]:
    """For rows that are copied: their foreign keys are looked up by one plan, which takes the index.

    As plans are made for the rows while a load lasts (`BULK`), one would be made for each key of each row; and one that
    is made when a table is small would read it whole.
    """
    asked = ", ".join(f"current_setting('{name}')" for name in _CHECKS)
    before = raw.execute(f"select {asked}").fetchone()
    _set(raw, _CHECKS.values())
    yield
    _set(raw, before)


def _set(raw: Any, values: Iterable[str]) -> None:
    for name, value in zip(_CHECKS, values, strict=True):  # a statement, as nodes of Citus are told of no function
        raw.execute(f"set local {name} = {value}")


def lock(connection: Connection, engine: Engine, shown: str) -> None:
    """Be alone among writers until the transaction that is open ends. Raises DatabaseError, naming who is writing."""
    run = connection.exec_driver_sql
    run(f"set local lock_timeout = '{_PATIENCE}s'")
    try:
        run("select pg_advisory_xact_lock(?)", (LOCK,))
    except sqlalchemy.exc.OperationalError as error:
        if getattr(error.orig, "sqlstate", None) != "55P03":
            raise
        who = "another"
        with suppress(sqlalchemy.exc.DBAPIError), engine.connect() as other:
            row = driver(other).execute(_HOLDER, (LOCK,)).fetchone()
            who = f"{row[0]} (process {row[1]}, since {row[2]} UTC)" if row else who
        raise DatabaseError(
            f"{who} writes to {shown}, and did not end within {_PATIENCE} seconds", "try again when that has ended"
        ) from None
    run("set local lock_timeout = 0")


def _commit(engine: Engine, transaction: sqlalchemy.RootTransaction, number: str, shown: str) -> None:
    """Commit; where the connection is cut meanwhile, the server is asked what became of it."""
    try:
        transaction.commit()
    except sqlalchemy.exc.DBAPIError as error:
        if not error.connection_invalidated and not isinstance(error, sqlalchemy.exc.OperationalError):
            raise
        status = _status(engine, number)
        if status == "committed":
            return
        if status == "aborted":
            raise DatabaseError(
                f"{shown} went away before the load was committed: nothing of it was kept", "load it again"
            ) from error
        raise DatabaseError(
            f"{shown} went away while the load was committed, and cannot be asked whether it was kept",
            "load it again: what was kept counts as unchanged",
        ) from error


def _status(engine: Engine, number: str) -> str | None:
    """What became of a transaction; None where the server does not answer in time."""
    engine.dispose()
    until = time.monotonic() + _BACK
    while time.monotonic() < until:
        with suppress(sqlalchemy.exc.DBAPIError), engine.connect() as connection:
            status = driver(connection).execute("select pg_xact_status(%s::xid8)", (number,)).fetchone()[0]
            if status in ("committed", "aborted"):
                return str(status)
        time.sleep(0.2)
    return None


@contextmanager
def _told(shown: str) -> Iterator[None]:
    """Errors of the server, or of the way to it, in one line."""
    import psycopg

    try:
        yield
    except (sqlalchemy.exc.OperationalError, sqlalchemy.exc.InterfaceError) as error:
        raise _lost(shown, error.orig) from error
    except (psycopg.OperationalError, psycopg.InterfaceError) as error:
        raise _lost(shown, error) from error
    except sqlalchemy.exc.InternalError as error:
        if _NODE not in str(error.orig):
            raise
        raise _lost(shown, error.orig) from error


def _lost(shown: str, error: Any) -> DatabaseError:
    state, words = getattr(error, "sqlstate", None) or "", " ".join(str(error).split())
    if state == "53100":
        return DatabaseError(
            f"the disk of {shown} is full: nothing of this load was kept",
            "make room (vacuum frees what was begun), and load it again",
        )
    if state == "53200":
        return DatabaseError(
            f"{shown} has no room in its memory ({words}): nothing of this load was kept",
            "load fewer records at a time, or give the server more (max_locks_per_transaction, where it names locks)",
        )
    if state.startswith("40"):
        return DatabaseError(
            f"{shown} had another write in the way ({words}): nothing of this load was kept", "load it again"
        )
    return DatabaseError(f"{shown} went away ({words}): nothing of this load was kept", "load it again when it is back")
