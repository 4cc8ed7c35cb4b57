"""Rows of claims and events as gathering compares them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache, lru_cache
from sys import intern
from typing import Any

from sqlalchemy import Connection

from claims.dates import Anchor, bounds, dates_in
from claims.identity.following import Follower
from claims.identity.occasions import Slice, Telling
from claims.identity.scoring import Profile
from claims.resources import DB
from claims.storage import store_of

_PARTIES = frozenset(("participant", "signatory", "host", "agent", "partner"))
_MOST_SAME = 20_000  # sets of names of which one is kept for all claims that name the same: some megabytes
_PLACES = "(document_id integer, days text, primary key (document_id, days)) without rowid"
_COLUMN = re.compile(r"(\w+) (?:integer|text)\b")
_ANY = "any"  # days of which no claim is
_FAR = 6  # hours between two countries from which on one day's evening is the other's next morning


class Reader:
    """Reads what the claims of some documents tell. Names are what they mean now, after merges."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.state_ids: dict[str, list[int]] = defaultdict(list)
        for country, id_ in self.ask(sql("states")):
            self.state_ids[country].append(id_)
        self._zones: dict[str, float] = {}
        self._same: dict[frozenset[Any], frozenset[Any]] = {}  # who is named together is so in many claims: kept once

    def ask(self, statement: str, sought: Iterable[int] | None = None) -> list[Any]:
        """Rows of a statement that reads the ids of the temporary table sought."""
        if sought is None:
            return [*self._connection.exec_driver_sql(statement).fetchall()]
        with self.holding("sought", "(id integer primary key)", [(number,) for number in sorted(set(sought))]):
            return list(self._connection.exec_driver_sql(statement).fetchall())

    @contextmanager
    def holding(self, table: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> Iterator[None]:
        """These rows in a temporary table of these columns, with their types as SQL writes them."""
        store = store_of(self._connection)
        with store.scratch(self._connection, table, columns):
            if rows:
                store.insert(self._connection, table, _COLUMN.findall(columns), rows)
                store.settled(self._connection, (table,), always=True)
            with store.starting_from(self._connection, len(rows)):
                yield

    def named(self, name: str, sought: Iterable[int]) -> list[Any]:
        """Rows of db/gather/`name`.sql."""
        return self.ask(sql(name), sought)

    def tellings(self, slices: Iterable[Slice]) -> list[Telling]:
        """What the claims of these slices tell of happenings. Claims of which a placement was taken back are left alone."""
        return self._tellings([(document, _days(first, last)) for document, first, last in slices])

    def tellings_of(self, documents: Iterable[int]) -> list[Telling]:
        """What all claims of these documents tell of happenings."""
        return self._tellings([(document, _ANY) for document in documents])

    def _tellings(self, places: list[tuple[int, str]]) -> list[Telling]:
        found: dict[int, Telling] = {}
        with self.holding("sought_days", _PLACES, places):
            rows = self.ask(sql("tellings"))
        for *row, barred in rows:
            telling = _telling(row)
            if telling.event is not None or not barred:
                found[telling.id] = telling
        self._name(found)
        self._time(found)
        return [*found.values()]

    def slices(self, claims: Iterable[int]) -> list[tuple[Slice, int | None]]:
        """Where each of these claims is told, and the event that its record, or a person, names."""
        return [(_slice(*place), event) for *place, event in self.named("slices", claims)]

    def gone(self, claims: Iterable[int], arguments: str = "arguments") -> list[Telling]:
        """What these claims tell or told, held or not, of whom they name by that file of db/gather."""
        found = {row[0]: _telling(row) for row in self.named("gone", claims)}
        self._name(found, arguments)
        return list(found.values())

    def followers(self, slices: Iterable[Slice]) -> dict[int, list[Follower]]:
        """Document id -> its claims on the days of these slices, and on none, that no record places."""
        places = {(document, _days(first, last)) for document, first, last in slices}
        places |= {(document, "") for document, _ in places}
        with self.holding("sought_days", _PLACES, sorted(places)):
            rows = self.ask(sql("followers"))
        found: dict[int, Telling] = {}
        told: dict[int, Follower] = {}
        for *row, barred, basis, start in rows:
            if row[9] is None and not barred:
                found[row[0]] = telling = _telling(row)
                told[telling.id] = Follower(telling, basis, start)
        self._name(found)
        by_document: dict[int, list[Follower]] = defaultdict(list)
        for follower in told.values():
            by_document[follower.telling.document].append(follower)
        return by_document

    def starts(self, claims: Iterable[int]) -> dict[int, int]:
        """Where each of these claims stands in the text, by the first of its words; 0 where it has none."""
        sought = set(claims)
        return dict.fromkeys(sought, 0) | {claim: start or 0 for claim, start in reversed(self.named("starts", sought))}

    def events(self, ids: Iterable[int], dated: Container[int | None]) -> dict[int, Profile]:
        """Event id -> what its record tells, for those that a record or a person names; its name's month where no account is `dated`."""
        found = {}
        for id_, name, kind, series, ordinal in self.named("known_events", ids):
            known = found[id_] = Profile(kind)
            if series is not None:
                known.series = frozenset((series,))
            if ordinal is not None:
                known.ordinals.add(ordinal)
            if id_ not in dated:
                known.days |= _month_of(name)
        return found

    def _name(self, tellings: dict[int, Telling], arguments: str = "arguments") -> None:
        """Fill in whom and what the claims name; rows come claim by claim."""
        if len(self._same) > _MOST_SAME:
            self._same.clear()
        last, names = 0, _Names(self.state_ids, self._same)
        for claim, role, referent, kind, country in self.named(arguments, tellings):
            if claim != last:
                if last:
                    names.give(tellings[last])
                last = claim
            if referent is not None:
                names.take(role, referent, kind, country)
        if last:
            names.give(tellings[last])

    def _time(self, tellings: dict[int, Telling]) -> None:
        """Whether each is told from a country where it is a day later than at the place."""
        placed = [telling for telling in tellings.values() if telling.lands]
        if not placed:
            return
        if not self._zones:
            self._zones = dict(self.ask("select country, utc_hours from zones"))
        hours = {row[0]: row[1] for row in self.named("publishers", {telling.document for telling in placed})}
        for telling in placed:
            here = hours.get(telling.document)
            there = [self._zones[land] for land in telling.lands if land in self._zones]
            telling.is_later = here is not None and bool(there) and here - min(there) >= _FAR


class _Names:
    """The names of one claim, by what they are. Only countries that are known as states count as such."""

    def __init__(self, states: Container[str], same: dict[frozenset[Any], frozenset[Any]]) -> None:
        self._known = states
        self._same = same
        self._slots: dict[str, list[Any]] = {}

    def take(self, role: str, referent: int, kind: str | None, country: str | None) -> None:
        """One argument."""
        slots = self._slots
        if role in _PARTIES:
            if kind == "person":
                slots.setdefault("people", []).append((referent, country or ""))
            elif kind is None:
                slots.setdefault("unknown", []).append(referent)
            elif kind != "state":
                slots.setdefault("bodies", []).append(referent)
            if country in self._known and (kind == "person" or kind == "state" or kind == "organisation"):
                slots.setdefault("states", []).append(country)
        elif role == "place":
            if kind != "state":
                slots.setdefault("places", []).append(referent)
            if country in self._known:
                slots.setdefault("lands", []).append(country)
        elif role == "witness":
            if kind == "person":
                slots.setdefault("watchers", []).append((referent, country or ""))
        elif referent > 0:
            slots.setdefault("series" if role == "framework" else "instruments", []).append(referent)

    def give(self, telling: Telling) -> None:
        """What was taken, to the claim; then there is nothing any more."""
        for slot, values in self._slots.items():
            named = frozenset(values)
            setattr(telling, slot, self._same.setdefault(named, named))
        self._slots = {}


@cache
def sql(name: str) -> str:
    """The text of db/gather/`name`.sql."""
    return (DB / "gather" / f"{name}.sql").read_text("utf-8")


def _days(first: int | None, last: int | None) -> str:
    """The days as SQL compares them; '' where there are none."""
    if first is None or last is None:
        return ""
    return f"{date.fromordinal(first).isoformat()}/{date.fromordinal(last).isoformat()}"


def _slice(document: int, first: str | None, last: str | None) -> Slice:
    return (document, None, None) if first is None or last is None else (document, _ordinal(first), _ordinal(last))


def _telling(row: list[Any]) -> Telling:
    id_, key, document, kind, phase, polarity, first, last, quantity, event = row
    ordinal = int(quantity) if quantity is not None and len(quantity) < 5 and quantity.isdecimal() else None
    _, begin, end = _slice(document, first, last)
    return Telling(id_, key, document, intern(kind), intern(phase), polarity == "+", begin, end, ordinal, event)


@lru_cache(maxsize=1 << 16)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@lru_cache(maxsize=4096)
def _month_of(name: str) -> frozenset[tuple[int, int, bool]]:
    """The month that an event's name ends with, as names of events do: "Camp David summit, August 2023"."""
    found = set()
    for one in dates_in(name, "en", Anchor(None)):
        first, last = bounds(one.edtf)
        if first and last:
            found.add((_ordinal(first), _ordinal(last), False))
    return frozenset(found)
