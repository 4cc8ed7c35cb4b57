"""Sources, documents with their ledgers, entities with their aliases, events and runs: rows that others refer to."""

from __future__ import annotations

from sqlalchemy import Connection

from claims import records
from claims.load.changes import Changes
from claims.load.documents import Documents, Page
from claims.load.entities import Entities
from claims.load.receipt import Outcome, Receipt
from claims.load.refused import Refused
from claims.load.rows import Rows
from claims.load.runs import Runs
from claims.load.sources import Sources


class NamedWriter:
    """Writes these records and finds them again."""

    def __init__(self, connection: Connection, receipt: Receipt, changes: Changes, refused: Refused) -> None:
        self.refused = refused
        self._receipt = receipt
        self._rows = rows = Rows(connection, changes, refused)
        self._sources, self._entities, self._runs = Sources(rows), Entities(rows), Runs(rows)
        self._documents = Documents(rows, self._sources, receipt)
        self.find = rows.find
        self.run = self._runs.id_of
        self.refuse_actor = self._entities.refuse_actor
        self.texts_given = self._documents.texts_given
        self.days_given = self._documents.days_given
        self.close = self._documents.close

    def write(self, line: int, record: records.Record, given: frozenset[str] | None = None) -> None:
        """Insert or update the row; sentences that are to bear claims wait for `close`.

        `given`: where the row is held, only these of the record's fields are brought up to date; None = all. Raises
        RecordError where it refers to nothing or its slug is another's.
        """
        self._rows.only = given
        outcome: Outcome | None
        match record:
            case records.Source():
                outcome = self._sources.write(record)
            case records.Document():
                outcome = self._documents.write(record)
            case records.Sentence():
                outcome = self._documents.add_sentence(line, record)
            case records.Run():
                outcome = self._runs.write(record)
            case records.Entity():
                outcome = self._entities.write(record)
            case records.Event():
                outcome = self._entities.write_event(record)
            case _:
                raise TypeError(f"{type(record).__name__} is written elsewhere")
        if outcome is not None:
            self._receipt.count(outcome, record)

    def page(self, reference: str, field: str) -> Page:
        """The document with this slug or key, with its text. Raises RecordError naming `field`."""
        return self._documents.page(reference, field)
