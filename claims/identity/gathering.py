"""Which meeting is which: claims that name no event, placed on the one that they seem to speak of.

A placement is a row with its reason, and it can be taken back. Two claims speak of one event where they are of one kind
and either tell the same number of the same series, or share participants and a date: at least two participants, and all
of those that the shorter list names, on dates that overlap, or that lie a day apart where the place's day and the
teller's differ. Dates vaguer than a month place nothing: the monthly meetings of one pair stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Engine

from claims.load import load
from claims.models import instant_now
from claims.records import Event, Placement, Record
from claims.resources import DB

WHO = "gather"
_LONGEST = timedelta(days=31)


@dataclass(frozen=True)
class Gathered:
    """How many claims were placed, and on how many events that were made for them."""

    placed: int
    new_events: int


@dataclass
class _Told:
    """What a claim tells of its event. `series` and `place` are referent ids, `people` referent ids of participants."""

    key: str
    event: str | None
    kind: str
    first: date | None
    last: date | None
    quantity: str | None
    far_east: bool
    people: frozenset[int] = frozenset()
    series: frozenset[int] = frozenset()
    names: list[str] = field(default_factory=list)


def gather(engine: Engine) -> Gathered:
    """Place every held claim of a meeting, signing, visit or launch that names no event; new events are made for two or more.

    Run twice, it changes nothing more.
    """
    placed = events = 0
    while records := _proposed(engine):  # what was placed may bring further claims together
        load(engine, records, strict=True, run={"tool": WHO})
        new = sum(isinstance(record, Event) for record in records)
        placed, events = placed + len(records) - new, events + new
    return Gathered(placed, events)


def scatter(engine: Engine) -> int:
    """Take back every placement that `gather` made; how many there were."""
    now = instant_now()
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(_sql("standing_placements"), {"who": WHO}).mappings().all()
    records = [Placement(**row, withdrawn_at=now) for row in rows]
    if records:
        load(engine, records, strict=True, run={"tool": WHO})
    return len(records)


def _proposed(engine: Engine) -> list[Record]:
    with engine.connect() as connection:
        return list(_proposals(list(_told(connection))))


def _proposals(claims: list[_Told]) -> Iterator[Record]:
    """Placements on events that are known first, then on new ones for those that find each other."""
    placed = [claim for claim in claims if claim.event is not None]
    index = _Index(placed)
    alone: list[_Told] = []
    for claim in (claim for claim in claims if claim.event is None):
        match = index.match(claim)
        if match is None:
            alone.append(claim)
        else:
            yield Placement(claim=claim.key, event=match[0].event or "", who=WHO, why=match[1])
    fresh = _Index([])
    groups: dict[str, list[tuple[_Told, str]]] = defaultdict(list)
    for claim in sorted(alone, key=_width):  # exact days first: a vague date that fits two of them then places nothing
        match = fresh.match(claim)
        claim.event = match[0].event if match and match[0].event else f"{claim.kind}-{claim.key[:10]}"
        groups[claim.event].append((claim, match[1] if match else "the first claim of it"))
        fresh.add(claim)
    for slug, group in groups.items():
        if len(group) > 1:
            first = group[0][0]
            when = f", {first.first.isoformat()}" if first.first else ""
            yield Event(
                slug=slug, name=f"{first.kind.capitalize()}: {', '.join(first.names[:4])}{when}", kind=first.kind
            )
            for claim, why in group:
                yield Placement(claim=claim.key, event=slug, who=WHO, why=why)


class _Index:
    """Claims by series and number, and by pairs of participants, so that each is compared with few others."""

    def __init__(self, claims: list[_Told]) -> None:
        self._numbered: dict[tuple[str, int, str], _Told] = {}
        self._pairs: dict[tuple[str, int, int], list[_Told]] = defaultdict(list)
        for claim in claims:
            self.add(claim)

    def add(self, claim: _Told) -> None:
        for series in claim.series:
            if claim.quantity is not None:
                self._numbered.setdefault((claim.kind, series, claim.quantity), claim)
        people = sorted(claim.people)
        for at, left in enumerate(people):
            for right in people[at + 1 :]:
                self._pairs[claim.kind, left, right].append(claim)

    def match(self, claim: _Told) -> tuple[_Told, str] | None:
        """The claim that speaks of the same event, with the reason; None where none does, or several events fit as well."""
        for series in claim.series:
            if claim.quantity is not None and (claim.kind, series, claim.quantity) in self._numbered:
                return self._numbered[claim.kind, series, claim.quantity], f"number {claim.quantity} of the same series"
        people = sorted(claim.people)
        if len(people) < 2 or not _is_narrow(claim):
            return None
        found = {
            other.event: (other, why)
            for at, left in enumerate(people)
            for right in people[at + 1 :]
            for other in self._pairs.get((claim.kind, left, right), ())
            if (why := _same(claim, other))
        }
        exact = {event: match for event, match in found.items() if "a day apart" not in match[1]}
        best = exact or found
        return next(iter(best.values())) if len(best) == 1 else None


def _same(one: _Told, other: _Told) -> str | None:
    """Why two claims of one kind speak of one event; None where they need not."""
    shared = one.people & other.people
    if len(shared) < min(len(one.people), len(other.people)) or not _is_narrow(other):
        return None
    if one.series and other.series and not one.series & other.series:
        return None
    if one.quantity and other.quantity and one.quantity != other.quantity:
        return None
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    told = f"{len(shared)} participants in common"
    if one.first <= other.last and other.first <= one.last:
        return f"{told}, and dates that overlap"
    apart = max(one.first - other.last, other.first - one.last)
    if apart == timedelta(days=1) and one.far_east != other.far_east:
        return f"{told}, and dates a day apart, told from the place and from a country where it is a day later"
    return None


def _width(claim: _Told) -> timedelta:
    return claim.last - claim.first if claim.first and claim.last else timedelta.max


def _is_narrow(claim: _Told) -> bool:
    return claim.first is not None and claim.last is not None and claim.last - claim.first <= _LONGEST


def _told(connection: Connection) -> Iterator[_Told]:
    people: dict[str, set[int]] = defaultdict(set)
    series: dict[str, set[int]] = defaultdict(set)
    names: dict[str, list[str]] = defaultdict(list)
    for key, role, referent, name in connection.exec_driver_sql(_sql("meeting_arguments")):
        if role == "framework":
            series[key].add(referent)
        else:
            people[key].add(referent)
            names[key].append(name)
    for row in connection.exec_driver_sql(_sql("meetings")).mappings():
        told: dict[str, Any] = dict(row)
        key = told["key"]
        first, last = (
            date.fromisoformat(told[name]) if told[name] else None for name in ("date_earliest", "date_latest")
        )
        yield _Told(
            key, told["event"], told["kind"], first, last, told["quantity"], bool(told["far_east"]),
            frozenset(people[key]), frozenset(series[key]), names[key],
        )  # fmt: skip


def _sql(name: str) -> str:
    return (DB / "resolve" / f"{name}.sql").read_text("utf-8")
