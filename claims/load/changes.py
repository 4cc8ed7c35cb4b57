"""What a load has touched, so that views of it are derived once, at the end, for just those rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection

from claims.identity import Gathered, gather
from claims.load.marking import seal_rows, write_marks
from claims.resources import DB
from claims.storage import derived, store_of

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
    cleared_claims: set[int] = field(default_factory=set)
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

    def before_document_changes(self, document_id: int) -> None:
        """Clear what is derived from a document's text or day, and its claims', while the old ones can still be told."""
        resting = {
            number
            for (number,) in self.connection.exec_driver_sql(
                "select claim_id from evidence where document_id = :id and claim_id <= :last"
                " union select id from claims where document_id = :id and id <= :last",
                {"id": document_id, "last": self.last_claim},
            ).fetchall()
        }
        fresh = resting - self.cleared_claims
        documents = {document_id} - self.new_documents - self.old_documents
        derived.clear(self.connection, fresh, documents)
        self.cleared_claims |= fresh
        self.old_documents |= documents

    def before_entities_change(self, *entity_ids: int) -> None:
        """Clear the claims that take part under these entities, or their states, while it can still be told who they are."""
        marks = ", ".join("?" * len(entity_ids))
        taking_part = {
            number
            for (number,) in self.connection.exec_driver_sql(
                "select distinct p.claim_id from participation as p join canonical as k on k.canonical_id = p.referent_id"
                f" where k.entity_id in ({marks})",
                entity_ids,
            ).fetchall()
        }
        derived.clear(self.connection, taking_part, words=False)
        self.moved_claims |= taking_part

    def derive(self, now: str) -> Gathered:
        """Bring everything derived up to date, and place on events what is near to what changed."""
        old = {number for number in self.old_claims if number <= self.last_claim} | self.cleared_claims
        (last,) = self.connection.exec_driver_sql("select coalesce(max(id), 0) from claims").one()
        new = range(self.last_claim + 1, last + 1)  # each of them is there: a load counts them, and none is deleted
        derived.settled(self.connection, old, new)
        derived.clear(self.connection, old - self.cleared_claims)
        moved = derived.refresh_names(self.connection) if self.names else set()
        stayed = {number for number in self.moved_claims | moved if number not in old and number not in new}
        derived.fill(self.connection, stayed, words=False, besides=derived.OF_EVENTS)
        documents = self.new_documents | self.old_documents
        derived.fill(self.connection, old, documents, new=new, besides=derived.OF_EVENTS)
        touched = {number for number in old | moved | self.moved_claims if number not in new}
        gathered = Gathered() if self.as_told else gather(self.connection, touched, new, self.events, now)
        beside = self._beside(touched, new, gathered.events)
        derived.fill_placed(self.connection, old | stayed, new, gathered.claims, beside)
        self.moved_claims |= moved
        return gathered

    def leave_marks(self, gathered: Gathered) -> set[tuple[str, int]]:
        """Mark what this load changed, once it is derived; what that is."""
        changed = {number for number in self.old_claims if number <= self.last_claim} | self.cleared_claims
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
            derived.put_ids(self.connection, "changed", "claim_id", touched, new)
            derived.put_ids(self.connection, "changed_events", "event_id", events | self.events)
            store.settled(self.connection, ("changed", "changed_events"), always=True)
            with store.starting_from(self.connection, len(touched) + len(new)):
                rows = self.connection.exec_driver_sql(_BESIDE, {"last": self.last_claim}).fetchall()
        return {number for (number,) in rows}
