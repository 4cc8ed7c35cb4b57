"""Occasions to events: on those that are known, and on new ones for accounts that find each other.

Pure over what it is given, and the same whatever the order: an occasion is compared with what records and people say of
the known events, never with what was placed there by likeness, and those left over are put together in order of their keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from math import ceil

from claims.identity.occasions import Occasion
from claims.identity.scoring import CLEARLY, ENOUGH, Profile, Score, profile_of, score

#: Days around an account's own in which the other accounts of the same people are looked at.
AROUND = 7
#: Kinds of which an account of several is found by each of them alone.
_ALONE = ("visit", "attend")
_MONTH = 30.4375
#: Days that an account may be wide to be found by who takes part.
WIDEST = 62


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an occasion belongs, and why. `event` is the id of a known event, or the new event that accounts make together."""

    event: int | Group
    why: str


@dataclass(slots=True, eq=False)
class Group:
    """Accounts that find each other, of an event that no record names."""

    accounts: list[Occasion] = field(default_factory=list)

    @property
    def key(self) -> str:
        return min(account.key for account in self.accounts)


class Matcher:
    """Known events and occasions, found by what they have in common: a series, an instrument, two parties near a day."""

    def __init__(self) -> None:
        self.events: dict[int, Profile] = {}
        self.occasions: list[Occasion] = []
        self._known: dict[object, int | set[int]] = {}  # most keys are of one event, or of one occasion
        self._free: dict[object, int | list[int]] = {}
        self._seeking: dict[object, int | list[int]] = {}  # those that look for others under a key
        self._asked: tuple[Occasion | None, list[object]] = None, []

    def know(self, event: int, profile: Profile, accounts: Iterable[Occasion]) -> None:
        """A known event, with accounts of it that name it; once more where there are others."""
        self.events[event] = profile
        names = [("series", one) for one in profile.series] + [("instrument", one) for one in profile.instruments]
        for key in (*names, *(key for account in accounts for key in _keys(account, everywhere=True))):
            held = self._known.setdefault(key, event)
            if isinstance(held, set):
                held.add(event)
            elif held != event:
                self._known[key] = {held, event}

    def add(self, one: Occasion) -> None:
        """An occasion without an event."""
        one.number = number = len(self.occasions)
        self.occasions.append(one)
        for index, keys in ((self._free, found_by(one)), (self._seeking, self._keys_of(one))):
            for key in keys:
                held = index.setdefault(key, number)
                if isinstance(held, list):
                    held.append(number)
                elif held != number:
                    index[key] = [held, number]

    def on_known(self, one: Occasion) -> Placed | None:
        """The known event that the occasion clearly fits best; None where none does."""
        found: set[int] = set()
        for key in self._keys_of(one):
            found.update(_held(self._known, key))
        return _best([(event, score(one, self.events[event])) for event in found]) if found else None

    def near(self, one: Occasion) -> list[Occasion]:
        """The other occasions without an event that may be the same: those that score enough with it, whichever finds the other."""
        numbers = self._beside(one)
        numbers.discard(one.number)
        if not numbers:
            return []
        profile = profile_of(one.kind, [one])
        others = (self.occasions[number] for number in numbers)
        return [
            other
            for other in others
            if (other.document != one.document or one.series & other.series) and _alike(one, profile, other)
        ]

    def beside(self, accounts: Iterable[Occasion], series: Iterable[int]) -> list[Occasion]:
        """The occasions without an event that these accounts, or an event of one of these series, may have to do with."""
        numbers = {number for one in accounts for number in self._beside(one)}
        numbers |= {number for one in series for number in _held(self._free, ("series", one))}
        return [self.occasions[number] for number in sorted(numbers)]

    def _beside(self, one: Occasion) -> set[int]:
        return {
            number
            for index, keys in ((self._free, self._keys_of(one)), (self._seeking, found_by(one)))
            for key in keys
            for number in _held(index, key)
        }

    def _keys_of(self, one: Occasion) -> list[object]:
        """Under which to look for it: asked for twice in a row, and long to tell."""
        if self._asked[0] is not one:
            self._asked = one, looked_for(one)
        return self._asked[1]


def found_by(one: Occasion) -> list[object]:
    """Under which keys the occasion is found by others."""
    return [*_keys(one, everywhere=True), *_of(one)]


def looked_for(one: Occasion) -> list[object]:
    """The keys under which the occasion looks for others."""
    return [*_keys(one), *_of(one)]


def reach(one: Occasion, *, is_free: bool) -> Iterator[tuple[str, Iterable[int | str], int, int]]:
    """Within which days others can have a key in common with the occasion: (how its names count, which, first day, last day).

    The names are referents and, of "states", countries. One that `is_free` looks for others, and they for it; what names
    an event is only looked for. More are told than have a key in common.
    """
    if one.first is None or one.last is None or one.last - one.first > WIDEST:
        return
    parties = {*one.bodies, *(name for name, _ in one.people)}
    looking, sought = (AROUND, 0) if is_free else (0, AROUND)
    first = ceil(int((one.first - looking) / _MONTH) * _MONTH) - sought
    last = ceil((int((one.last + looking) / _MONTH) + 1) * _MONTH) - 1 + sought
    yield "pair", parties, first, last
    if one.last - one.first <= AROUND:
        yield "states", one.states, one.first - 1, one.last + 1
        if one.lands and (len(parties) == 1 or one.kind in _ALONE):
            yield "alone", parties, one.first - 1, one.last + 1


def groups(accounts: Iterable[Occasion]) -> list[tuple[Group, dict[str, str]]]:
    """The accounts put together, those with the narrowest days first, with the reason for each account, by key.

    A group is of two documents or more.
    """
    made: list[tuple[Group, dict[str, str]]] = []
    for one in sorted(accounts, key=_order):
        fits = [(number, _with_all(one, group)) for number, (group, _) in enumerate(made)]
        best = _best([(number, told) for number, told in fits if told is not None])
        if best is None:
            if one.positive and not any(told and told.points >= ENOUGH for _, told in fits):
                made.append((Group([one]), {one.key: "the first account of it"}))
        else:
            group, reasons = made[best.event]  # type: ignore[index]
            group.accounts.append(one)
            reasons[one.key] = best.why
    return [(group, reasons) for group, reasons in made if len({one.document for one in group.accounts}) > 1]


def _alike(one: Occasion, profile: Profile, other: Occasion) -> bool:
    """Whether either fits the other: what binds two accounts must not depend on which came first."""
    if max(one.first or 0, other.first or 0) - min(one.last or 0, other.last or 0) > AROUND and not (
        one.series & other.series or one.instruments & other.instruments
    ):
        return False
    return score(other, profile).points >= ENOUGH or score(one, profile_of(other.kind, [other])).points >= ENOUGH


def _with_all(one: Occasion, group: Group) -> Score | None:
    """The best score with any account of the group; None where its own document tells of the group's event as of another."""
    for account in group.accounts:
        if account.document == one.document and not one.series & account.series:
            return None
    return max((score(one, profile_of(account.kind, [account])) for account in group.accounts), key=lambda s: s.points)


def _order(one: Occasion) -> tuple[int, bool, int, str]:
    width = one.last - one.first if one.first is not None and one.last is not None else 99999
    return width, not one.series, -one.size, one.key


def _held(index: Mapping[object, int | Iterable[int]], key: object) -> Iterable[int]:
    """The numbers that an index holds under a key."""
    held = index.get(key, ())
    return (held,) if isinstance(held, int) else held


def _best(found: list[tuple[int, Score]]) -> Placed | None:
    if not found:
        return None
    found.sort(key=lambda pair: -pair[1].points)
    (event, told), others = found[0], found[1:]
    if told.points < ENOUGH:
        return None
    why = f"{', '.join(told.reasons)}: {told.points:g} points"
    if others:
        second = others[0][1].points
        if second > told.points - CLEARLY:
            return None
        if second > 0:
            why += f", the next event {second:g}"
    return Placed(event, why)


def _of(one: Occasion) -> Iterator[tuple[str, int]]:
    for series in one.series:
        yield "series", series
    for instrument in one.instruments:
        yield "instrument", instrument


def _keys(one: Occasion, everywhere: bool = False) -> Iterator[tuple[int, object, object]]:
    """Two people or bodies in a month; two states, or one alone in a place, on a day.

    `everywhere`: all that it can be found by, on its own days only; else what to look for, on the days around too.
    """
    if one.first is None or one.last is None or one.last - one.first > WIDEST:
        return
    around = 0 if everywhere else AROUND
    months = range(int((one.first - around) / _MONTH), int((one.last + around) / _MONTH) + 1)
    parties = sorted([name for name, _ in one.people] + list(one.bodies))
    for pair in combinations(parties[:8], 2):
        for month in months:
            yield month, *pair
    if one.last - one.first > AROUND:
        return
    days = range(one.first - (0 if everywhere else 1), one.last + (1 if everywhere else 2))
    if everywhere or len(parties) < 2:
        for states in combinations(sorted(one.states)[:5], 2):
            for day in days:
                yield -day, *states
    if len(parties) == 1 or (everywhere and one.kind in _ALONE):
        for party in parties:
            for land in one.lands:
                for day in days:
                    yield -day, party, land
