"""Which meeting is which: claims that name no event, placed on the one that they clearly speak of.

A placement is a row with its reason, and it can be taken back. What gathering places follows from the claims that are held
and from what records and people say: it is the same whatever came first, and is looked at again where a load changes
something near. A person's word stands over it, and a claim of which a placement was taken back is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import count

from sqlalchemy import Connection

from claims.identity.following import follow
from claims.identity.matching import AROUND, Group, Matcher, Placed, groups
from claims.identity.occasions import Occasion, Telling, occasions
from claims.identity.placing import Gathered, Placer
from claims.identity.reading import Reader, sql
from claims.identity.sharing import Sharing
from claims.records import Placement

#: Changed when gathering places otherwise than before: the next load then looks at every claim again.
RULE = 1
_WIDE = 62
_AT_ONCE = 50  # documents whose claims are read together: what is made of them is smaller
_WANTED = "seeker integer, referent_id integer, since text, until text, from_day text, weight integer"


def gather(connection: Connection, claims: Collection[int], new: range, events: Iterable[int], now: str) -> Gathered:
    """Place what these claims, those of the ids in `new`, and these events bring together, in the transaction that is open.

    All claims are looked at where no load by this rule has done so yet, and where most are new.
    """
    changed = set(events)
    is_done = connection.exec_driver_sql("select edition from gathered").scalar() == RULE
    if is_done and not claims and not new and not changed:
        return Gathered()
    (held,) = connection.exec_driver_sql("select max(id) from claims").one()
    everything = not is_done or (len(claims) + len(new)) * 4 > (held or 0)
    gathering = _Gathering(connection, now)
    if everything:
        gathering.all()
    else:
        gathering.around({*claims, *new}, changed)
    if not is_done:
        connection.exec_driver_sql("delete from gathered")
        connection.exec_driver_sql("insert into gathered (edition) values (?)", (RULE,))
    return gathering.write()


def taken_back(connection: Connection, now: str) -> list[Placement]:
    """The records, to be loaded, by which every placement that gathering made and that stands is withdrawn."""
    rows = connection.exec_driver_sql(sql("standing")).mappings()
    return [Placement(**row, withdrawn_at=now) for row in rows]


def made_again(connection: Connection) -> list[Placement]:
    """The records, to be loaded, of the placements by gathering that were taken back, of claims that are placed nowhere."""
    rows = connection.exec_driver_sql(sql("undone")).mappings()
    return [Placement(**row) for row in rows]


class _Gathering:
    """What is read of the database, as far as a change reaches, and where its claims belong."""

    def __init__(self, connection: Connection, now: str) -> None:
        self._connection = connection
        self._reader = Reader(connection)
        self._placer = Placer(connection, self._reader, now)
        self._matcher = Matcher()
        self._free: dict[int, list[Occasion]] = {}  # by document
        self._anchored: dict[int, list[Occasion]] = {}
        self._placed: dict[str, Placed] = {}  # by key of the occasion, of those that are placed
        self._edges: dict[str, list[Occasion]] = {}  # by key too
        self._events: set[int] = set()
        self._stand: dict[int, int] = {}  # claim -> the event on which gathering placed it
        self._looked: set[int] = set()
        self._scope: set[int] = set()  # claims that may have been placed before
        self._active: list[Occasion] = []
        self._is_all = False  # else what was read of documents is kept

    def all(self) -> None:
        """Look at every claim, twice: of what they tell, only what may be of one happening with another stays in memory."""
        self._is_all = True
        documents = [row[0] for row in self._reader.ask("select id from documents order by id")]
        with Sharing(self._connection).begun() as sharing:
            self._know_all(documents, sharing)
            shared = sharing.shared(self._reader)
        numbers = count(1)
        for _, free, _ in self._told(documents):
            for one, number in zip(free, numbers, strict=False):
                placed = self._matcher.on_known(one)
                if placed is not None:
                    self._placed[one.key] = placed
                elif number in shared:
                    self._matcher.add(one)
                else:
                    continue
                self._active.append(one)
        for one in self._active:
            if one.key not in self._placed:
                self._find_near(one)
        self._matcher = Matcher()  # nothing is compared any more: its index of a large database is as large as all else
        standing = self._reader.ask("select claim_id from placements where who = 'gather' and withdrawn_at is null")
        self._scope |= {row[0] for row in standing}

    def _know_all(self, documents: list[int], sharing: Sharing) -> None:
        """Every event with all its accounts; what names none is only counted, and what it shares with others."""
        events = {row[0] for row in self._reader.ask("select id from events")}
        self._events |= events
        for event, profile in self._reader.events(events, events).items():
            self._matcher.know(event, profile, ())
        undated = set(self._matcher.events)
        for _, free, anchored in self._told(documents):
            for one in (one for told in anchored for one in occasions(told)):
                known = self._matcher.events.get(one.event or 0)
                if known is not None:
                    known.learn(one)
                    self._matcher.know(one.event or 0, known, (one,))
                    if one.first is not None:
                        undated.discard(one.event or 0)
            for one in free:
                sharing.add(one)
        for event, named in self._reader.events(undated, ()).items():
            self._matcher.events[event].days |= named.days

    def around(self, claims: set[int], events: set[int]) -> None:
        """Look at these claims and events, and at all that they can be compared with, however far that reaches."""
        self._scope |= claims
        rows = self._reader.named("documents", claims)
        named = events | {row[1] for row in rows} - {None}
        documents = {row[0] for row in rows}
        self._read(documents | self._companions(claims, named))
        waiting = [one for document in documents for one in self._free[document]]
        changed = [one for document in documents for one in self._anchored.get(document, ()) if one.event in named]
        changed += [one for telling in self._reader.gone(claims) for one in occasions([telling])]
        series = {row[0] for row in self._reader.named("series", events)}
        waiting += self._seek(changed, series)
        waiting += [one for one in self._everyone() if self._stands_on(one, named)]
        active: dict[str, Occasion] = {}
        while waiting:
            fresh = [one for one in waiting if one.key not in active]
            active |= {one.key: one for one in fresh}
            self._seek(fresh, set())
            waiting = []
            for one in fresh:
                waiting += self._compare(one)
            made = self._made_for(fresh)
            self._read(row[0] for row in self._reader.named("companions", made))
            waiting += [one for one in self._everyone() if self._stands_on(one, made)]
        self._active = list(active.values())
        self._scope |= {claim for one in self._active for claim in one.claims}

    def write(self) -> Gathered:
        """Put groups together, let the rest of each document follow, and write what differs from what stands."""
        for group, reasons in self._groups():
            for account in group.accounts:
                self._placed[account.key] = Placed(group, reasons[account.key])
        desired: dict[int, Placed] = {}
        for one in self._active:
            placed = self._placed.get(one.key)
            if placed is not None:
                desired |= dict.fromkeys(one.claims, placed)
        self._let_follow(desired)
        return self._placer.write(self._scope, desired)

    def _let_follow(self, desired: dict[int, Placed]) -> None:
        """Place what else the documents say of the days of the accounts that are placed, or that were."""
        active = {one.key for one in self._active}
        were = set() if self._is_all else self._placer.documents_of(self._scope)  # of all, what stands is in scope
        days: dict[int, list[tuple[int, int | None, int | None]]] = defaultdict(list)
        for one in self._active:
            if self._placed.get(one.key) is not None or one.document in were:
                days[one.document].append((one.document, one.first, one.last))
        for some in _parts(sorted(days)):
            accounts = {document: free for document, free, _ in self._told(some)} if self._is_all else self._free
            followers, starts = self._reader.followers(day for document in some for day in days[document])
            for document, told in followers.items():
                free = accounts.get(document, [])
                mine = {claim for one in free for claim in one.claims}
                others = [follower for follower in told if follower.telling.id not in mine]
                for claim, one in follow(others, free, starts).items():
                    placed = self._placed.get(one.key)
                    if one.key in active:
                        self._scope.add(claim)
                    if one.key in active and placed is not None:
                        desired[claim] = Placed(placed.event, f"told of the day of {one.key}, which is on it")

    def _compare(self, one: Occasion) -> list[Occasion]:
        """Find the known event that the occasion fits; else the others that may be the same, which are given."""
        placed = self._matcher.on_known(one)
        if placed is not None:
            self._placed[one.key] = placed
            return []
        return self._find_near(one)

    def _find_near(self, one: Occasion) -> list[Occasion]:
        near = self._matcher.near(one)
        if near:
            self._edges[one.key] = near
        return near

    def _groups(self) -> list[tuple[Group, dict[str, str]]]:
        """Accounts that no known event takes, put together within what is bound by likeness."""
        found = []
        seen: set[str] = set()
        for one in self._active:
            if self._placed.get(one.key) is not None or one.key in seen:
                continue
            bound, waiting = [], [one]
            seen.add(one.key)
            while waiting:
                bound.append(waiting.pop())
                for other in self._edges.get(bound[-1].key, ()):
                    if self._placed.get(other.key) is None and other.key not in seen:
                        seen.add(other.key)
                        waiting.append(other)
            if len(bound) > 1:
                found += groups(bound)
        return found

    def _read(self, documents: Iterable[int]) -> None:
        """What the claims of these documents tell, apart by the events that they name."""
        fresh = sorted(set(documents) - self._free.keys())
        self._free |= {document: [] for document in fresh}
        for document, free, anchored in self._told(fresh):
            self._free[document] = free
            self._anchored[document] = [one for told in anchored for one in occasions(told)]
            for one in free:
                self._matcher.add(one)

    def _told(self, documents: list[int]) -> Iterator[tuple[int, list[Occasion], list[list[Telling]]]]:
        """(document, what its claims tell that name no event, those that name one by events), some documents at a time."""
        for some in _parts(documents):
            for document, tellings in self._reader.tellings(some).items():
                by_event: dict[int | None, list[Telling]] = defaultdict(list)
                for telling in tellings:
                    by_event[telling.event].append(telling)
                yield document, occasions(by_event.pop(None, ())), [*by_event.values()]

    def _know(self, events: Iterable[int]) -> None:
        """These events, as records and people tell of them."""
        fresh = set(events) - self._events
        if not fresh:
            return
        self._events |= fresh
        self._read(row[0] for row in self._reader.named("accounts", fresh))
        accounts: dict[int, list[Occasion]] = defaultdict(list)
        for told in self._anchored.values():
            for one in told:
                if one.event in fresh:
                    accounts[one.event or 0].append(one)
        dated = {event for event, told in accounts.items() if any(one.first is not None for one in told)}
        for event, profile in self._reader.events(fresh, dated).items():
            for account in accounts[event]:
                profile.learn(account)
            self._matcher.know(event, profile, accounts[event])

    def _seek(self, ones: list[Occasion], series: set[int]) -> list[Occasion]:
        """Read all that shares names with these near their days, or is of their series; the free occasions among it."""
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
        rows = self._reader.named("documents", found)
        documents, named = {row[0] for row in rows}, {row[1] for row in rows}
        self._read(documents)
        self._know((events | named) - {None})
        return [
            one for document in documents for one in self._free[document] if any(claim in found for claim in one.claims)
        ]

    def _wanted(self, number: int, one: Occasion) -> list[tuple[int, int, str, str, str, int]]:
        if one.first is None or one.last is None or one.last - one.first > _WIDE:
            return []
        parties = {*one.bodies, *(name for name, _ in one.people)}
        rows = [(number, name, *_days(one, AROUND), 2 if len(parties) == 1 else 1) for name in parties]
        if one.last - one.first <= AROUND:
            states = [id_ for state in one.states for id_ in self._reader.state_ids[state]]
            rows += [(number, name, *_days(one, 1), 1) for name in states]
        return rows

    def _companions(self, claims: set[int], events: set[int]) -> set[int]:
        """The documents of what gathering placed on these events, and on those that it made for these claims."""
        made = {row[2] for row in self._reader.named("placements", claims) if row[4] is not None}
        return {row[0] for row in self._reader.named("companions", made | events)}

    def _made_for(self, ones: list[Occasion]) -> set[int]:
        """The events that gathering made, as far as it placed these on them."""
        rows = self._reader.named("placements", [claim for one in ones for claim in one.claims])
        self._stand |= {row[0]: row[2] for row in rows}
        return {row[2] for row in rows if row[4] is not None}

    def _everyone(self) -> list[Occasion]:
        """Every free occasion that was read, with where it stands."""
        fresh = [document for document in self._free if document not in self._looked]
        self._looked |= set(fresh)
        self._made_for([one for document in fresh for one in self._free[document]])
        return [one for free in self._free.values() for one in free]

    def _stands_on(self, one: Occasion, events: set[int]) -> bool:
        return any(self._stand.get(claim) in events for claim in one.claims)


def _parts(documents: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(documents), _AT_ONCE):
        yield documents[start : start + _AT_ONCE]


def _days(one: Occasion, around: int) -> tuple[str, str, str]:
    first, last = one.first or 1, one.last or 1
    days = (first - around - _WIDE, last + around, first - around)
    since, until, from_day = (date.fromordinal(max(1, day)).isoformat() for day in days)
    return since, until, from_day
