"""What a load has touched, so that views of it are derived once, at the end, for just those rows."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from sqlalchemy import Connection

from claims.identity import Gathered, gather
from claims.load.marking import seal_rows, write_marks
from claims.resources import DB
from claims.storage import derived, store_of
from claims.storage.meanings import Moved, renaming
from claims.storage.touched import put_ids

_OWN = "select id from claims where document_id = :id and id <= :last"
_RESTING = f"select claim_id from evidence where document_id = :id and claim_id <= :last union {_OWN}"
_UNDER = (DB / "resolve" / "claims_under.sql").read_text("utf-8")
_BESIDE = (DB / "resolve" / "claims_beside.sql").read_text("utf-8")


@dataclass
class Changes:
    """Ids of rows by what became of them. Rows of before the load are cleared first; new ones have nothing to clear.

    `last_claim` is the highest id of a claim before the load (0 = none): those above it are new. `as_told`: the records
    were settled in another database; they are taken as it tells them, and nothing is looked up, dated or gathered anew.
    """

    connection: Connection
    last_claim: int = 0
    as_told: bool = False
    old_claims: set[int] = field(default_factory=set)
    new_documents: set[int] = field(default_factory=set)
    worded_claims: set[int] = field(default_factory=set)
    dated_claims: set[int] = field(default_factory=set)
    old_documents: set[int] = field(default_factory=set)
    moved_claims: set[int] = field(default_factory=set)
    events: set[int] = field(default_factory=set)
    names: bool = False
    marked: set[tuple[str, int]] = field(default_factory=set)
    linked: set[int] = field(default_factory=set)
    runs: set[int] = field(default_factory=set)

    def mark(self, table: str, id_: int) -> None:
        """Remember that this row of sources, documents, entities or events changed, for replicas to ask for."""
        self.marked.add((table, id_))

    def before_text_changes(self, document_id: int) -> None:
        """Take the words of a document, and of the claims that rest on its text, out of search, while the old ones can still be told."""
        fresh = self._of_document(_RESTING, document_id) - self.worded_claims
        documents = {document_id} - self.new_documents - self.old_documents
        derived.clear(self.connection, fresh, documents, only=derived.OF_WORDS)
        self.worded_claims |= fresh
        self.old_documents |= documents

    def before_day_changes(self, document_id: int) -> None:
        """Clear the promises that a document's claims make, while it can still be told when they are due: it may turn on its day."""
        fresh = self._of_document(_OWN, document_id) - self.dated_claims
        derived.clear(self.connection, fresh, only=derived.OF_DAYS)
        self.dated_claims |= fresh

    def _of_document(self, select: str, document_id: int) -> set[int]:
        rows = self.connection.exec_driver_sql(select, {"id": document_id, "last": self.last_claim}).fetchall()
        return {number for (number,) in rows}

    def before_entities_change(self, *entity_ids: int) -> None:
        """Clear the claims of entities that themselves change, and those on events of such series, while it can still be told who they are.

        What judgements and relations change of whom names mean is told afterwards (`claims.storage.meanings`).
        """
        rows = self.connection.exec_driver_sql(_UNDER, {"entities": json.dumps(entity_ids)}).fetchall()
        taking_part = {number for (number,) in rows}
        derived.clear(self.connection, taking_part, words=False)
        self.moved_claims |= taking_part

    def derive(self, now: str) -> Gathered:
        """Bring everything derived up to date, and place on events what is near to what changed."""
        old = {number for number in self.old_claims if number <= self.last_claim}
        (last,) = self.connection.exec_driver_sql("select coalesce(max(id), 0) from claims").one()
        new = range(self.last_claim + 1, last + 1)  # each of them is there: a load counts them, and none is deleted
        derived.settled(self.connection, old | self.worded_claims, new)
        derived.clear(self.connection, old - self.worded_claims)
        derived.clear(self.connection, old & self.worded_claims, words=False)
        names: AbstractContextManager[Moved] = renaming(self.connection) if self.names else nullcontext(Moved())
        with names as moved:
            self.moved_claims |= moved.claims
            stayed = {number for number in self.moved_claims if number not in old and number not in new}
            derived.fill(self.connection, stayed, words=False, besides=derived.OF_EVENTS)
            derived.fill(self.connection, self.dated_claims - old - stayed, only=derived.OF_DAYS)
            derived.fill(self.connection, self.worded_claims - old, only=derived.OF_WORDS)
            documents = self.new_documents | self.old_documents
            derived.fill(self.connection, old, documents, new=new, besides=derived.OF_EVENTS)
            touched = {number for number in old | self.moved_claims if number not in new}
            gathered = Gathered() if self.as_told else gather(self.connection, touched, new, self.events, now, moved)
        beside = self._beside(touched, new, gathered.events)
        derived.fill_placed(self.connection, old | stayed, new, gathered.claims | self.dated_claims, beside)
        return gathered

    def leave_marks(self, gathered: Gathered) -> set[tuple[str, int]]:
        """Mark what this load changed, once it is derived; what that is."""
        changed = {number for number in self.old_claims if number <= self.last_claim}
        changed |= self.worded_claims | self.dated_claims
        rows = self.marked | {("events", event) for event in gathered.renamed}
        rows |= {("documents", document) for document in self.new_documents | self.old_documents}
        return write_marks(
            self.connection,
            rows,
            changed | gathered.claims | gathered.reworded,
            self.moved_claims,
            above=self.last_claim,
        )

    def seal(self, gathered: Gathered, marked: set[tuple[str, int]]) -> None:
        """Seal what was marked, and all else that was written to; last of all."""
        events = self.events | gathered.events | gathered.renamed
        rows = self.marked | {("events", id_) for id_ in events} | {("runs", id_) for id_ in self.runs}
        seal_rows(self.connection, marked, rows, self.linked)

    def _beside(self, touched: set[int], new: range, events: frozenset[int]) -> set[int]:
        """Claims on these events, and those of before the load on the events of claims that changed or are new.

        What came of a promise turns on what is told of its event: whether it was made there.
        """
        store = store_of(self.connection)
        with (
            store.scratch(self.connection, "changed", "(claim_id integer primary key)"),
            store.scratch(self.connection, "changed_events", "(event_id integer primary key)"),
        ):
            put_ids(self.connection, "changed", "claim_id", touched, new)
            put_ids(self.connection, "changed_events", "event_id", events | self.events)
            store.settled(self.connection, ("changed", "changed_events"), always=True)
            with store.starting_from(self.connection, len(touched) + len(new)):
                rows = self.connection.exec_driver_sql(_BESIDE, {"last": self.last_claim}).fetchall()
        return {number for (number,) in rows}
