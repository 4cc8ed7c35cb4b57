"""The search index of PostgreSQL: kept by whoever writes, as SQLite's is."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from claims.storage.postgresql.connecting import driver
from claims.storage.postgresql.distributing import place
from claims.storage.postgresql.words import vector

_BATCH = 5000
_HELD = "select id, cast(words as text) from {}_search where id = any(%s)"
_WRITTEN = (
    "select cast(cast(t as tsvector) as text) from unnest(cast(%s as text[])) with ordinality as u (t, n) order by n"
)
_IDS = {"claims": "claim_id", "documents": "document_id", "entities": "entity_id"}


def run(connection: Connection, part: str, name: str, *, indexed_after: bool) -> None:
    """Create, fill or clear the index of `name`, for what was touched."""
    execute = connection.exec_driver_sql
    index = f"ix_{name}_search_words"
    make = f"create index {index} on {name}_search using gin (words)"
    match part:
        case "create":
            execute(f"create table {name}_search (id integer primary key, words tsvector not null)")
            place(connection, f"{name}_search")
            execute(make)
        case "fill":
            touched = f"select w.{_IDS[name]}, w.words from {_view(name)} as w"
            if name == "entities":
                execute("delete from entities_search where exists (select 1 from touched_entities)")
                touched += " where exists (select 1 from touched_entities)"
            else:
                touched += f" join touched_{name} as t on t.id = w.{_IDS[name]}"
            if indexed_after:
                execute(f"drop index {index}")
            _fill(connection, name, touched)
            if indexed_after:
                execute(make)
        case "clear" if name != "entities":
            execute(f"delete from {name}_search where id in (select id from touched_{name})")


def wrong(connection: Connection, name: str) -> tuple[int, int]:
    """How many rows the index of `name` should have, and how many it lacks, or holds with other words."""
    looked_at = lacking = known = 0
    raw = driver(connection)
    for rows in _batches(connection, f"select w.{_IDS[name]}, w.words from {_view(name)} as w"):
        held = dict(raw.execute(_HELD.format(name), ([id_ for id_, _ in rows],)).fetchall())
        told = raw.execute(_WRITTEN, ([vector(words) for _, words in rows],)).fetchall()
        known += len(held)
        looked_at += len(rows)
        lacking += sum(held.get(id_) != words for (id_, _), (words,) in zip(rows, told, strict=True))
    (rows_held,) = raw.execute(f"select count(*) from {name}_search").fetchone()
    return looked_at, lacking + rows_held - known


def _fill(connection: Connection, name: str, select: str) -> None:
    for rows in _batches(connection, select):
        with driver(connection).cursor() as cursor, cursor.copy(f"copy {name}_search (id, words) from stdin") as copy:
            for id_, words in rows:
                copy.write_row((id_, vector(words)))


def _batches(connection: Connection, select: str) -> Iterator[list[tuple[int, str]]]:
    with driver(connection).cursor(name="claims_words") as cursor:
        cursor.execute(select)
        while rows := cursor.fetchmany(_BATCH):
            yield rows


def _view(name: str) -> str:
    return f"{_IDS[name].removesuffix('_id')}_words"
