"""How well what one document tells of a happening fits an event, in points, with the reasons.

Points speak for and against, none decides alone: a meeting told a day late, in another town, or under another number still
has its series and its people. What is in dispute between two accounts of one meeting must not keep them apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from claims.identity.occasions import HAPPENINGS, NOBODY, NOWHERE, Names, Occasion, People

#: From so many points on, two accounts are taken to speak of one event.
ENOUGH = 6.0
#: So many points must lie between the best event and the next.
CLEARLY = 1.0
_MONTH = 31


@dataclass(slots=True)
class Profile:
    """What is known of an event: from its record, and from the claims that name it."""

    kind: str
    series: Names = NOBODY
    ordinals: set[int] = field(default_factory=set)
    days: set[tuple[int, int, bool]] = field(default_factory=set)  # first, last, told from where it is a day later
    people: People = frozenset()
    watchers: People = frozenset()
    bodies: Names = NOBODY
    states: frozenset[str] = NOWHERE
    places: Names = NOBODY
    lands: frozenset[str] = NOWHERE
    instruments: Names = NOBODY
    sizes: set[tuple[int, int]] = field(default_factory=set)  # how many take part, and how many states, by each account

    def learn(self, one: Occasion) -> None:
        """What an account of the event adds."""
        self.ordinals |= one.ordinals
        if one.first is not None and one.last is not None:
            self.days.add((one.first, one.last, one.is_later))
        self.people |= one.people
        self.watchers |= one.watchers
        self.bodies |= one.bodies
        self.states |= one.states
        self.places |= one.places
        self.lands |= one.lands
        self.series |= one.series
        self.instruments |= one.instruments
        if one.size > 1:
            self.sizes.add((one.size if one.people else 0, len(one.states)))


def profile_of(kind: str, accounts: Iterable[Occasion]) -> Profile:
    """What these accounts tell together of an event of this kind."""
    known = Profile(kind)
    for account in accounts:
        known.learn(account)
    return known


@dataclass(slots=True)
class Score:
    points: float = 0.0
    reasons: list[str] = field(default_factory=list)

    def count(self, points: float, reason: str = "") -> None:
        self.points += points
        if reason:
            self.reasons.append(reason)


def score(one: Occasion, event: Profile) -> Score:
    """Points for the two being one, with a reason for each thing in common, or in dispute."""
    told = Score()
    _kind(told, one, event)
    numbered = _series(told, one, event)
    parties = _parties(told, one, event)
    if one.instruments and event.instruments:
        same = bool(one.instruments & event.instruments)
        told.count(3 if same else -2, "the same instrument" if same else "another instrument")
    _place(told, one, event)
    _day(told, one, event, 2 if numbered else 1 if parties else 0)
    return told


def _kind(told: Score, one: Occasion, event: Profile) -> None:
    if one.kind == event.kind:
        told.count(1)
    elif one.kind not in HAPPENINGS:
        told.count(1 if event.kind == "meet" and one.series else 0)
    else:
        told.count(-2 if {one.kind, event.kind} == {"meet", "establish"} else -5)


def _series(told: Score, one: Occasion, event: Profile) -> bool:
    """Whether both tell the same number of the same series."""
    same = bool(one.series & event.series)
    if same:
        told.count(3, "the same series")
    elif one.series and event.series:
        told.count(-3, "another series")
    elif one.series:
        told.count(-1)
    if not one.ordinals or not event.ordinals:
        return False
    if one.ordinals & event.ordinals:
        told.count(3 if same else 1, f"number {min(one.ordinals & event.ordinals)} in both")
        return same
    told.count(-3 if same else -2, f"number {min(one.ordinals)} for {min(event.ordinals)}")
    return False


def _parties(told: Score, one: Occasion, event: Profile) -> bool:
    """Whether both name the same people, two or more."""
    people, bodies = one.people & event.people, one.bodies & event.bodies
    if people:
        told.count(min(2 * len(people), 8), _many(len(people), "person", "people"))
    watching = len(one.watchers & (event.people | event.watchers)) + len(one.people & event.watchers)
    if watching:
        told.count(min(watching, 2), f"{watching} who were there too")
    if bodies:
        told.count(min(1.5 * len(bodies), 4), _many(len(bodies), "body", "bodies"))
    if event.people:
        told.count(_strangers(one, event))
    if not one.series & event.series and not one.instruments & event.instruments:
        told.count(-3.0 * _larger(one, event))
    states = one.states & event.states
    if states and not people:
        told.count(min(len(states), 4), _many(len(states), "state", "states"))
    if event.states:
        told.count(-1.5 * len(one.states - event.states))
        if len(one.states) > 1:
            told.count(-1.0 * min(len(event.states - one.states), 2))
    return len(people) > 1 and one.people == event.people and not one.unknown


def _strangers(one: Occasion, event: Profile) -> float:
    """Against: people whom no account of the event names. Less where another of their country is named, none where only the country is."""
    countries = {country for _, country in event.people}
    points = -2.0 * len(one.unknown) if one.people else 0.0
    for person in one.people - event.people - event.watchers:
        country = person[1]
        if country and country in countries:
            points -= 1.5
        elif not country or country not in event.states:
            points -= 2.0
    return points


def _larger(one: Occasion, event: Profile) -> int:
    """By how many the parties differ from those of the account that is nearest in that: a pair's talks are not those of three."""
    if one.size < 2 or one.kind not in HAPPENINGS or not event.sizes:
        return 0
    return min(
        abs(one.size - size) if one.people and size else abs(len(one.states) - states) for size, states in event.sizes
    )


def _place(told: Score, one: Occasion, event: Profile) -> None:
    if not one.places | one.lands or not event.places | event.lands:
        return
    if one.places & event.places:
        told.count(1.5, "the same place")
    elif one.lands & event.lands:
        if one.places and event.places:
            told.count(-1, "another place in the same country")
        else:
            told.count(0.5, "the same country")
    else:
        told.count(-2, "another place")


def _day(told: Score, one: Occasion, event: Profile, sure: int) -> None:
    """`sure`: 1 where all the people are the same, 2 where the number in the series is, so that the day may be what is in dispute."""
    if one.first is None or one.last is None or not event.days:
        told.count(0 if sure == 2 else -2, "no day to compare")
        return
    best, reason = max(_near(one.first, one.last, one.is_later, *day, sure) for day in event.days)
    told.count(best, reason)


def _near(
    first: int, last: int, later: bool, other: int, other_last: int, other_later: bool, sure: int
) -> tuple[float, str]:
    apart = max(first - other_last, other - last, 0)
    if apart == 0:
        width = max(last - first, other_last - other)
        if width < 4:
            return 3.0, "the same day"
        if width <= _MONTH:
            return 1.5, "the same month"
        return -2.0, "days too vague to tell"
    if apart == 1 and later != other_later and later == (first > other):
        return 2.5, "a day apart by the clock of the country that tells it"
    if apart <= 3:
        return (1.0 if sure else -2.0) - (apart - 1) / 2, f"{apart} day{'s' if apart > 1 else ''} apart"
    if apart <= 7:
        return -3.0, f"{apart} days apart"
    return (-4.0 if sure == 2 else -8.0), "weeks apart"


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more} in common"
