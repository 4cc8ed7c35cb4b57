"""Seals: hashes of rows as the last load left them, by which `claims check` tells what something else has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import msgspec
from sqlalchemy import Connection

from claims.models import Base
from claims.storage.stores import store_of

#: Kind of piece -> its tables, the first of which has a row for each, with the column that tells whose their rows are.
_PIECES = {
    "source": (("sources", "id"),),
    "entity": (("entities", "id"), ("aliases", "entity_id"), ("judgements", "left_id"), ("relations", "entity_id")),
    "event": (("events", "id"),),
    "run": (("runs", "id"),),
    "document": (
        ("documents", "id"), ("sentences", "document_id"), ("claims", "document_id"),
        ("arguments", "claim_id"), ("evidence", "claim_id"), ("doubts", "claim_id"), ("reviews", "claim_id"),
        ("placements", "claim_id"), ("links", "source_id"),
    ),
}  # fmt: skip
_OF_CLAIMS = ("arguments", "evidence", "doubts", "reviews", "placements", "links")
_MARKS = (
    "select row_id, record, mark from marks where record in (:kind, :other)"
    " and row_id in (select cast(value as integer) from json_each(:ids)) order by 1, 2"
)
_OPEN = "delete from seals where record = :kind and row_id in (select cast(value as integer) from json_each(:ids))"
_AT_ONCE = 1000  # pieces whose rows are read together
_encode = msgspec.msgpack.Encoder().encode


def seal(connection: Connection, pieces: Iterable[tuple[str, int]]) -> None:
    """Seal these pieces (kind, id) as they are now, in the transaction that is open; the seal of one that is gone is taken away."""
    for kind, ids in _by_kind(pieces).items():
        for some in _parts(ids):
            rows = [(kind, id_, digest) for id_, digest in _digests(connection, kind, some).items()]
            connection.exec_driver_sql(_OPEN, {"kind": kind, "ids": json.dumps(some)})
            if rows:
                store_of(connection).insert(connection, "seals", ("record", "row_id", "digest"), rows)


def seal_all(connection: Connection) -> None:
    """Seal everything as it is now: where the tables themselves were changed, as by an upgrade."""
    connection.exec_driver_sql("delete from seals")
    for kind in _PIECES:
        seal(connection, ((kind, id_) for id_ in _ids(connection, kind)))


def broken(connection: Connection) -> Iterator[tuple[str, int, str]]:
    """(kind, id, what is wrong) of each piece that is not as it was sealed."""
    for kind in _PIECES:
        run = connection.exec_driver_sql
        sealed = dict(map(tuple, run("select row_id, digest from seals where record = ?", (kind,)).fetchall()))
        for some in _parts({*sealed, *_ids(connection, kind)}):
            found = _digests(connection, kind, some)
            for id_ in some:
                if id_ not in found:
                    yield kind, id_, "is gone"
                elif id_ not in sealed:
                    yield kind, id_, "was not loaded"
                elif sealed[id_] != found[id_]:
                    yield kind, id_, "is not as it was loaded"


def _digests(connection: Connection, kind: str, ids: list[int]) -> dict[int, str]:
    """The hash of each of these pieces that has a row in its first table."""
    run = store_of(connection).runner(connection)
    asked = {"ids": json.dumps(ids)}
    hashes = {}
    for number, (table, owner) in enumerate(_PIECES[kind]):
        name = table.encode()
        for id_, rows in groupby(run(_rows(table, owner), asked), itemgetter(0)):
            if number == 0:
                hashes[id_] = hashlib.sha256()
            if id_ in hashes:
                hashes[id_].update(b"".join([name + _encode(row[1:]) for row in rows]))
    for id_, *row in run(
        _MARKS, {**asked, "kind": kind, "other": "meaning" if kind == "document" else kind}
    ).fetchall():
        if id_ in hashes:
            hashes[id_].update(_encode(row))
    return {id_: one.hexdigest() for id_, one in hashes.items()}


def _rows(table: str, owner: str) -> str:
    """Every column of the rows of these pieces, led by the id of the piece, in the order of their keys."""
    model = Base.metadata.tables[table]
    told = ", ".join(f"t.{column.name}" for column in model.columns)
    by = ", ".join(f"t.{column.name}" for column in model.primary_key)
    asked = "in (select cast(value as integer) from json_each(:ids))"
    if table not in _OF_CLAIMS:
        return f"select t.{owner}, {told} from {table} as t where t.{owner} {asked} order by t.{owner}, {by}"
    return (  # by c.id, where that is the first of the key: so the rows lie, and need no sorting
        f"select c.document_id, {told} from claims as c cross join {table} as t where t.{owner} = c.id"
        f" and c.document_id {asked} order by c.document_id, {by.replace('t.claim_id', 'c.id')}"
    )


def _ids(connection: Connection, kind: str) -> list[int]:
    table, _ = _PIECES[kind][0]
    return [int(id_) for (id_,) in connection.exec_driver_sql(f"select id from {table} order by id").fetchall()]


def _by_kind(pieces: Iterable[tuple[str, int]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for kind, id_ in pieces:
        found.setdefault(kind, set()).add(id_)
    return found


def _parts(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = sorted(ids)
    for start in range(0, len(waiting), _AT_ONCE):
        yield waiting[start : start + _AT_ONCE]
