"""Verdicts of which one stands at a time: judgements and relations of two entities, placements of a claim, links of two.

Each is a row with the day it was made and, once taken back, the day of that; loading what is there already, in any of its
states, changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from claims.identity import WHO
from claims.load.receipt import Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a record says of its subject. `at` and `withdrawn_at` are null where it does not say when, or where it stands.

    `is_mutual`: the subject is two of which it does not matter which comes first.
    """

    table: str
    instant: str
    subject: dict[str, Any]
    says: dict[str, Any]
    at: str | None
    withdrawn_at: str | None
    is_mutual: bool = False


@dataclass(slots=True)
class _Row:
    id: int
    says: tuple[Any, ...]
    at: str
    withdrawn_at: str | None


class StandingWriter:
    """Writes verdicts."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._run = connection.exec_driver_sql
        self._now = now
        self._made: set[tuple[str, int]] = set()  # by this load

    def put(self, verdict: Verdict) -> Outcome:
        """Write the verdict, or date its withdrawal; which of the two happened, or neither."""
        rows = self._rows(verdict)
        standing = next((row for row in rows if row.withdrawn_at is None), None)
        same = [row for row in rows if row.says == tuple(verdict.says.values())]
        if verdict.withdrawn_at is None:
            return self._say(verdict, standing, same)
        return self._take_back(verdict, standing, same)

    def _say(self, verdict: Verdict, standing: _Row | None, same: list[_Row]) -> Outcome:
        if standing in same or any(row.at == verdict.at for row in same):
            return "unchanged"  # it stands, or it is known that it was taken back
        at = verdict.at or self._now
        if standing is None:
            self._insert(verdict, at, None)
            return "inserted"
        if standing.at > at:  # another was given later: this one had its time
            self._insert(verdict, at, standing.at)
            return "inserted"
        if verdict.says.get("who") != WHO and dict(zip(verdict.says, standing.says, strict=True)).get("who") == WHO:
            self._run(f"delete from {verdict.table} where id = ?", (standing.id,))  # a rule gives way to a person
        else:
            self._withdraw(verdict.table, standing, at)
        self._insert(verdict, at, None)
        return "superseded"

    def _take_back(self, verdict: Verdict, standing: _Row | None, same: list[_Row]) -> Outcome:
        assert verdict.withdrawn_at is not None
        if any(row.withdrawn_at == verdict.withdrawn_at and verdict.at in (None, row.at) for row in same):
            return "unchanged"
        stands = standing if standing in same else None
        if verdict.at is not None and verdict.says.get("who") != WHO:
            known = next((row for row in same if row.at == verdict.at), None)
            if known is None:
                self._insert(verdict, verdict.at, verdict.withdrawn_at)
                return "inserted"
            stands = known if known.withdrawn_at is None else None
        elif stands is not None and stands.at > verdict.withdrawn_at:
            if (verdict.table, stands.id) not in self._made:
                stands = None  # made again after the withdrawal that is told
            else:
                self._run(
                    f"update {verdict.table} set {verdict.instant} = ? where id = ?", (verdict.withdrawn_at, stands.id)
                )
        if stands is not None:
            self._withdraw(verdict.table, stands, verdict.withdrawn_at)
            return "superseded"
        if any(row.withdrawn_at is not None and verdict.at in (None, row.at) for row in same):
            return "unchanged"
        self._insert(verdict, verdict.at or min(self._now, verdict.withdrawn_at), verdict.withdrawn_at)
        return "inserted"

    def _withdraw(self, table: str, row: _Row, at: str) -> None:
        self._run(f"update {table} set withdrawn_at = ? where id = ?", (max(at, row.at), row.id))

    def _rows(self, verdict: Verdict) -> list[_Row]:
        where = " and ".join(f"{name} = ?" for name in verdict.subject)
        ids = tuple(verdict.subject.values())
        if verdict.is_mutual:
            where, ids = f"{where} or {where}", (*ids, *reversed(ids))
        rows = self._run(
            f"select {', '.join(('id', verdict.instant, 'withdrawn_at', *verdict.says))} from {verdict.table} where {where}",
            ids,
        ).fetchall()
        return [_Row(row[0], tuple(row[3:]), row[1], row[2]) for row in rows]

    def _insert(self, verdict: Verdict, at: str, withdrawn_at: str | None) -> None:
        row = verdict.subject | verdict.says | {verdict.instant: at, "withdrawn_at": withdrawn_at}
        cursor = self._run(
            f"insert into {verdict.table} ({', '.join(row)}) values ({', '.join('?' * len(row))}) returning id",
            tuple(row.values()),
        )
        self._made.add((verdict.table, int(cursor.scalar_one())))
