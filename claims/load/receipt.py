"""What became of the records of a load."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from claims.errors import RecordError

Outcome = Literal["inserted", "unchanged", "superseded"]


@dataclass(frozen=True)
class Reject:
    """A line that was not taken: its number from 1, the field ("" = the whole line) and the reason."""

    line: int
    error: RecordError

    def as_dict(self) -> dict[str, Any]:
        """{"line", "field", "reason", "value" (null where the reason shows it)}, as `claims load --rejects` writes it."""
        return {"line": self.line, "field": self.error.field, "reason": self.error.reason, "value": self.error.value}


@dataclass(frozen=True)
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

    `doubts`: what is implausible in the claims that were new. `placed`: claims placed on an event that their records do
    not name; `new_events`: how many events were made for them.
    """

    inserted: int = 0
    unchanged: int = 0
    superseded: int = 0
    rejects: list[Reject] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    placed: int = 0
    new_events: int = 0

    @property
    def rejected(self) -> int:
        return len(self.rejects)

    @property
    def changed(self) -> bool:
        """Whether the database is another than before."""
        return bool(self.inserted or self.superseded or self.placed)

    def count(self, outcome: Outcome) -> None:
        setattr(self, outcome, getattr(self, outcome) + 1)

    def reject(self, line: int, error: RecordError) -> None:
        """Keep the error, without the frames that it passed through and the records in them."""
        error.__traceback__ = error.__context__ = None
        self.rejects.append(Reject(line, error))

    def counts(self) -> dict[str, int]:
        """The four counts by name."""
        return {
            "inserted": self.inserted,
            "unchanged": self.unchanged,
            "superseded": self.superseded,
            "rejected": self.rejected,
        }

    def as_dict(self) -> dict[str, int]:
        """The counts, with those of doubts and of what was placed on events, where there is any."""
        more = {"doubts": len(self.doubts), "placed": self.placed, "new_events": self.new_events}
        return self.counts() | {name: count for name, count in more.items() if count}
