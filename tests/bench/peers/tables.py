"""The workload as rows of the project's own tables: every name an id through a dict, keys hashes of the line, nothing checked."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from claims.dates import bounds
from claims.models import Base
from claims.names import name_key

#: tables in the order in which they refer to each other, with their columns
COLUMNS = {
    table: tuple(Base.metadata.tables[table].columns.keys())
    for table in ("sources", "documents", "entities", "aliases", "events", "claims", "arguments", "evidence")
}
NOW = "2026-01-01T00:00:00.000Z"
_BATCH = 5000


def table_rows(lines: Iterable[bytes]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """(table, rows) again and again, 5,000 claims at a time; take them before the next."""
    decode = msgspec.json.Decoder().decode
    waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
    ids: dict[str, int] = {}
    counts = dict.fromkeys(COLUMNS, 0)

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
                waiting["events"].append(
                    (id_, _key(line), record["slug"], record["name"], record["kind"], None, None, None)
                )
            case "source":
                id_ = ids[record["name"]] = number("sources")
                waiting["sources"].append((id_, record["name"], record["kind"], take("country"), "C", None))
        if len(waiting["claims"]) >= _BATCH:
            yield from _emptied(waiting)
    yield from _emptied(waiting)


def _emptied(waiting: dict[str, list[tuple[Any, ...]]]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
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
        None, int.from_bytes(digest[:8], "big") >> 1, NOW, None, None, None,
    ))  # fmt: skip
    for seq, argument in enumerate(record["arguments"]):
        entity, name = argument.get("entity"), argument["name"]
        waiting["arguments"].append((
            id_, seq, argument["role"], name, ids[entity] if entity else None, None if entity else name_key(name),
            None, None,
        ))  # fmt: skip
    for seq, evidence in enumerate(record["evidence"]):
        waiting["evidence"].append((id_, seq, document, evidence["start"], evidence["end"], "exact", None, None))


def _key(line: bytes) -> str:
    return _spelled(hashlib.sha256(line).digest())


def _spelled(digest: bytes) -> str:
    return base64.b32encode(digest[:16]).decode()[:26].lower()
