"""The records of a stream that were not taken: what refers to one must not be given to another of its name."""

from __future__ import annotations

import json
from typing import Any

from claims import records
from claims.errors import RecordError

_TABLES = {
    "source": "sources",
    "document": "documents",
    "entity": "entities",
    "event": "events",
    "claim": "claims",
    "run": "runs",
}


class Refused:
    """Names that records of this stream gave themselves and that were refused, with the line of each."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], int] = {}

    def __bool__(self) -> bool:
        """Whether there is any: hardly a load has one, and each look-up asks."""
        return bool(self._lines)

    def add(self, line: int, record: object) -> None:
        """A record, or a line or mapping that could not be read as one, was refused."""
        for name in _names(record):
            self._lines[name] = line

    def taken(self, record: records.Record) -> None:
        """The record was taken: its names mean it from now on."""
        if self._lines:
            for name in _names(record):
                self._lines.pop(name, None)

    def check(self, table: str, reference: str, field: str) -> None:
        """Raise RecordError where the reference names a record of this stream that was refused."""
        line = self._lines.get((table, reference)) if self._lines else None
        if line is not None:
            raise RecordError(field, f"its record, line {line} of this stream, was refused; mend that first", reference)


def _names(record: object) -> list[tuple[str, str]]:
    data = _as_mapping(record)
    kind = data.get("record")
    table = _TABLES.get(kind) if isinstance(kind, str) else None
    given = (data.get(name) for name in (("name",) if table == "sources" else ("slug", "key")))
    return [(table, name) for name in given if isinstance(name, str)] if table else []


def _as_mapping(record: object) -> dict[str, Any]:
    if isinstance(record, bytes):
        try:
            record = json.loads(record)
        except (ValueError, RecursionError):
            return {}
    if isinstance(record, dict):
        return record
    kind = type(record).__name__.lower()
    return {"record": kind, **{name: getattr(record, name, None) for name in ("name", "slug", "key")}}
