"""What else a document says of a happening: what was agreed, discussed or stated there, told of the day of its account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from claims.identity.occasions import HAPPENINGS, Occasion, Telling

#: Code points after an account in which a claim without a day may still speak of it.
_NEAR = 250
_THEN = ("discussed", "agreed", "occurred", "intended")
_MONTH = 31
_DAYS = 4


@dataclass(slots=True)
class Follower:
    """A claim that tells of no happening by itself. `start` is where it stands in the text, `basis` how its date is known."""

    telling: Telling
    basis: str
    start: int


def follow(followers: Iterable[Follower], accounts: Iterable[Occasion], starts: dict[int, int]) -> dict[int, Occasion]:
    """Claim id -> the account in the same document that it belongs to; a claim that none clearly takes is left out.

    `starts` says where the claims of the accounts stand in the text.
    """
    by_day: dict[tuple[int | None, int | None], list[Occasion]] = defaultdict(list)
    everyone: list[Occasion] = []
    for one in accounts:
        everyone.append(one)
        by_day[one.first, one.last].append(one)
    found: dict[int, Occasion] = {}
    for follower in followers:
        told = follower.telling
        if told.first is None or told.last is None:
            near = [one for one in everyone if 0 <= _behind(follower, one, starts) <= _NEAR] if is_undated(told) else []
        else:
            near = by_day.get((told.first, told.last), []) if told.last - told.first <= _MONTH else []
        fits = [(rank, one) for one in near if (rank := _fit(follower, one, starts)) is not None]
        if fits:
            found[told.id] = max(fits, key=lambda fit: (fit[0], fit[1].key))[1]
    return found


def may_follow(told: Telling) -> bool:
    """Whether the claim may belong to an account: to one of its days, or, where it tells none, to one that stands before it."""
    return told.first is not None or is_undated(told)


def is_undated(told: Telling) -> bool:
    """Whether the claim tells no day and yet may belong to an account that stands before it, of whatever day."""
    return told.first is None and told.phase in _THEN and told.kind not in HAPPENINGS


def _fit(follower: Follower, one: Occasion, starts: dict[int, int]) -> tuple[float, int, int] | None:
    """How well the claim fits the account, better first; None where something that it says keeps it from it."""
    told = follower.telling
    named = {*told.people, *told.bodies}
    common = named & {*one.people, *one.watchers, *one.bodies}
    states = told.states & one.states
    if _is_vague(one) and len(common) < 2 and len(states) < 2 and not told.series & one.series:
        return None
    if named and not common and not (states and not told.people) and told.kind != "attend":
        return None
    if told.states and one.states and not states:
        return None
    if told.first is None and not common and not states and (named or not told.unknown):
        return None
    if not named and not told.states and follower.basis not in ("", "inherited") and not told.series & one.series:
        return None
    points = 2.0 * len(common) - 1.5 * len(told.people - one.people)
    points -= 0.5 * len(one.people - told.people) if told.people else 0
    points += len(states) - len(told.states - one.states) + 3 * len(told.series & one.series)
    points -= 0.75 * len(one.states - told.states) if len(told.states) > 1 else 0
    points += 4 * len(told.instruments & one.instruments)
    behind = _behind(follower, one, starts)
    return points - (1.5 if behind < 0 else 0), int(behind >= 0), -abs(behind)


def _is_vague(one: Occasion) -> bool:
    return one.first is not None and one.last is not None and one.last - one.first > _DAYS


def _behind(follower: Follower, one: Occasion, starts: dict[int, int]) -> int:
    """Code points from the last claim of the account that stands before this one; below 0 where all stand after it."""
    at = [starts.get(claim, 0) for claim in one.claims]
    before = [start for start in at if start <= follower.start]
    return follower.start - max(before) if before else follower.start - min(at)
