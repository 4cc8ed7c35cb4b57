"""What people and rules say of claims and entities: judgements, relations, placements, links, reviews."""

from __future__ import annotations

from sqlalchemy import Connection

from claims import records
from claims.errors import RecordError
from claims.load.changes import Changes
from claims.load.claim import ClaimWriter
from claims.load.named import NamedWriter
from claims.load.receipt import Outcome, Receipt
from claims.load.standing import StandingWriter, Verdict


class JudgedWriter:
    """Writes these records; the claims and entities that they name are found by the other writers."""

    def __init__(
        self,
        connection: Connection,
        receipt: Receipt,
        changes: Changes,
        named: NamedWriter,
        claims: ClaimWriter,
        now: str,
    ) -> None:
        self._connection = connection
        self._receipt = receipt
        self._changes = changes
        self._named = named
        self._claims = claims
        self._now = now
        self._standing = StandingWriter(connection, now)

    def write(self, record: records.Record) -> None:
        """Insert the row, or date its withdrawal. Raises RecordError where it refers to nothing."""
        match record:
            case records.Judgement():
                outcome = self._judgement(record)
            case records.Relation():
                outcome = self._relation(record)
            case records.Placement():
                outcome = self._placement(record)
            case records.Link():
                outcome = self._link(record)
            case records.Review():
                outcome = self._review(record)
            case _:
                raise TypeError(f"{type(record).__name__} is written elsewhere")
        self._receipt.count(outcome, record)

    def _judgement(self, record: records.Judgement) -> Outcome:
        left = self._named.find("entities", record.left, "left")
        right = self._named.find("entities", record.right, "right")
        if left.id == right.id:
            raise RecordError("right", "names the same entity as left", record.right)
        outcome = self._standing.put(
            Verdict(
                "judgements",
                "judged_at",
                {"left_id": left.id, "right_id": right.id},
                {"verdict": record.verdict, "who": record.who, "why": record.why},
                record.judged_at,
                record.withdrawn_at,
                is_mutual=not self._changes.as_told,
            )
        )
        self._entities_changed(outcome, left.id, right.id)
        return outcome

    def _relation(self, record: records.Relation) -> Outcome:
        entity = self._named.find("entities", record.entity, "entity").id
        other = self._named.find("entities", record.other, "other").id
        if entity == other:
            raise RecordError("other", "names the same entity as entity", record.other)
        if not self._changes.as_told:
            self._named.refuse_actor(entity, "entity", record.entity)
            self._named.refuse_actor(other, "other", record.other)
        if record.type == "narrower":
            entity, other = other, entity
        kind = "broader" if record.type == "narrower" else record.type
        if record.related_at is None and record.withdrawn_at is None and self._was_taken_back(entity, kind, other):
            return "unchanged"  # loading the topics again does not overrule a person
        outcome = self._standing.put(
            Verdict(
                "relations",
                "related_at",
                {"entity_id": entity, "relation_type": kind, "other_id": other},
                {},
                record.related_at,
                record.withdrawn_at,
            )
        )
        self._entities_changed(outcome, entity, other)
        return outcome

    def _entities_changed(self, outcome: Outcome, *ids: int) -> None:
        if outcome != "unchanged":
            self._changes.names = True
            for id_ in ids:
                self._changes.mark("entities", id_)

    def _placement(self, record: records.Placement) -> Outcome:
        claim = self._claims.find(record.claim, "claim", record.version)
        event = self._named.find("events", record.event, "event")
        self._changes.old_claims.add(claim)
        self._changes.events.add(event.id)
        return self._standing.put(
            Verdict(
                "placements",
                "placed_at",
                {"claim_id": claim},
                {"event_id": event.id, "who": record.who, "why": record.why},
                record.placed_at,
                record.withdrawn_at,
            )
        )

    def _link(self, record: records.Link) -> Outcome:
        source = self._claims.find(record.source, "source")
        target = self._claims.find(record.target, "target")
        if source == target:
            raise RecordError("target", "names the same claim as source", record.target)
        is_bare = record.who is None and record.linked_at is None and record.withdrawn_at is None
        if is_bare and self._was_judged(source, record.type, target):
            return "unchanged"  # loading the claims again does not overrule a person
        outcome = self._standing.put(
            Verdict(
                "links",
                "linked_at",
                {"source_id": source, "link_type": record.type, "target_id": target},
                {"verdict": record.verdict, "who": record.who, "why": record.why},
                record.linked_at,
                record.withdrawn_at,
            )
        )
        if outcome != "unchanged":
            self._changes.old_claims |= {source, target}
        return outcome

    def _was_taken_back(self, entity: int, kind: str, other: int) -> bool:
        row = self._connection.exec_driver_sql(
            "select 1 from relations where entity_id = ? and relation_type = ? and other_id = ? and withdrawn_at is not null",
            (entity, kind, other),
        ).fetchone()
        return row is not None

    def _was_judged(self, source: int, kind: str, target: int) -> bool:
        """Whether a person judged the link, or took it back."""
        row = self._connection.exec_driver_sql(
            "select 1 from links where source_id = ? and link_type = ? and target_id = ?"
            " and (who is not null or withdrawn_at is not null)",
            (source, kind, target),
        ).fetchone()
        return row is not None

    def _review(self, record: records.Review) -> Outcome:
        claim = self._claims.find(record.claim, "claim", record.version)
        latest = self._connection.exec_driver_sql(
            "select verdict, note, reviewed_at from reviews where claim_id = ? and reviewer = ?"
            " order by reviewed_at desc, id desc",
            (claim, record.reviewer),
        ).fetchall()
        said = (record.verdict, record.note)
        if record.reviewed_at is None:
            known = bool(latest) and tuple(latest[0][:2]) == said
        else:
            known = any(tuple(row) == (*said, record.reviewed_at) for row in latest)
        if known:
            return "unchanged"
        self._connection.exec_driver_sql(
            "insert into reviews (claim_id, verdict, reviewer, note, reviewed_at) values (?, ?, ?, ?, ?)",
            (claim, record.verdict, record.reviewer, record.note, record.reviewed_at or self._now),
        )
        self._changes.old_claims.add(claim)
        return "inserted"
