"""A database of one server, spread over the nodes of a cluster."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Engine

from claims.errors import DatabaseError
from claims.storage import building
from claims.storage.postgresql import distributing
from claims.storage.stores import store_of

#: Pieces of which each node holds some, unless told otherwise: more than there will be nodes.
SHARDS = distributing.SHARDS


def spreading(engine: Engine, shards: int = SHARDS) -> list[str]:
    """The statements by which `spread` would put the tables on the nodes. Raises DatabaseError where it would refuse."""
    if engine.dialect.name != "postgresql":
        raise DatabaseError(
            f"{store_of(engine).shown(engine)} is a file",
            "load it into a server of Citus (claims export | claims load -)",
        )
    with engine.connect() as connection:
        distributing.check_spreadable(connection)
    return distributing.plan(shards)


def spread(engine: Engine, shards: int = SHARDS) -> Iterator[str]:
    """Put a claim and all that hangs on it on one node, and what claims refer to on each, in one transaction.

    Gives each statement as it is run; then what is derived is made again. Raises DatabaseError, and nothing is changed,
    where the server has no Citus, the database is spread, or views of others hang on what is made again.
    """
    plan = spreading(engine, shards)
    with engine.connect() as connection, store_of(engine).migrating(connection):
        for name, value in distributing.SETTINGS.items():
            connection.exec_driver_sql(f"set local {name} = '{value}'")
        put_back = building.drop(connection)
        for statement in plan:
            yield statement
            connection.exec_driver_sql(statement)
        connection.info[distributing.IS_SPREAD] = True
        building.build(connection, put_back)
    engine.dispose()  # other connections do not know it yet
