"""Records out again, and the hash by which two databases can be told to hold the same."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from claims import records
from claims.resources import DB


def export(connection: Connection, *, history: bool = True) -> Iterator[records.Record]:
    """Every record of the database, what is referred to before what refers to it; loaded elsewhere they give the same keys.

    With `history`, also what was superseded, withdrawn or taken back, and when everything was recorded; without it, only
    what stands now, undated.
    """
    yield from _parents_first(_rows(connection, "sources"), "name", ("origin",), records.Source)
    yield from _parents_first(_rows(connection, "documents"), "key", ("restates",), records.Document, "slug")
    yield from (_record(records.Sentence, row) for row in _rows(connection, "sentences"))
    yield from _entities(connection)
    yield from _standing(connection, "relations", records.Relation, history)
    yield from (_record(records.Event, row) for row in _rows(connection, "events"))
    yield from _claims(connection, history)
    for name, kind in (("judgements", records.Judgement), ("placements", records.Placement), ("links", records.Link)):
        yield from _standing(connection, name, kind, history)
    for row in _rows(connection, "reviews"):
        yield _record(records.Review, row if history else row | {"reviewed_at": None})


def content_hash(connection: Connection) -> str:
    """SHA-256 (hex) over what stands now, whatever the order and time in which it came; a load of what is there keeps it."""
    lines = sorted(records.encode(record) for record in export(connection, history=False))
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def _standing(connection: Connection, name: str, kind: Any, history: bool) -> Iterator[records.Record]:
    """What was judged, with what was taken back; without `history`, what stands, undated."""
    for row in _rows(connection, name):
        if history:
            yield _record(kind, row)
        elif row["withdrawn_at"] is None:
            yield _record(kind, {key: value for key, value in row.items() if not key.endswith("_at")})


def _rows(connection: Connection, name: str) -> Iterator[dict[str, Any]]:
    sql = (DB / "export" / f"{name}.sql").read_text("utf-8")
    return (dict(row) for row in connection.exec_driver_sql(sql).mappings())


def _record(kind: Any, row: dict[str, Any]) -> records.Record:
    given = {name: value for name, value in row.items() if value is not None}
    record: records.Record = msgspec.convert(given, kind)
    return record


def _parents_first(
    rows: Iterable[dict[str, Any]], name: str, parents: tuple[str, ...], kind: Any, other_name: str = ""
) -> Iterator[records.Record]:
    """Rows in an order in which each one's parents have come before it; a row that is its own ancestor comes as it is."""
    waiting = list(rows)
    known: set[str] = set()
    while waiting:
        ready = [
            row for row in waiting if all(row[parent] is None or row[parent] in known for parent in parents)
        ] or waiting
        for row in ready:
            known |= {row[name], row.get(other_name, row[name])}
            yield _record(kind, row)
        waiting = [row for row in waiting if row[name] not in known]


def _entities(connection: Connection) -> Iterator[records.Record]:
    aliases: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for alias in _rows(connection, "aliases"):
        aliases[alias.pop("entity")].append({name: value for name, value in alias.items() if value is not None})
    for row in _rows(connection, "entities"):
        yield _record(records.Entity, row | {"aliases": aliases[row["key"]]})


def _claims(connection: Connection, history: bool) -> Iterator[records.Record]:
    """Claims in the order in which they came, with their arguments and spans: three streams read side by side."""
    arguments = _Side(_rows(connection, "arguments"))
    evidence = _Side(_rows(connection, "evidence"))
    for row in _rows(connection, "claims"):
        number = row.pop("id")
        row |= {"arguments": arguments.of(number), "evidence": evidence.of(number)}
        if not history:
            if row["retraction"] is not None:
                continue
            row |= {"recorded_at": None, "supersedes": None}
        yield _record(records.Claim, row)


class _Side:
    """Rows ordered by claim, handed out claim by claim."""

    def __init__(self, rows: Iterator[dict[str, Any]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, claim_id: int) -> list[dict[str, Any]]:
        found = []
        while self._next is not None and self._next["claim_id"] <= claim_id:
            row, self._next = self._next, next(self._rows, None)
            if row.pop("claim_id") == claim_id:
                found.append({name: value for name, value in row.items() if value is not None})
        return found
