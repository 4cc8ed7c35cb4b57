"""Connections to a server, on which all SQL is spelled as everywhere in this package."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, event

from claims.errors import DatabaseError
from claims.storage.postgresql.distributing import HOLDS, IS_SPREAD, ON_NODES, SETTINGS
from claims.storage.postgresql.parts import left_out
from claims.storage.postgresql.translation import parameters, translation

#: Nested views are planned once for a connection, not at each asking; compiling such plans takes longer than they run.
_SETTINGS = "set jit = off; set work_mem = '64MB'; set plan_cache_mode = force_generic_plan; set timezone = 'UTC'"
_IN_TIME = "select set_config('statement_timeout', '5min', true) where current_setting('statement_timeout') = '0'"
_DRIVER = "psycopg"
_OF_FEW = "of_few"  # whether what is asked on a connection now starts from few rows
_FEW = 5000  # rows for each of which looking up a view takes less than joining it whole


def connecting(address: URL) -> Engine:
    """An engine on a server. What is read in one transaction is read as it was at its first question.

    Raises DatabaseError where the driver is another, or not installed.
    """
    if address.get_driver_name() not in (_DRIVER, "psycopg2"):  # the latter where none is named
        raise DatabaseError(
            f"the driver {address.get_driver_name()} is not used", f"write postgresql+{_DRIVER}://user@host/name"
        )
    try:
        engine = sqlalchemy.create_engine(
            address.set(drivername=f"postgresql+{_DRIVER}"),
            isolation_level="REPEATABLE READ",
            pool_pre_ping=True,  # a server that was started again
            hide_parameters=True,
            connect_args={"prepare_threshold": 1, "connect_timeout": 10},
        )
    except ModuleNotFoundError:
        raise DatabaseError("PostgreSQL needs its driver", "pip install 'claims[postgresql]'") from None

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: Any) -> None:
        from psycopg.types.string import StrDumper

        connection.adapters.register_dumper(str, StrDumper)  # a text is a text, also where nothing else says so
        connection.autocommit = True
        connection.execute(_SETTINGS)
        record.info[IS_SPREAD] = connection.execute(HOLDS).fetchone()[0]
        for name, value in SETTINGS.items() if record.info[IS_SPREAD] else ():
            connection.execute(f"set {name} = '{value}'")
        connection.autocommit = False

    @event.listens_for(engine, "begin")
    def on_nodes(connection: Connection) -> None:
        if connection.info[IS_SPREAD]:
            connection.exec_driver_sql(ON_NODES)

    @event.listens_for(engine, "before_cursor_execute", retval=True)
    def spell(
        connection: Connection, _cursor: Any, statement: str, given: Any, context: Any, many: bool
    ) -> tuple[str, Any]:
        if context is not None and context.compiled is not None:
            return statement, given  # SQLAlchemy's own
        ours = context is None or context.execution_options.get("ours", True)
        told = translation(
            statement,
            ours,
            is_spread=connection.info[IS_SPREAD],
            of_few=connection.info.get(_OF_FEW, False),
            left_out=left_out(statement, given) if ours else (),
        )
        return told.sql, parameters(told, given, many)

    return engine


def driver(connection: Connection) -> Any:
    """The connection of psycopg itself beneath."""
    return connection.connection.driver_connection


@contextmanager
def starting_from(connection: Connection, rows: int) -> Iterator[None]:
    """See `Store.starting_from`."""
    before = connection.info.get(_OF_FEW, False)
    connection.info[_OF_FEW] = rows <= _FEW
    try:
        yield
    finally:
        connection.info[_OF_FEW] = before


@contextmanager
def only_reading(connection: Connection) -> Iterator[None]:
    """The server refuses every write of this connection, which is in no transaction, and ends what takes too long.

    Five minutes for a statement, unless the address or the server sets another time (`statement_timeout`).
    """
    raw = driver(connection)
    raw.read_only = True
    raw.execute(_IN_TIME)
    try:
        yield
    finally:
        if raw.broken or raw.closed:
            connection.invalidate()
        else:
            connection.rollback()
            raw.rollback()
            raw.read_only = None
