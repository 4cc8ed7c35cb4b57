"""What one document tells of one happening, put together from its claims: the unit that is matched with events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Names: TypeAlias = frozenset[int]
#: Referents with the country of each, '' where it is not known.
People: TypeAlias = frozenset[tuple[int, str]]
#: A document, and the days of which it tells, as those of `Telling`.
Slice: TypeAlias = tuple[int, int | None, int | None]
NOBODY: Names = frozenset()
NOWHERE: frozenset[str] = frozenset()

#: Kinds that tell of a happening by themselves; `attend` and `rank` join one, and begin one where the document has none.
HAPPENINGS = ("meet", "sign", "visit", "establish", "join", "elect")
JOINING = ("attend", "rank")
_DAYS = 4  # longer than this, a date is no name of one day's happening
#: What has become of a happening that is told of as one: what is only wished or agreed on belongs to another.
PHASES = ("occurred", "scheduled", "expected", "ongoing", "implemented", "pending", "cancelled", "failed")


@dataclass(slots=True)
class Telling:
    """What a claim tells of the happening that it speaks of.

    `first` and `last` are days (as `date.toordinal`) or None, both ends inclusive; names are ids of referents; `states` and
    `lands` (those of its places) country codes. `watchers` are present at what others do. `event` is the id of the event
    that its record or a person names.
    """

    id: int
    key: str
    document: int
    kind: str
    phase: str
    positive: bool
    first: int | None
    last: int | None
    ordinal: int | None = None
    event: int | None = None
    people: People = frozenset()
    bodies: Names = NOBODY
    watchers: People = frozenset()
    unknown: Names = NOBODY
    states: frozenset[str] = NOWHERE
    places: Names = NOBODY
    lands: frozenset[str] = NOWHERE
    series: Names = NOBODY
    instruments: Names = NOBODY
    is_later: bool = False  # told from a country where it is a day later than at the place


@dataclass(slots=True)
class Occasion:
    """Claims of one document on one happening. What they tell is told by all of them together.

    There may be one for each claim of a database: it keeps of its claims only what it is asked for. `key` is the smallest
    of theirs, the same in every database; `event` is the one that their records, or a person, name, None where they name
    none.
    """

    document: int
    kind: str
    first: int | None
    last: int | None
    claims: tuple[int, ...] = ()
    key: str = ""
    event: int | None = None
    positive: bool = False
    ordinals: Names = NOBODY
    people: People = frozenset()
    watchers: People = frozenset()
    bodies: Names = NOBODY
    unknown: Names = NOBODY
    states: frozenset[str] = NOWHERE
    places: Names = NOBODY
    lands: frozenset[str] = NOWHERE
    series: Names = NOBODY
    instruments: Names = NOBODY
    is_later: bool = False
    number: int = -1  # among those that are compared

    @property
    def slice(self) -> Slice:
        """Where it is told: claims from elsewhere are never of it."""
        return self.document, self.first, self.last

    @property
    def size(self) -> int:
        """How many take part: people, those among them whom nobody knows, and states that are not there by their people."""
        return len(self.people) + len(self.unknown) + len(self.states - {country for _, country in self.people})

    def add(self, telling: Telling) -> None:
        """One more claim on the same happening."""
        self.claims += (telling.id,)
        self.key = min(self.key or telling.key, telling.key)
        self.event = telling.event if self.event is None else self.event
        self.positive |= telling.positive
        if telling.ordinal is not None:
            self.ordinals |= {telling.ordinal}
        if telling.kind not in HAPPENINGS and self.kind in HAPPENINGS:
            self.watchers = _both(self.watchers, telling.people - self.people)
        else:
            self.people = _both(self.people, telling.people)
        self.watchers = _both(self.watchers, telling.watchers)
        self.bodies = _both(self.bodies, telling.bodies)
        self.unknown = _both(self.unknown, telling.unknown)
        self.states = _both(self.states, telling.states)
        self.places = _both(self.places, telling.places)
        self.lands = _both(self.lands, telling.lands)
        self.series = _both(self.series, telling.series)
        self.instruments = _both(self.instruments, telling.instruments)


def _both(mine: frozenset[T], told: frozenset[T]) -> frozenset[T]:
    """Their union, in no memory of its own where one holds the other: most occasions are of one claim."""
    return told if mine <= told else mine if told <= mine else mine | told


def occasions(tellings: Iterable[Telling]) -> list[Occasion]:
    """The happenings that the claims of one document tell of, by day; whatever the order in which the claims are given."""
    found: list[Occasion] = []
    by_day: dict[tuple[int | None, int | None], list[Occasion]] = {}
    ordered = sorted(tellings, key=_order)
    for telling in ordered:
        near = by_day.setdefault((telling.first, telling.last), [])
        fits = [one for one in near if _joins(telling, one)]
        if len(fits) > 1:
            best = max(_likeness(telling, one) for one in fits)
            fits = [one for one in fits if _likeness(telling, one) == best]
        if len(fits) == 1:
            fits[0].add(telling)
            continue
        begun = Occasion(telling.document, telling.kind, telling.first, telling.last, is_later=telling.is_later)
        begun.add(telling)
        near.append(begun)
        found.append(begun)
    return found


def _order(telling: Telling) -> tuple[bool, bool, int, int, str]:
    """Fullest claims first, those that only say who came or which meeting it was last."""
    return (
        telling.kind not in HAPPENINGS,
        not telling.positive,
        -len(telling.series) - len(telling.instruments),
        -len(telling.people) - len(telling.bodies),
        telling.key,
    )


def _joins(telling: Telling, one: Occasion) -> bool:
    """Whether nothing that the claim says keeps it from the occasion, on whose day it is."""
    series, instruments = telling.series & one.series, telling.instruments & one.instruments
    if telling.first is None and not series:
        return False
    if telling.event is not None and one.event not in (None, telling.event):
        return False
    if telling.series and one.series and not series:
        return False
    if telling.instruments and one.instruments and not instruments:
        return False
    if telling.ordinal is not None and one.ordinals and telling.ordinal not in one.ordinals:
        return False
    if telling.kind not in HAPPENINGS:
        return _attends(telling, one, bool(series or instruments))
    if telling.kind != one.kind or (telling.lands and one.lands and not telling.lands & one.lands):
        return False
    if telling.people and one.people:
        return telling.people == one.people
    return not telling.states or not one.states or telling.states == one.states


def _attends(telling: Telling, one: Occasion, is_named: bool) -> bool:
    """Whether a claim of who came, or of which meeting it was, is of this occasion: by its name, else by who came, on a day."""
    if is_named:
        return True
    if telling.first is None or telling.last is None or telling.last - telling.first > _DAYS:
        return False
    if telling.instruments or (telling.series and one.kind != "meet"):
        return False
    if not telling.people:
        return not telling.states or not one.states or telling.states <= one.states
    return bool(telling.people & (one.people | one.watchers)) or one.kind == "sign"


def _likeness(telling: Telling, one: Occasion) -> int:
    return (
        8 * len(telling.series & one.series)
        + 8 * len(telling.instruments & one.instruments)
        + 4 * len(telling.people & one.people)
        - 2 * len(telling.people ^ one.people)
        + 2 * len(telling.states & one.states)
        + int(one.kind == "meet")
    )
