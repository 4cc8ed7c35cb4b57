"""Runs that another database had, known by the key of what they say."""

from __future__ import annotations

from claims import records
from claims.errors import RecordError
from claims.load.receipt import Outcome
from claims.load.rows import Named, Rows
from claims.records import key_of


class Runs:
    """Writes them, and finds their ids."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def write(self, record: records.Run) -> Outcome:
        """Insert the run unless it is there, and remember it by its key."""
        fields = {name: getattr(record, name) for name in record.__struct_fields__ if name != "key"}
        key = key_of("run", **fields)
        if record.key not in (None, key):
            raise RecordError("key", f"the record's own fields give {key}", record.key)
        where = " and ".join(f"{name} is null" if value is None else f"{name} = ?" for name, value in fields.items())
        known = tuple(value for value in fields.values() if value is not None)
        held = self._rows.run(f"select id from runs where {where} order by id limit 1", known).fetchone()
        outcome: Outcome = "unchanged"
        if held is None:
            held, outcome = (self._rows.insert("runs", fields),), "inserted"
            self._rows.changes.runs.add(held[0])
        self._rows.found["runs", key] = Named(held[0], key)
        return outcome

    def id_of(self, key: str) -> int:
        """Id of the run with this key. Raises RecordError."""
        self._rows.refused.check("runs", key, "run")
        known = self._rows.found.get(("runs", key))
        if known is None:
            names = [name for name in records.Run.__struct_fields__ if name != "key"]
            for id_, *row in self._rows.run(f"select id, {', '.join(names)} from runs").fetchall():
                one = Named(id_, key_of("run", **dict(zip(names, row, strict=True))))
                self._rows.found["runs", one.key] = one
            known = self._rows.found.get(("runs", key))
        if known is None:
            raise RecordError("run", "no run has this key; its record must come first", key)
        return known.id
