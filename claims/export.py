"""Records out again, and the hash by which two databases can be told to hold the same."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection

from claims import records
from claims.errors import DatabaseError
from claims.records import key_of
from claims.resources import DB

_PART = 2000  # claims whose parts are fetched together
_NUMBERS = ("of_id", "to_id")  # ids of what rows hang on: for `part`


def export(connection: Connection, *, history: bool = True) -> Iterator[records.Record]:
    """Every record of the database, what is referred to before what refers to it; loaded elsewhere they give the same keys.

    With `history`, also what was superseded, withdrawn or taken back, when everything was recorded, and by which runs;
    without it, only what stands now, undated. The order is that of contents: equal contents give equal records in equal
    order, whatever the order in which they were loaded.
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
        if history or row["version"] is None:
            yield _record(records.Review, row if history else row | {"reviewed_at": None})


def claims_to_read(connection: Connection, document_id: int, which: str) -> list[records.Claim]:
    """Held claims that what is new of a document may complete, each to supersede itself.

    `unverified`: those that quote it with words that nobody has found in its text; `unread`: those of it that tell when
    in words of which no day was read.
    """
    if connection.exec_driver_sql(_sql(which), {"document_id": document_id}).first() is None:
        return []  # mostly: records of claims are told by reading much
    rows = _rows(connection, "claims", which, history=0, document_id=document_id)
    claims = [_record(records.Claim, row | {"recorded_at": None}) for row, _, _ in _whole(connection, rows)]
    return [msgspec.structs.replace(c, key=None, supersedes=c.key) for c in claims if isinstance(c, records.Claim)]


def content_hash(connection: Connection) -> str:
    """SHA-256 (hex) over what stands now, whatever the order and time in which it came; a load of what is there keeps it."""
    lines = sorted(records.encode(record) for record in export(connection, history=False))
    return hashlib.sha256(b"\n".join(lines)).hexdigest()


def _standing(connection: Connection, name: str, kind: Any, history: bool) -> Iterator[records.Record]:
    """What was judged, with what was taken back; without `history`, what stands, undated."""
    for row in _rows(connection, name):
        if history:
            yield _record(kind, row)
        elif row["withdrawn_at"] is None and row.get("version") is None:
            yield _record(kind, {key: value for key, value in row.items() if not key.endswith("_at")})


def _rows(connection: Connection, name: str, only: str = "", **parameters: Any) -> Iterator[dict[str, Any]]:
    """The rows of a query of db/export; with `only`, those whose id another one of it tells."""
    sql = _sql(name)
    if only:
        sql = f"select x.* from (\n{sql}) as x where x.id in (\n{_sql(only)})"
    for row in _asked(connection, sql, parameters):
        for number in _NUMBERS:
            row.pop(number, None)
        yield row


def part(connection: Connection, name: str, ids: Iterable[int], **parameters: Any) -> Iterator[dict[str, Any]]:
    """The rows of a query of db/export that are of these ids, each with its own as "of_id".

    The ids are those of what the rows hang on: of documents for claims, ledgers and what is said of claims; of the entity
    for its aliases, for relations to broader ones, and for judgements by which its name stays; else of the rows.
    """
    sql = _sql(name).replace("-- only: ", "")
    return _asked(connection, sql, {**parameters, "only": json.dumps(list(ids))})


def _asked(connection: Connection, sql: str, parameters: dict[str, Any]) -> Iterator[dict[str, Any]]:
    names, rows = _read(connection, sql, parameters)
    return (dict(zip(names, row, strict=True)) for row in rows)


def _read(connection: Connection, sql: str, parameters: dict[str, Any]) -> tuple[list[str], Iterable[tuple[Any, ...]]]:
    """The names of the columns, and the rows as the driver gives them: another object for each would take as long again."""
    result = connection.exec_driver_sql(sql, parameters)
    rows: Any = result.cursor
    return list(result.keys()), rows


@cache
def _sql(name: str) -> str:
    return (DB / "export" / f"{name}.sql").read_text("utf-8")


def _record(kind: Any, row: dict[str, Any]) -> records.Record:
    given = {name: value for name, value in row.items() if value is not None}
    try:
        record: records.Record = msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        name = row.get("slug") or row.get("key") or row.get("name")
        what = kind.__name__.lower() + (f" {name}" if name else "")
        raise DatabaseError(f"a row of the database is no {what}: {error}", "run `claims check`") from None
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
    """Claims with their arguments and spans, after the runs that they came by."""
    runs = {number: key_of("run", **row) for number, row in _runs(connection)} if history else {}
    if history:
        for row in _rows(connection, "runs"):
            yield _record(records.Run, row | {"key": key_of("run", **row)})
    for row, _, run in _whole(connection, _rows(connection, "claims", history=int(history))):
        row |= {"run": runs[run]} if history else {"recorded_at": None, "supersedes": None}
        yield _record(records.Claim, row)


def claims_of(connection: Connection, documents: Iterable[int]) -> list[dict[str, Any]]:
    """Every claim of these documents with its arguments, spans and the key of its run, in the order in which they came.

    Each has its "id", its "run_id" and, of its document, "of_id".
    """
    rows = sorted(part(connection, "claims", documents, history=1), key=lambda row: int(row["id"]))
    runs = {number: key_of("run", **row) for number, row in _runs(connection, {row["run_id"] for row in rows})}
    for row, number, run in _whole(connection, iter(rows)):
        row["id"], row["run_id"], row["run"] = number, run, runs[run]
    return rows


def runs_of(connection: Connection, ids: Iterable[int]) -> list[dict[str, Any]]:
    """These runs with their keys."""
    return [row | {"key": key_of("run", **row)} for _, row in _runs(connection, ids)]


def _whole(connection: Connection, rows: Iterator[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Each claim with its arguments and spans, its id and the id of its run."""
    for some in iter(lambda: list(islice(rows, _PART)), []):
        numbers = [row["id"] for row in some]
        arguments, evidence = (_of_claims(connection, name, numbers) for name in ("arguments", "evidence"))
        for row in some:
            number, run = row.pop("id"), row.pop("run_id")
            row["arguments"], row["evidence"] = arguments[number], evidence[number]
            yield row, number, run


def _runs(connection: Connection, ids: Iterable[int] | None = None) -> Iterator[tuple[int, dict[str, Any]]]:
    names = [name for name in records.Run.__struct_fields__ if name != "key"]
    some = "" if ids is None else " where id in (select cast(value as integer) from json_each(:ids))"
    parameters = {} if ids is None else {"ids": json.dumps(sorted(ids))}
    sql = f"select id, {', '.join(names)} from runs{some} order by id"
    for number, *row in connection.exec_driver_sql(sql, parameters):
        yield number, dict(zip(names, row, strict=True))


def _of_claims(connection: Connection, name: str, claims: list[int]) -> dict[int, list[dict[str, Any]]]:
    """The parts of these claims, by claim, each claim's in order."""
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    names, rows = _read(connection, _sql(name), {"claims": json.dumps(claims)})
    for row in rows:
        told = {key: value for key, value in zip(names, row, strict=True) if value is not None}
        found[told.pop("claim_id")].append(told)
    return found
