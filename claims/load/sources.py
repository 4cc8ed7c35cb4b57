"""Sources: who publishes, and whom they repeat."""

from __future__ import annotations

from claims import records
from claims.errors import RecordError
from claims.load.receipt import Outcome
from claims.load.rows import Named, Rows
from claims.text import nfc


class Sources:
    """Writes them, and finds their ids."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def write(self, record: records.Source) -> Outcome:
        """Insert the source or bring it up to date. Raises RecordError where it repeats itself."""
        name = nfc(record.name)
        if record.origin is not None and not self._rows.changes.as_told:
            self._check_origin(name, record.origin)
        origin_id = self.id_of(record.origin, "origin") if record.origin else None
        return self._rows.put(
            "sources",
            {"name": name},
            {
                "kind": record.kind,
                "country": record.country,
                "reliability": record.reliability,
                "origin_id": origin_id,
            },
        )[1]

    def id_of(self, name: str, field: str) -> int:
        """Id of the source of this name, which is made where it is not there. Raises RecordError where it was refused."""
        self._rows.refused.check("sources", name, field)
        name = nfc(name)  # as a document's key has it
        known = self._rows.found.get(("sources", name))
        if known is None:
            row = self._rows.run("select id from sources where name = ?", (name,)).fetchone()
            if row is None:  # made as its record would be that says no more than the name
                record = records.Source(name=name)
                row = self._rows.put(
                    "sources", {"name": name}, {"kind": record.kind, "reliability": record.reliability}
                )
            known = self._rows.found["sources", name] = Named(row[0], name)
        return known.id

    def _check_origin(self, name: str, origin: str) -> None:
        """Raise RecordError where the origin repeats this source, itself or through others: none would be the first then."""
        passed: set[str] = set()
        repeated: str | None = nfc(origin)
        while repeated is not None and repeated not in passed:
            if repeated == name:
                reason = "names the source itself, or one that repeats it; leave it out where it repeats none"
                raise RecordError("origin", reason, origin)
            passed.add(repeated)
            row = self._rows.run(
                "select o.name from sources as s join sources as o on o.id = s.origin_id where s.name = ?", (repeated,)
            ).fetchone()
            repeated = None if row is None else row[0]
