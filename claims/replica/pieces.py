"""What a replica compares with its source piece by piece: an entity, an event, a source, a document with all that is said of it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from claims import records
from claims.export import claims_of, part, runs_of

Rows = dict[str, list[dict[str, Any]]]

#: Kind of piece -> what of db/export it is made of; the first gives its key. Links have a piece of their own, as they
#: can only come once both of their documents are there.
PARTS = {
    "source": ("sources",),
    "entity": ("entities", "relations", "judgements"),
    "event": ("events",),
    "cited": ("documents",),
    "document": ("documents", "sentences", "claims", "placements", "reviews"),
    "links": ("links",),
}
_RECORDS: dict[str, Any] = {
    "sources": records.Source, "documents": records.Document, "sentences": records.Sentence, "entities": records.Entity,
    "relations": records.Relation, "events": records.Event, "runs": records.Run, "claims": records.Claim,
    "judgements": records.Judgement, "placements": records.Placement, "links": records.Link, "reviews": records.Review,
}  # fmt: skip
_HIDDEN = frozenset(("of_id", "to_id", "id", "run_id"))
_encode = msgspec.json.Encoder(order="sorted").encode


def read(connection: Connection, kind: str, ids: Iterable[int]) -> Rows:
    """The rows of these pieces by their part, each with the id of its piece as "of_id".

    Links also have the id of the document of their target, as "to_id".
    """
    given = sorted(ids)
    rows: Rows = {}
    for name in PARTS[kind]:
        rows[name] = claims_of(connection, given) if name == "claims" else list(part(connection, name, given))
    if "entities" in rows:
        _add_aliases(connection, given, rows["entities"])
    return rows


def digests(kind: str, rows: Rows, keys: dict[int, str] | None = None) -> dict[str, str]:
    """The hash of each piece by its key: SHA-256 (hex) over its rows, whatever their order. `keys`: of links, by document."""
    lines: dict[int, list[bytes]] = defaultdict(list)
    for name in PARTS[kind]:
        for row in rows[name]:
            lines[row["of_id"]].append(_encode([name, _plain(row)]))
    if keys is None:
        column = "name" if kind == "source" else "key"
        keys = {row["of_id"]: row[column] for row in rows[PARTS[kind][0]]}
    return {keys[id_]: hashlib.sha256(b"\n".join(sorted(mine))).hexdigest() for id_, mine in lines.items()}


def told(connection: Connection, rows: Iterable[Rows]) -> Iterator[records.Record]:
    """The records of these rows of a source, in an order in which they load, with the runs that claims came by."""
    together: Rows = defaultdict(list)
    for some in rows:
        for name, mine in some.items():
            together[name] += mine
    together["sources"] = _parents_first(together["sources"], lambda row: (row["name"],), "origin")
    together["documents"] = _parents_first(together["documents"], lambda row: (row["key"], row["slug"]), "restates")
    together["claims"].sort(key=lambda row: int(row["id"]))
    together["runs"] = runs_of(connection, {row["run_id"] for row in together["claims"]})
    for name, kind in _RECORDS.items():
        for row in together[name]:
            given = {name: value for name, value in row.items() if value is not None and name not in _HIDDEN}
            yield msgspec.convert(given, kind)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in _HIDDEN}


def _add_aliases(connection: Connection, ids: list[int], entities: list[dict[str, Any]]) -> None:
    aliases: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in part(connection, "aliases", ids):
        entity = row.pop("of_id")
        row.pop("entity")
        aliases[entity].append({name: value for name, value in row.items() if value is not None})
    for row in entities:
        row["aliases"] = aliases[row["of_id"]]


def _parents_first(
    rows: list[dict[str, Any]], names: Callable[[dict[str, Any]], tuple[str | None, ...]], parent: str
) -> list[dict[str, Any]]:
    """Rows in an order in which each one's parent comes before it, where it is among them."""
    here = {name for row in rows for name in names(row)}
    found: list[dict[str, Any]] = []
    known: set[str | None] = set()
    waiting = rows
    while waiting:
        ready = [row for row in waiting if row[parent] not in here or row[parent] in known] or waiting
        for row in ready:
            known.update(names(row))
        found += ready
        done = {id(row) for row in ready}
        waiting = [row for row in waiting if id(row) not in done]
    return found
