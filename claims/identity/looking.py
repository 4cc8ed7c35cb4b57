"""Occasions that gathering looks at, and where they and what follows them belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claims.identity.following import follow, is_undated, may_follow
from claims.identity.matching import Group, Matcher, Placed, groups
from claims.identity.occasions import Occasion, Slice
from claims.identity.reading import Reader
from claims.identity.slices import Slices, parts


class Look:
    """What is looked at: `active` occasions, with all that they can be compared with in `matcher`.

    `scope`: the claims that may have been placed before, of which the placements are to be put right. `touched`: slices
    in which something changed, in the documents `whole` everything, as claims without a day may belong to any account.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.matcher = Matcher()
        self.slices = Slices(reader, self._add)
        self.active: list[Occasion] = []
        self.scope: set[int] = set()
        self.touched: set[Slice] = set()
        self.is_all = False  # else what was read of documents is kept
        self._placed: dict[str, Placed] = {}  # by key of the occasion, of those that are placed
        self._edges: dict[str, list[Occasion]] = {}  # by key too

    def _add(self, one: Occasion) -> None:
        self.matcher.add(one)

    def place_on_known(self, one: Occasion) -> bool:
        """Find the known event that the occasion fits; whether there is one."""
        placed = self.matcher.on_known(one)
        if placed is not None:
            self._placed[one.key] = placed
        return placed is not None

    def find_near(self, one: Occasion) -> list[Occasion]:
        """The others that may be the same, for one that no known event takes."""
        near = self.matcher.near(one)
        if near:
            self._edges[one.key] = near
        return near

    def is_placed(self, one: Occasion) -> bool:
        """Whether it is on an event."""
        return one.key in self._placed

    def put_together(self) -> None:
        """Put accounts that no known event takes on new ones, within what is bound by likeness."""
        for group, reasons in self._groups():
            for account in group.accounts:
                self._placed[account.key] = Placed(group, reasons[account.key])

    def desired(self, were: set[int]) -> dict[int, Placed]:
        """Where claims belong, those of accounts and those that follow them; others of `scope` belong nowhere.

        `were`: documents of which claims were placed before.
        """
        desired: dict[int, Placed] = {}
        for one in self.active:
            placed = self._placed.get(one.key)
            if placed is not None:
                desired |= dict.fromkeys(one.claims, placed)
        active = {one.key for one in self.active}
        days: dict[int, set[Slice]] = defaultdict(set)
        for one in self.active:
            if self.is_placed(one) or one.document in were:
                days[one.document].add(one.slice)
        for place in self.touched:
            if place[0] in were:
                days[place[0]].add(place)
        for some in parts(sorted(days)):
            for claim, account in self._following({document: days[document] for document in some}):
                if account is None or account.key in active:  # else it stays with an account that stays
                    self.scope.add(claim)
                placed = None if account is None or account.key not in active else self._placed.get(account.key)
                if account is not None and placed is not None:
                    desired[claim] = Placed(placed.event, f"told of the day of {account.key}, which is on it")
            if self.is_all:
                self.slices.forget()
        return desired

    def _following(self, days: dict[int, set[Slice]]) -> list[tuple[int, Occasion | None]]:
        """What else these documents say on these days, and on none, with the account to which each such claim belongs."""
        followers = self.reader.followers(place for places in days.values() for place in places)
        whole = {document for document, told in followers.items() if any(is_undated(one.telling) for one in told)}
        self.slices.read_whole(whole)
        self.slices.read(place for document in followers.keys() - whole for place in days[document])
        accounts = {
            document: self.slices.free(self.slices.of([document]) if document in whole else days[document])
            for document in followers
        }
        starts = self.reader.starts(claim for some in accounts.values() for one in some for claim in one.claims)
        found: list[tuple[int, Occasion | None]] = []
        for document, told in followers.items():
            mine = {claim for one in accounts[document] for claim in one.claims}
            others = [one for one in told if one.telling.id not in mine and may_follow(one.telling)]
            chosen = follow(others, accounts[document], starts)
            found += [(one.telling.id, chosen.get(one.telling.id)) for one in others]
        return found

    def _groups(self) -> Iterable[tuple[Group, dict[str, str]]]:
        """Accounts that no known event takes, put together within what is bound by likeness."""
        seen: set[str] = set()
        for one in self.active:
            if self.is_placed(one) or one.key in seen:
                continue
            bound, waiting = [], [one]
            seen.add(one.key)
            while waiting:
                bound.append(waiting.pop())
                for other in self._edges.get(bound[-1].key, ()):
                    if not self.is_placed(other) and other.key not in seen:
                        seen.add(other.key)
                        waiting.append(other)
            if len(bound) > 1:
                yield from groups(bound)
