"""A record with the place in a person's file that it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.errors import RecordError
from claims.records.types import Record


@dataclass(frozen=True, slots=True)
class Placed:
    """A record, or why there is none, with its line (from 1).

    `columns`: field of the record -> the column of the table that gave it. `given`: the fields that were given, of a
    record that is there to be referred to: where its row is held, the others stay as they are; None = the record is
    whole. `is_current`: what it says under its slug holds now, though it may have been said and corrected before.
    """

    line: int
    record: Record | RecordError
    columns: Mapping[str, str] = field(default_factory=dict)
    given: frozenset[str] | None = None
    is_current: bool = False

    def column(self, name: str) -> str | None:
        """The column that gave a field, or a part of it, or what it is a part of; None = none did."""
        found = self.columns.get(name) or self.columns.get(name.rpartition(".")[0])
        return found or next((one for part, one in self.columns.items() if name and part.startswith(f"{name}.")), None)
