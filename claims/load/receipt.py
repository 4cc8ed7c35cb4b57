"""What became of the records of a load."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from claims.errors import RecordError
from claims.records import Placed, Record

_MOST_TOLD = 20

Outcome = Literal["inserted", "unchanged", "superseded"]


@dataclass(frozen=True)
class Reject:
    """A line that was not taken: its number from 1, the field ("" = the whole line), the value and the reason.

    `column` is the column of a table that gave the value; None where there is no table, or no one column gave it.
    """

    line: int
    error: RecordError
    column: str | None = None

    @property
    def field(self) -> str:
        return self.error.field

    @property
    def value(self) -> object:
        return self.error.value

    @property
    def reason(self) -> str:
        return self.error.reason

    def __str__(self) -> str:
        if self.column is None:
            return f"line {self.line}: {self.error}"
        return f"line {self.line}, column {self.column}: {self.error.told}"

    def as_dict(self) -> dict[str, Any]:
        """{"line", "column" (of a table), "field", "reason", "value"}, as `claims load --rejects` writes it."""
        column = {} if self.column is None else {"column": self.column}
        return {"line": self.line, **column, "field": self.field, "reason": self.reason, "value": self.value}


@dataclass(frozen=True)
class Row:
    """What became of one record: its line, its type, "inserted", "unchanged", "superseded" or "rejected", and which it is."""

    line: int
    record: str
    outcome: str
    what: str

    def as_dict(self) -> dict[str, Any]:
        """The row as `claims load --rows` prints it."""
        return {"line": self.line, "record": self.record, "outcome": self.outcome, "what": self.what}


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is implausible in a line that was taken: its number, the field and the reason. Table `doubts` keeps it by claim."""

    line: int
    field: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """{"line", "field", "reason"}."""
        return {"line": self.line, "field": self.field, "reason": self.reason}


@dataclass
class Receipt:
    """Counts of records: inserted (new), unchanged (there already), superseded (replaced an earlier one), rejected.

    `rejects` are the lines that were not taken, `rows` every record's outcome in order of line where it was asked for
    (else None). `is_dry`: nothing was written; the counts are those that the same load gives. `notes`: what a reader
    should know of how a file was read. `doubts`: what is implausible in the claims that were new. `placed`: claims placed
    on an event that their records do not name; `new_events`: how many events were made for them.
    """

    inserted: int = 0
    unchanged: int = 0
    superseded: int = 0
    rejects: list[Reject] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    placed: int = 0
    new_events: int = 0
    rows: list[Row] | None = None
    is_dry: bool = False
    notes: list[str] = field(default_factory=list)
    line: int = field(default=0, repr=False)  # of which the next counts are
    _places: dict[int, Placed] = field(default_factory=dict, repr=False)

    @property
    def rejected(self) -> int:
        return len(self.rejects)

    @property
    def changed(self) -> bool:
        """Whether the database is another than before (or would be, of a dry run)."""
        return bool(self.inserted or self.superseded or self.placed)

    def place(self, line: int, place: Placed) -> None:
        """Remember where the fields of this line came from, for what is refused in it later."""
        self._places[line] = place

    def count(self, outcome: Outcome, record: Record, changes: str = "") -> None:
        """`changes`: what a superseding record says otherwise."""
        setattr(self, outcome, getattr(self, outcome) + 1)
        if self.rows is not None:
            what = f"{_what(record)} ({changes})" if changes else _what(record)
            self.rows.append(Row(self.line, type(record).__name__.lower(), outcome, what))

    def reject(self, line: int, error: RecordError) -> None:
        """Keep the error, without the frames that it passed through and the records in them."""
        error.__traceback__ = error.__context__ = None
        place = self._places.get(line)
        reject = Reject(line, error, place.column(error.field) if place else None)
        self.rejects.append(reject)
        if self.rows is not None:
            self.rows.append(Row(line, "", "rejected", str(reject).removeprefix(f"line {line}").lstrip(",: ")))

    def told(self, *, is_filed: bool = False) -> Iterator[str]:
        """Lines for a reader: how the file was read, each record's outcome where asked for, and why lines were not taken.

        At most twenty of the last, and none where they are filed elsewhere.
        """
        yield from self.notes
        for row in self.rows or ():
            yield f"line {row.line}: {row.outcome} {row.record}".rstrip() + f": {row.what}"
        for reject in () if is_filed or self.rows is not None else self.rejects[:_MOST_TOLD]:
            yield str(reject)
        if self.rejected > _MOST_TOLD and not is_filed and self.rows is None:
            yield f"and {self.rejected - _MOST_TOLD} more; --rejects FILE writes them all"

    def close(self) -> None:
        """Put what came in batches in order of line."""
        self.rejects.sort(key=lambda one: one.line)
        if self.rows is not None:
            self.rows.sort(key=lambda one: one.line)
        self._places.clear()

    def counts(self) -> dict[str, int]:
        """The four counts by name."""
        return {
            "inserted": self.inserted,
            "unchanged": self.unchanged,
            "superseded": self.superseded,
            "rejected": self.rejected,
        }

    def as_dict(self) -> dict[str, Any]:
        """The counts, with those of doubts and of what was placed on events, and whether it was a trial, where it is so."""
        more = {
            "doubts": len(self.doubts),
            "placed": self.placed,
            "new_events": self.new_events,
            "dry_run": self.is_dry,
        }
        return self.counts() | {name: count for name, count in more.items() if count}


def _what(record: Record) -> str:
    """The words by which a person knows the record."""
    for name in ("summary", "title", "name", "claim", "left", "source", "document", "tool"):
        if value := getattr(record, name, None):
            return str(value)
    return ""
