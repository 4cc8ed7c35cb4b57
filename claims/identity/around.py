"""What a change reaches: the claims and events that changed, and all that they can be compared with, however far that goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from claims.identity.looking import Look
from claims.identity.matching import WIDEST, found_by, looked_for, reach
from claims.identity.occasions import Occasion, occasions
from claims.identity.reading import sql

_WANTED = "(seeker integer, sort text, referent_id integer, since text, until text, from_day text)"


def look_around(look: Look, claims: set[int], events: set[int], moved: Collection[int]) -> None:
    """Look at these claims and events, and at what lies around them, and did by whom the claims that `moved` named before."""
    _Around(look).look(claims, events, moved)


class _Around:
    def __init__(self, look: Look) -> None:
        self._look = look
        self._reader = look.reader
        self._slices = look.slices
        self._known: set[int] = set()  # events
        self._accounts: dict[int | None, list[Occasion]] = {}  # by event, of those that are known
        self._visited: set[int] = set()  # events of which all that stands on them was looked at

    def look(self, claims: set[int], events: set[int], moved: Collection[int]) -> None:
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
        gone = self._reader.gone(claims)
        if moved:
            gone += self._reader.gone(moved, "arguments_before")
        changed += [one for telling in gone for one in occasions([telling])]
        series = {row[0] for row in self._reader.named("series", named)}
        self._seek(changed, series, are_free=False)
        waiting = slices.free(look.touched) + look.matcher.beside(changed, series)
        waiting += self._standing_on(named | self._made_for(claims))
        active: dict[str, Occasion] = {}
        while waiting:
            fresh = {one.key: one for one in waiting if one.key not in active}
            active |= fresh
            self._seek([*fresh.values()], set(), are_free=True)
            waiting = []
            for one in fresh.values():
                if not look.place_on_known(one):
                    waiting += look.find_near(one)
            waiting += self._standing_on(self._made_for(claim for one in fresh.values() for claim in one.claims))
        look.active = [*active.values()]
        look.scope |= {claim for one in look.active for claim in one.claims}

    def _seek(self, ones: list[Occasion], series: set[int], *, are_free: bool) -> None:
        """Read all that shares names with these near their days, or is of their series; known events only for those that `are_free`."""
        wanted = [row for number, one in enumerate(ones) for row in self._wanted(number, one, are_free)]
        names = series | {name for one in ones for name in one.series | one.instruments}
        found: set[int] = set()
        if wanted:
            with self._reader.holding("wanted", _WANTED, wanted):
                found |= {row[0] for row in self._reader.ask(sql("near"))}
        if names:
            found |= {row[0] for row in self._reader.named("of_series", names)}
        places = [place for place, _ in self._reader.slices(found)] if found else []
        self._slices.read(places)
        if are_free:
            events = {row[0] for row in self._reader.named("series_events", names)} if names else set()
            keys = {key for one in ones for key in looked_for(one)}
            for one in self._slices.told(places):
                if one.event is not None and one.event not in events and not keys.isdisjoint(found_by(one)):
                    events.add(one.event)
            self._know(events)

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

    def _wanted(self, number: int, one: Occasion, is_free: bool) -> Iterator[tuple[int, str, int, str, str, str]]:
        for sort, names, first, last in reach(one, is_free=is_free):
            days = (_day(first - WIDEST), _day(last), _day(first))
            for name in names:
                for id_ in (name,) if isinstance(name, int) else self._reader.state_ids[name]:
                    yield number, sort, id_, *days

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


def _day(ordinal: int) -> str:
    return date.fromordinal(max(1, ordinal)).isoformat()
