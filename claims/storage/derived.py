"""Views, triggers, search and derived tables: built from db/, none of which holds a fact of its own.

Migrations own the tables that hold facts; everything here can be dropped and made again from them. A file of
db/derived/ has three parts, each led by a comment: `-- create`, `-- fill` and `-- clear`. Fill and clear work on the
rows named in the temporary tables touched_claims and touched_documents, so that a load costs what it changes.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from sqlalchemy import Connection

from claims.models import Kind, Role
from claims.resources import DB
from claims.vocabulary import KINDS, ROLES

_LEAVE = (DB / "resolve" / "leave_moved_names.sql").read_text("utf-8")
_MOVED = (DB / "resolve" / "moved_names.sql").read_text("utf-8")
_PART = re.compile(r"^-- (create|fill|clear)\b.*$", re.MULTILINE)


def build(connection: Connection, others: Iterable[str] = ()) -> None:
    """Make everything derived, on a database whose tables are there and whose derived things are not.

    `others` are further statements to run: the views and triggers of a user's own that `drop` returned.
    """
    _fill_vocabulary(connection)
    for path in _files("derived"):
        _run(connection, _parts(path)["create"])
    for path in (*_files("views"), *_files("triggers")):
        _run(connection, path.read_text("utf-8"))
    _touch_all(connection)
    for path in _files("derived"):
        _run(connection, _parts(path)["fill"])
    _untouch(connection)
    for statement in others:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"pragma user_version = {_edition()}")


def drop(connection: Connection) -> list[str]:
    """Drop everything derived and return the statements that make the user's own views and triggers again."""
    ours = {path.stem for folder in ("views", "triggers") for path in _files(folder)}
    others: list[str] = []
    for kind, name, sql in connection.exec_driver_sql(
        "select type, name, sql from sqlite_master where type in ('view', 'trigger') order by rowid"
    ).fetchall():
        connection.exec_driver_sql(f'drop {kind} if exists "{name}"')
        if name not in ours:
            others.append(sql)
    for path in _files("derived"):
        for table in re.findall(r"^create (?:virtual )?table (\w+)", _parts(path)["create"], re.MULTILINE):
            connection.exec_driver_sql(f"drop table if exists {table}")
    return others


def is_current(connection: Connection) -> bool:
    """Whether everything derived was built by this version's files."""
    return connection.exec_driver_sql("pragma user_version").scalar() == _edition()


@cache
def _edition() -> int:
    """A number for what this version derives, and from which vocabulary; `build` leaves it as the database's user_version."""
    files = [path for folder in ("derived", "views", "triggers") for path in _files(folder)]
    files += [DB / "vocabulary" / f"{name}.toml" for name in ("kinds", "roles")]
    digest = hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).digest()
    return int.from_bytes(digest[:4], "big") >> 1


def clear(
    connection: Connection, claims: Iterable[int] = (), documents: Iterable[int] = (), *, words: bool = True
) -> None:
    """Take what is derived from these rows away, before they change; the search index too, unless their words stay."""
    _touch(connection, claims, documents)
    for path in reversed(_files("derived")):
        if words or not _is_search(path):
            _run(connection, _parts(path)["clear"])
    _untouch(connection)


def fill(
    connection: Connection,
    claims: Iterable[int] = (),
    documents: Iterable[int] = (),
    *,
    claims_above: int | None = None,
    words: bool = True,
) -> None:
    """Derive what these rows (new, or cleared and changed) give, and all claims of an id higher than `claims_above`."""
    _touch(connection, claims, documents)
    if claims_above is not None:
        connection.exec_driver_sql(
            "insert or ignore into touched_claims select id from claims where id > ?", (claims_above,)
        )
    for path in _files("derived"):
        if words or not _is_search(path):
            _run(connection, _parts(path)["fill"])
    _untouch(connection)


def fill_again(connection: Connection, tables: Sequence[str], claims: Iterable[int]) -> None:
    """Derive what these tables, in the order of their files, hold of these claims anew."""
    ids = list(claims)
    if ids:
        paths = [path for path in _files("derived") if path.stem.split("_", 1)[1] in tables]
        _touch(connection, ids)
        for path in reversed(paths):
            _run(connection, _parts(path)["clear"])
        for path in paths:
            _run(connection, _parts(path)["fill"])
        _untouch(connection)


def refresh_names(connection: Connection) -> set[int]:
    """Derive names anew after entities, aliases or judgements changed, and move the claims whose bare names now mean another.

    Which these are.

    Claims that take part under an entity that changes must be cleared before (see `load.changes`).
    """
    run = connection.exec_driver_sql
    run(
        "create temporary table names_before as select name_key, coalesce(referent_id, -id) as referent_id from mentions"
    )
    _touch(connection, entities=(1,))
    for path in _files("derived"):
        _run(connection, _parts(path)["fill"])
    _untouch(connection)
    run("create temporary table moved (referent_id integer, claim_id integer)")
    run(_MOVED)
    _run(connection, _LEAVE)
    moved = {number for (number,) in run("select distinct claim_id from moved").fetchall()}
    fill(connection, moved, words=False)
    for table in ("names_before", "moved"):
        run(f"drop table temp.{table}")
    return moved


def _fill_vocabulary(connection: Connection) -> None:
    """New kinds and roles come with the version's vocabulary and need no migration; a definition may be reworded."""
    for model, rows in ((Kind, KINDS.values()), (Role, ROLES.values())):
        columns = [column.name for column in model.__table__.columns]
        told = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        connection.exec_driver_sql(
            f"insert into {model.__tablename__} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
            f" on conflict (name) do update set {told}",
            [tuple(getattr(row, name) for name in columns) for row in rows],
        )


def _touch(
    connection: Connection, claims: Iterable[int] = (), documents: Iterable[int] = (), entities: Iterable[int] = ()
) -> None:
    for table, ids in (("touched_claims", claims), ("touched_documents", documents), ("touched_entities", entities)):
        connection.exec_driver_sql(f"create temporary table {table} (id integer primary key)")
        rows = [(number,) for number in ids]
        if rows:
            connection.exec_driver_sql(f"insert or ignore into {table} values (?)", rows)


def _touch_all(connection: Connection) -> None:
    for table, facts in (("touched_claims", "claims"), ("touched_documents", "documents")):
        connection.exec_driver_sql(f"create temporary view {table} as select id from main.{facts}")
    connection.exec_driver_sql("create temporary view touched_entities as select 1 as id")


def _untouch(connection: Connection) -> None:
    for table in ("touched_claims", "touched_documents", "touched_entities"):
        (kind,) = connection.exec_driver_sql("select type from temp.sqlite_master where name = ?", (table,)).one()
        connection.exec_driver_sql(f"drop {kind} temp.{table}")


def _is_search(path: Path) -> bool:
    return path.stem.endswith("_search")


def _files(folder: str) -> list[Path]:
    return sorted((DB / folder).glob("*.sql"))


def _parts(path: Path) -> dict[str, str]:
    pieces = _PART.split(path.read_text("utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


def _run(connection: Connection, script: str) -> None:
    for statement in _statements(script):
        connection.exec_driver_sql(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: sqlite3's own executescript would commit the transaction that it runs in."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
