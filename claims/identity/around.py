"""What a change reaches: the claims and events that changed, and all that they can be compared with, however far that goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from claims.identity.looking import Look
from claims.identity.matching import ALONE, AROUND
from claims.identity.occasions import Occasion, occasions
from claims.identity.reading import sql

_WIDE = 62
_WANTED = "seeker integer, referent_id integer, since text, until text, from_day text, weight integer"


def look_around(look: Look, claims: set[int], events: set[int]) -> None:
    """Look at these claims and events, and at what lies around them."""
    _Around(look).look(claims, events)


class _Around:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._reader = look.reader
        self._slices = look.slices
        self._known: set[int] = set()  # events
        self._accounts: dict[int | None, list[Occasion]] = {}  # by event, of those that are known
        self._visited: set[int] = set()  # events of which all that stands on them was looked at

    def look(self, claims: set[int], events: set[int]) -> None:
        look, slices = self._look, self._slices
        look.scope |= claims
        rows = self._reader.slices(claims)
        look.touched = {place for place, _ in rows}
        named = events | {event for _, event in rows if event is not None}
        slices.read(look.touched)
        undated = {row[0] for row in self._reader.named("undated", {document for document, *_ in look.touched})}
        slices.read_whole(undated)
        look.touched.update(slices.of(undated))
        self._know(named)
        changed = [
            one for event in named for one in self._accounts.get(event, ())
        ]  # who is near to any sees the change
        changed += [one for telling in self._reader.gone(claims) for one in occasions([telling])]
        series = {row[0] for row in self._reader.named("series", named)}
        self._seek(changed, series)
        waiting = slices.free(look.touched) + look.matcher.beside(changed, series)
        waiting += self._standing_on(named | self._made_for(claims))
        active: dict[str, Occasion] = {}
        while waiting:
            fresh = {one.key: one for one in waiting if one.key not in active}
            active |= fresh
            self._seek([*fresh.values()], set())
            waiting = []
            for one in fresh.values():
                if not look.place_on_known(one):
                    waiting += look.find_near(one)
            waiting += self._standing_on(self._made_for(claim for one in fresh.values() for claim in one.claims))
        look.active = [*active.values()]
        look.scope |= {claim for one in look.active for claim in one.claims}

    def _seek(self, ones: list[Occasion], series: set[int]) -> None:
        """Read all that shares names with these near their days, or is of their series."""
        wanted = [row for number, one in enumerate(ones) for row in self._wanted(number, one)]
        names = series | {name for one in ones for name in one.series | one.instruments}
        found: set[int] = set()
        if wanted:
            with self._reader.holding("wanted", _WANTED, wanted):
                found |= {row[0] for row in self._reader.ask(sql("near"))}
        events: set[int] = set()
        if names:
            found |= {row[0] for row in self._reader.named("of_series", names)}
            events |= {row[0] for row in self._reader.named("series_events", names)}
        places = [place for place, _ in self._reader.slices(found)] if found else []
        self._slices.read(places)
        told = (one for one in self._slices.told(places) if not found.isdisjoint(one.claims))
        self._know(events | {one.event for one in told if one.event is not None})

    def _know(self, events: set[int]) -> None:
        """These events, as records and people tell of them."""
        fresh = events - self._known
        if not fresh:
            return
        self._known |= fresh
        claims = {row[0] for row in self._reader.named("accounts", fresh)}
        places = [place for place, _ in self._reader.slices(claims)] if claims else []
        self._slices.read(places)
        accounts: dict[int | None, list[Occasion]] = defaultdict(list)
        for one in self._slices.told(places):
            if one.event in fresh:
                accounts[one.event].append(one)
        self._accounts |= accounts
        dated = {event for event, told in accounts.items() if any(one.first is not None for one in told)}
        for event, profile in self._reader.events(fresh, dated).items():
            for account in accounts[event]:
                profile.learn(account)
            self._look.matcher.know(event, profile, accounts[event])

    def _wanted(self, number: int, one: Occasion) -> list[tuple[int, int, str, str, str, int]]:
        first, last = one.first, one.last
        if first is None or last is None or last - first > _WIDE:
            return []
        parties = {*one.bodies, *(name for name, _ in one.people)}
        alone = len(parties) == 1 or one.kind in ALONE
        rows = [(number, name, *_days(first, last, AROUND), 2 if alone else 1) for name in parties]
        if last - first <= AROUND:
            states = [id_ for state in one.states for id_ in self._reader.state_ids[state]]
            rows += [(number, name, *_days(first, last, 1), 1) for name in states]
        return rows

    def _made_for(self, claims: Iterable[int]) -> set[int]:
        """The events that gathering made, as far as it placed these on them."""
        return {row[2] for row in self._reader.named("placements", claims) if row[4] is not None}

    def _standing_on(self, events: set[int]) -> list[Occasion]:
        """What gathering placed on these events, each of which is asked for once."""
        fresh = events - self._visited
        if not fresh:
            return []
        self._visited |= fresh
        claims = {row[0] for row in self._reader.named("companions", fresh)}
        places = [place for place, _ in self._reader.slices(claims)] if claims else []
        self._slices.read(places)
        return [one for one in self._slices.free(places) if not claims.isdisjoint(one.claims)]


def _days(first: int, last: int, around: int) -> tuple[str, str, str]:
    days = (first - around - _WIDE, last + around, first - around)
    since, until, from_day = (date.fromordinal(max(1, day)).isoformat() for day in days)
    return since, until, from_day
