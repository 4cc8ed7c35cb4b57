"""What people and rules say of claims and entities: judgements, placements, links, reviews."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from claims import records
from claims.errors import RecordError
from claims.load.changes import Changes
from claims.load.claim import ClaimWriter
from claims.load.named import NamedWriter
from claims.load.receipt import Outcome, Receipt


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

    def write(self, record: records.Record) -> None:
        """Insert the row, or date its withdrawal. Raises RecordError where it refers to nothing."""
        match record:
            case records.Judgement():
                outcome = self._judgement(record)
            case records.Placement():
                outcome = self._placement(record)
            case records.Link():
                outcome = self._link(record)
            case records.Review():
                outcome = self._review(record)
            case _:
                raise TypeError(f"{type(record).__name__} is written elsewhere")
        self._receipt.count(outcome)

    def _judgement(self, record: records.Judgement) -> Outcome:
        left = self._named.find("entities", record.left, "left")
        right = self._named.find("entities", record.right, "right")
        if left.id == right.id:
            raise RecordError("right", "names the same entity as left", record.right)
        self._changes.before_entities_change(left.id, right.id)
        outcome = self._put_standing(
            "judgements",
            {"left_id": left.id, "right_id": right.id},
            {"verdict": record.verdict, "who": record.who, "why": record.why},
            "judged_at",
            record.judged_at,
            record.withdrawn_at,
        )
        self._changes.names |= outcome != "unchanged"
        return outcome

    def _placement(self, record: records.Placement) -> Outcome:
        claim = self._claims.find(record.claim, "claim")
        self._changes.old_claims.add(claim)
        return self._put_standing(
            "placements",
            {"claim_id": claim},
            {
                "event_id": self._named.find("events", record.event, "event").id,
                "who": record.who,
                "why": record.why,
            },
            "placed_at",
            record.placed_at,
            record.withdrawn_at,
        )

    def _put_standing(
        self,
        table: str,
        subject: dict[str, Any],
        verdict: dict[str, Any],
        instant: str,
        at: str | None,
        withdrawn_at: str | None,
    ) -> Outcome:
        """One verdict on a subject stands at a time; another one, or a withdrawal, dates the end of the one before."""
        run = self._connection.exec_driver_sql
        same = " and ".join(f"{name} = ?" for name in (*subject, *verdict))
        if withdrawn_at is not None:
            at_it = f" and {instant} = '{at}'" if at is not None else ""
            past = run(
                f"select 1 from {table} where {same}{at_it} and withdrawn_at is not null",
                (*subject.values(), *verdict.values()),
            ).fetchone()
        else:
            past = None
        where = " and ".join(f"{name} = ?" for name in subject)
        held = run(
            f"select id, {', '.join(verdict)} from {table} where {where} and withdrawn_at is null",
            tuple(subject.values()),
        ).fetchone()
        stands = held is not None and tuple(held[1:]) == tuple(verdict.values())
        if (withdrawn_at is None and stands) or (withdrawn_at is not None and not stands and past is not None):
            return "unchanged"
        if held is not None and (stands or withdrawn_at is None):
            run(f"update {table} set withdrawn_at = ? where id = ?", (withdrawn_at or self._now, held[0]))
            if stands:
                return "superseded"
        row = subject | verdict | {instant: at or self._now, "withdrawn_at": withdrawn_at}
        run(f"insert into {table} ({', '.join(row)}) values ({', '.join('?' * len(row))})", tuple(row.values()))
        return "inserted" if held is None else "superseded"

    def _link(self, record: records.Link) -> Outcome:
        source = self._claims.find(record.source, "source")
        target = self._claims.find(record.target, "target")
        if source == target:
            raise RecordError("target", "names the same claim as source", record.target)
        cursor = self._connection.exec_driver_sql(
            "insert or ignore into links (source_id, link_type, target_id) values (?, ?, ?)",
            (source, record.type, target),
        )
        if not cursor.rowcount:
            return "unchanged"
        self._changes.old_claims.add(source)
        return "inserted"

    def _review(self, record: records.Review) -> Outcome:
        claim = self._claims.find(record.claim, "claim")
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
