"""The limit: the same rows into the same tables by sqlite3's executemany, in one process, with nothing checked.

Names are resolved through a dict, indexes are made after the rows, and everything derived (participation, search) is
built after that by the product's own SQL. Keys are hashes of the line: nothing is computed that a check would need.
"""

from __future__ import annotations

import base64
import gc
import hashlib
import sqlite3
from pathlib import Path
from typing import Any

import msgspec

from claims import derived
from claims.dates import bounds
from claims.engine import create_engine, for_bulk, upgrade
from claims.names import name_key

LACKS = "checks nothing, finds nothing that is there already, names no reason"
_NOW = "2026-01-01T00:00:00.000Z"
_WIDTHS = {
    "sources": 6,
    "documents": 14,
    "entities": 7,
    "aliases": 6,
    "events": 7,
    "claims": 29,
    "arguments": 8,
    "evidence": 6,
}
_BATCH = 5000


def version() -> str:
    return f"sqlite3 {sqlite3.sqlite_version}"


def load(path: Path, database: Path) -> None:
    """Make the database and load the file: committed, indexed and searchable at return."""
    engine = create_engine(database)
    upgrade(engine)
    gc.disable()
    try:
        with engine.connect() as connection, for_bulk(connection), connection.begin():
            others = derived.drop(connection)
            run = connection.exec_driver_sql
            run("pragma ignore_check_constraints = on")
            indexes = run(
                "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in"
                f" ({', '.join('?' * len(_WIDTHS))})",
                tuple(_WIDTHS),
            ).fetchall()
            for name, _ in indexes:
                run(f"drop index {name}")
            run(f"insert into runs values (1, 'raw', '1', null, null, null, null, '{_NOW}', '{_NOW}', 0, 0, 0, 0)")
            with path.open("rb") as file:
                for table, rows in _batches(file):
                    run(f"insert into {table} values ({', '.join('?' * _WIDTHS[table])})", rows)
            for _, sql in indexes:
                run(sql)
            derived.build(connection, others)
    finally:
        gc.enable()
        engine.dispose()


def _batches(lines: Any) -> Any:
    decode = msgspec.json.Decoder().decode
    waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _WIDTHS}
    ids: dict[str, int] = {}
    counts = dict.fromkeys(_WIDTHS, 0)

    def number(table: str) -> int:
        counts[table] += 1
        return counts[table]

    for line in lines:
        record = decode(line)
        take = record.get
        match record["record"]:
            case "claim":
                _claim(waiting, ids, number("claims"), record, line)
            case "document":
                id_ = ids[record["slug"]] = number("documents")
                text = record["text"]
                waiting["documents"].append((
                    id_, _key(line), record["slug"], ids[record["source"]], None, record["title"], record["language"],
                    record["published_on"], None, None, text, hashlib.sha256(text.encode()).hexdigest(), len(text), None,
                ))  # fmt: skip
            case "entity":
                id_ = ids[record["slug"]] = number("entities")
                waiting["entities"].append(
                    (id_, _key(line), record["slug"], record["name"], record["kind"], record["country"], None)
                )
                for alias in ({"name": record["name"], "language": "en", "kind": "official"}, *record["aliases"]):
                    name = alias["name"]
                    waiting["aliases"].append(
                        (number("aliases"), id_, name, name_key(name), alias["language"], alias["kind"])
                    )
            case "event":
                id_ = ids[record["slug"]] = number("events")
                waiting["events"].append((id_, _key(line), record["slug"], record["name"], record["kind"], None, None))
            case "source":
                id_ = ids[record["name"]] = number("sources")
                waiting["sources"].append((id_, record["name"], record["kind"], take("country"), "C", None))
        if len(waiting["claims"]) >= _BATCH:
            yield from _emptied(waiting)
    yield from _emptied(waiting)


def _emptied(waiting: dict[str, list[tuple[Any, ...]]]) -> Any:
    for table, rows in waiting.items():
        if rows:
            yield table, rows
            rows.clear()


def _claim(waiting: Any, ids: dict[str, int], id_: int, record: dict[str, Any], line: bytes) -> None:
    take = record.get
    document = ids[record["document"]]
    event, due = take("event"), take("due")
    digest = hashlib.sha256(line).digest()
    waiting["claims"].append((
        id_, _spelled(digest), None, document, 1, ids[event] if event else None, record["kind"], record["phase"],
        take("polarity", "+"), take("certainty", "CT"), "report", None, record["summary"], None, record["date_text"],
        record["date"], *bounds(record["date"]), record["date_basis"], None, due, *(bounds(due) if due else (None, None)),
        None, int.from_bytes(digest[:8], "big") >> 1, _NOW, None, None, None,
    ))  # fmt: skip
    for seq, argument in enumerate(record["arguments"]):
        entity, name = argument.get("entity"), argument["name"]
        waiting["arguments"].append((
            id_, seq, argument["role"], name, ids[entity] if entity else None, None if entity else name_key(name),
            None, None,
        ))  # fmt: skip
    for seq, evidence in enumerate(record["evidence"]):
        waiting["evidence"].append((id_, seq, document, evidence["start"], evidence["end"], "exact"))


def _key(line: bytes) -> str:
    return _spelled(hashlib.sha256(line).digest())


def _spelled(digest: bytes) -> str:
    return base64.b32encode(digest[:16]).decode()[:26].lower()
