"""Everything derived, made whole: vocabulary, derived tables, views, triggers and search, none of which holds a fact of its own.

Migrations own the tables that hold facts; all that is made here can be dropped and made again from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.schema import SetColumnComment, SetTableComment

from claims.models import Base, Kind, Role
from claims.resources import DB
from claims.storage.derivations import derivations
from claims.storage.editions import edition_of
from claims.storage.stores import store_of
from claims.storage.touched import taking_part
from claims.vocabulary import KINDS, ROLES


def build(connection: Connection, others: Iterable[str] = ()) -> None:
    """Make everything derived, on a database whose tables are there and whose derived things are not.

    `others` are further statements to run: the views and triggers of a user's own that `drop` returned.
    """
    store = store_of(connection)
    _fill_vocabulary(connection)
    _describe(connection)
    for one in derivations():
        if not one.is_search:
            store.run(connection, one.create)
    for path in _in_order(_files("views")):
        store.run(connection, path.read_text("utf-8"))
    for path in _files("triggers"):
        store.run(connection, path.read_text("utf-8"))
    for one in derivations():
        if one.is_search:
            one.run(connection, "create")
    store.settled(connection, Base.metadata.tables)
    fill_all(connection)
    for statement in others:
        connection.exec_driver_sql(statement)
    store.mark(connection, edition_of(store))


def fill_all(connection: Connection, *, words: bool = True) -> None:
    """Derive everything, in tables that are made and empty; with `words`, the search index too."""
    run = connection.exec_driver_sql
    for facts in ("claims", "documents"):
        run(f"create temporary view touched_{facts} as select id from {facts}")
    with taking_part(connection, entities=True):
        for one in derivations():
            if words or not one.is_search:  # `check` derives beside: its indexes bear the same names
                one.run(connection, "fill", indexed_after=words)
    for facts in ("claims", "documents"):
        run(f"drop view temp.touched_{facts}")


def created() -> list[str]:
    """The statements that make each derived table with its indexes, in the order in which they are filled; not the search index."""
    return [one.create for one in derivations() if not one.is_search]


def drop(connection: Connection) -> list[str]:
    """Drop everything derived and return the statements that make the user's own views and triggers again."""
    ours = [path.stem for folder in ("views", "triggers") for path in _files(folder)]
    tables = [table for one in derivations() for table in one.tables]
    return store_of(connection).drop(connection, tables, ours)


def is_current(connection: Connection) -> bool:
    """Whether everything derived was built from this version's files and code, spelled as this version spells them."""
    store = store_of(connection)
    return store.edition(connection) == edition_of(store)


def _fill_vocabulary(connection: Connection) -> None:
    """New kinds and roles come with the version's vocabulary and need no migration; a definition may be reworded."""
    for model, rows in ((Kind, KINDS.values()), (Role, ROLES.values())):
        columns = [column.name for column in model.__table__.columns]
        told = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        connection.exec_driver_sql(
            f"insert into {model.__tablename__} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
            f" on conflict (name) do update set {told}",
            [tuple(_plain(getattr(row, name)) for name in columns) for row in rows],
        )


def _describe(connection: Connection) -> None:
    """What the models say of tables and columns, for clients to show: a version may word it better than the migrations did."""
    if connection.dialect.supports_comments:
        for table in Base.metadata.tables.values():
            connection.execute(SetTableComment(table))
            for column in table.columns:
                connection.execute(SetColumnComment(column))


def _plain(value: str | bool) -> str | int:
    return int(value) if isinstance(value, bool) else value


def _files(folder: str) -> tuple[Path, ...]:
    return tuple(sorted((DB / folder).glob("*.sql")))


@cache
def _in_order(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Views, each after those that it reads."""
    texts = {path: path.read_text("utf-8") for path in paths}
    reads = {
        path: {other for other in paths if other != path and re.search(rf"\b(?:from|join) {other.stem}\b", text)}
        for path, text in texts.items()
    }
    return tuple(TopologicalSorter(reads).static_order())
