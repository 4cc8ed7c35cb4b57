"""What gathering found, written: placements that differ from what stands, and the events that accounts make together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection

from claims.identity.matching import Group, Placed
from claims.identity.occasions import HAPPENINGS
from claims.identity.reading import Reader
from claims.records import key_of

WHO = "gather"
_NAMED = 4


@dataclass(frozen=True)
class Gathered:
    """How many claims were placed or moved, on how many events made for them; which those are, with those placed no longer.

    `events`: which they are on, or were. `reworded`: claims that stay where they were, for another reason; `renamed`:
    events that were made, or whose row changed.
    """

    placed: int = 0
    new_events: int = 0
    claims: frozenset[int] = field(default_factory=frozenset)
    events: frozenset[int] = field(default_factory=frozenset)
    reworded: frozenset[int] = field(default_factory=frozenset)
    renamed: frozenset[int] = field(default_factory=frozenset)


class Placer:
    """Writes placements. Gathering's own rows are put right in place: only what a person takes back leaves a trace."""

    def __init__(self, connection: Connection, reader: Reader, now: str) -> None:
        self._connection = connection
        self._run = connection.exec_driver_sql
        self._reader = reader
        self._now = now
        self._made: dict[int, int] = {}  # id() of a group -> its event
        self._new = 0
        self._renamed: set[int] = set()

    def documents_of(self, claims: Iterable[int]) -> set[int]:
        """The documents in which gathering placed one of these claims."""
        placed = {row[0] for row in self._reader.named("placements", claims)}
        return {place[0] for place, _ in self._reader.slices(placed)}

    def write(self, scope: set[int], desired: dict[int, Placed]) -> Gathered:
        """Make the placements of the claims in `scope` those that are desired."""
        standing = {row[0]: row[1:] for row in self._reader.named("placements", scope)}
        left = {row[1] for row in standing.values()}
        inserted: list[tuple[int, int, str, str, str]] = []
        changed: set[int] = set()
        events: set[int] = set()
        reworded: set[int] = set()
        placed = 0
        for claim in sorted(desired):
            event, why = self._event(desired[claim].event), desired[claim].why
            held = standing.pop(claim, None)
            if held is None:
                inserted.append((claim, event, WHO, why, self._now))
                placed += 1
            elif held[1] != event:
                self._run(
                    "update placements set event_id = ?, why = ?, placed_at = ? where id = ?",
                    (event, why, self._now, held[0]),
                )
                events.add(held[1])
                placed += 1
            else:
                if held[2] != why:
                    self._run("update placements set why = ? where id = ?", (why, held[0]))
                    reworded.add(claim)
                continue
            changed.add(claim)
            events.add(event)
        if inserted:
            self._run(
                "insert into placements (claim_id, event_id, who, why, placed_at) values (?, ?, ?, ?, ?)", inserted
            )
        for claim, (id_, was_on, *_) in standing.items():
            self._run("delete from placements where id = ?", (id_,))
            changed.add(claim)
            events.add(was_on)
        clear_events(self._connection, left)
        return Gathered(
            placed, self._new, frozenset(changed), frozenset(events), frozenset(reworded), frozenset(self._renamed)
        )

    def _event(self, where: int | Group) -> int:
        if isinstance(where, int):
            return where
        if id(where) not in self._made:
            self._made[id(where)] = self._made_for(where)
        return self._made[id(where)]

    def _made_for(self, group: Group) -> int:
        """The event of these accounts: the one that is there under its slug, brought up to date, or a new one."""
        first = min(group.accounts, key=lambda one: (one.kind not in HAPPENINGS, one.key))
        kind = first.kind if first.kind in HAPPENINGS else "meet"
        series = {name for one in group.accounts for name in one.series if name > 0}
        numbers = {number for one in group.accounts for number in one.ordinals}
        fields: dict[str, Any] = {
            "name": self._name(kind, first),
            "kind": kind,
            "series_id": series.pop() if len(series) == 1 else None,
            "ordinal": numbers.pop() if len(numbers) == 1 else None,
        }
        slug = f"{kind}-{group.key[:10]}"
        key = key_of("event", kind=kind, name=fields["name"], slug=slug)
        held = self._run(
            "select id, key, made_by, name, kind, series_id, ordinal from events where slug = ?", (slug,)
        ).fetchone()
        if held is None:
            row = {"key": key, "slug": slug, **fields, "made_by": WHO}
            cursor = self._run(
                f"insert into events ({', '.join(row)}) values ({', '.join('?' * len(row))}) returning id",
                tuple(row.values()),
            )
            self._new += 1
            id_ = int(cursor.scalar_one())
            self._renamed.add(id_)
            return id_
        if held[2] == WHO and (held[1], *held[3:]) != (key, *fields.values()):
            self._run(
                "update events set key = ?, name = ?, kind = ?, series_id = ?, ordinal = ? where id = ?",
                (key, *fields.values(), held[0]),
            )
            self._renamed.add(int(held[0]))
        return int(held[0])

    def _name(self, kind: str, one: Any) -> str:
        names = self._reader.named("referents", ({name for name, _ in one.people} or one.bodies) | one.series)
        when = f", {date.fromordinal(one.first).isoformat()}" if one.first is not None else ""
        told = ", ".join(row[0] for row in names[:_NAMED]) or ", ".join(sorted(one.states)) or "unnamed"
        return f"{kind.capitalize()}: {told}{when}"


def clear_events(connection: Connection, events: Iterable[int]) -> None:
    """Take away those of these events that gathering made and that nothing speaks of any more."""
    for event in events:
        connection.exec_driver_sql(
            "delete from events where id = ? and made_by = 'gather'"
            " and not exists (select 1 from claims where event_id = events.id)"
            " and not exists (select 1 from placements where event_id = events.id)",
            (event,),
        )
