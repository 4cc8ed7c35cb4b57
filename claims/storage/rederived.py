"""Derived tables, derived once more beside those that are held: what differs is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext

from sqlalchemy import Connection

from claims.storage import building
from claims.storage.stores import store_of

_TABLE = re.compile(r"^create table (\w+)", re.MULTILINE)
#: Names as written are numbered in the order in which they came: their numbers are told by nothing else, and are kept.
_NUMBERED = "insert into mentions (id, name_key, name) select id, name_key, name from {}.mentions"


def wrong(connection: Connection) -> Iterator[tuple[str, int, int, int]]:
    """(table, its rows, how many of them nothing tells, how many that are told it lacks) of each derived table.

    All is done in temporary tables of their names, on a connection of its own, which may write nowhere else and sees the
    database as it is now: they take as much room as what they are compared with.
    """
    store = store_of(connection)
    with nullcontext(connection) if store.is_fleeting(connection.engine) else connection.engine.connect() as own:
        at_last = own.begin_nested()
        try:
            schema = store.schema(own)
            tables = [table for script in building.created() for table in _again(own, schema, script)]
            building.fill_all(own, words=False)
            for table in tables:
                (held,) = own.exec_driver_sql(f"select count(*) from {schema}.{table}").one()
                yield table, held, _beyond(own, f"{schema}.{table}", table), _beyond(own, table, f"{schema}.{table}")
        finally:
            at_last.rollback()


def _again(connection: Connection, schema: str, script: str) -> list[str]:
    """Make the tables of a script as temporary ones; those that hold what nothing tells are left out."""
    tables = [name for name in _TABLE.findall(script) if name != "gathered"]
    if tables:
        store_of(connection).run(connection, _TABLE.sub(r"create temporary table \1", script))
    if "mentions" in tables:
        connection.exec_driver_sql(_NUMBERED.format(schema))
    return tables


def _beyond(connection: Connection, one: str, other: str) -> int:
    """How many rows of a table are not in the other."""
    rows = connection.exec_driver_sql(f"select count(*) from (select * from {one} except select * from {other}) as d")
    return int(rows.scalar_one())
