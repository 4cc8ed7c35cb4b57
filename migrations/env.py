"""Alembic's entry: drop what is derived, migrate the tables, build the derived again.

A batch rebuild fails where a view reads the table, silently drops its triggers, and with foreign keys on it empties
the tables that refer to it. So nothing derived is there while tables change, and foreign keys are off until the end.
"""

from __future__ import annotations

import os
from typing import Any

from alembic import context
from sqlalchemy import Connection

from claims.models import Base
from claims.storage import building, create_engine, revisions, seal_all, store_of


def include_name(name: str | None, kind: str, parents: Any) -> bool:
    """Only our tables: not the derived ones, not the search index's shadow tables, not a user's own."""
    return kind != "table" or name in Base.metadata.tables


def migrate(connection: Connection) -> None:
    with store_of(connection).migrating(connection):
        put_back = building.drop(connection)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            include_name=include_name,
            render_as_batch=True,
            compare_type=True,
            transactional_ddl=True,
        )
        was = context.get_context().get_current_heads()
        context.run_migrations()
        heads = context.get_context().get_current_heads()
        if set(heads) & set(revisions()[:-1]):  # of an older version, which builds its own by `claims init`
            for statement in put_back:
                connection.exec_driver_sql(statement)
        elif heads:
            building.build(connection, put_back)
            if was != heads:
                seal_all(connection)  # columns that are new are sealed too


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    url = context.get_x_argument(as_dictionary=True).get("db") or os.environ.get("CLAIMS_DB") or "db/claims.db"
    engine = create_engine(url)
    with engine.connect() as connection:
        migrate(connection)
    engine.dispose()
