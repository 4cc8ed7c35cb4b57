"""Which claims of one document tell of one happening, and which of several takes a claim that fits more than one."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from claims.identity.occasions import Occasion, Telling, _likeness, occasions

DAY = date(2021, 5, 3).toordinal()
ANN, BEA, CAY, DEE = ((number, "") for number in range(1, 5))


def told(id_: int, **fields: Any) -> Telling:
    """A meeting that took place on the day; numbers stand for names."""
    named: dict[str, Any] = {
        "id": id_,
        "key": f"k{id_}",
        "document": 1,
        "kind": "meet",
        "phase": "occurred",
        "positive": True,
    }
    return Telling(**named | {"first": DAY, "last": DAY} | fields)


def occasion(**fields: Any) -> Occasion:
    """A meeting on the day, of nobody."""
    known: dict[str, Any] = {"document": 1, "kind": "meet", "first": DAY, "last": DAY}
    return Occasion(**known | fields)


def together(*tellings: Telling) -> list[set[int]]:
    """The ids of claims by happening, the same in every order."""
    found = [set(one.claims) for one in occasions(tellings)]
    for seed in range(3):
        mixed = random.Random(seed).sample(tellings, len(tellings))
        assert [set(one.claims) for one in occasions(mixed)] == found
    return found


def people(*some: tuple[int, str]) -> frozenset[tuple[int, str]]:
    return frozenset(some)


def names(*some: Any) -> frozenset[Any]:
    return frozenset(some)


#: What a second claim says beside a meeting of Ann and Bea, and what that says too: whether it is of the same.
JOINS: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "the same people": ({"people": people(ANN, BEA)}, {}, True),
    "other people": ({"people": people(ANN, CAY)}, {}, False),
    "nobody": ({}, {}, True),
    "another day": ({"first": DAY + 1, "last": DAY + 1}, {}, False),
    "another kind": ({"kind": "sign", "people": people(ANN, BEA)}, {}, False),
    "another event": ({"event": 8}, {"event": 9}, False),
    "an event, where none was named": ({"event": 8}, {}, True),
    "the series": ({"series": names(5)}, {"series": names(5)}, True),
    "another series": ({"series": names(5)}, {"series": names(6)}, False),
    "another instrument": ({"instruments": names(5)}, {"instruments": names(6)}, False),
    "another number": ({"ordinal": 4}, {"ordinal": 3}, False),
    "the number": ({"ordinal": 4}, {"ordinal": 4}, True),
    "another country": ({"lands": names("NO")}, {"lands": names("SE")}, False),
    "the states, and no people": ({"states": names("JP")}, {"people": names(), "states": names("JP")}, True),
    "other states, and no people": ({"states": names("JP")}, {"people": names(), "states": names("NO")}, False),
    "who came, one of them": ({"kind": "attend", "people": people(BEA, CAY)}, {}, True),
    "who came, none of them": ({"kind": "attend", "people": people(CAY)}, {}, False),
    "who came, to a signing": ({"kind": "attend", "people": people(CAY)}, {"kind": "sign"}, True),
    "which number it was": ({"kind": "rank", "series": names(5)}, {"series": names(5)}, True),
    "of which series a meeting was": ({"kind": "rank", "series": names(5), "people": people(ANN)}, {}, True),
    "of which series a signing was": ({"kind": "rank", "series": names(5), "people": people(ANN)}, {"kind": "sign"}, False),
    "which number a signing was": ({"kind": "rank", "series": names(5)}, {"kind": "sign"}, False),
    "no people, one of its states": (
        {"kind": "attend", "states": names("JP")}, {"people": names(), "states": names("JP", "NO")}, True,
    ),
    "no people, another state": (
        {"kind": "attend", "states": names("JP", "SE")}, {"people": names(), "states": names("JP", "NO")}, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", JOINS)
def test_one_happening_or_two(name: str) -> None:
    second, first, is_one = JOINS[name]
    met = told(1, **{"people": people(ANN, BEA)} | first)
    assert together(met, told(2, **second)) == ([{1, 2}] if is_one else [*together(met), {2}])


def test_without_a_day_only_the_series_binds() -> None:
    nobody: dict[str, Any] = {"first": None, "last": None, "people": people(ANN, BEA)}
    assert together(told(1, **nobody), told(2, **nobody)) == [{1}, {2}]
    assert together(told(1, series=names(5), **nobody), told(2, series=names(5), **nobody)) == [{1, 2}]


def test_in_a_week_nobody_says_to_what_one_came() -> None:
    for width, is_one in ((4, True), (5, False)):
        days = {"first": DAY, "last": DAY + width}
        met, came = told(1, people=people(ANN, BEA), **days), told(2, kind="attend", people=people(ANN), **days)
        assert together(met, came) == ([{1, 2}] if is_one else [{1}, {2}])


#: Two happenings of one day, and a claim of who came that fits both: the one that takes it, 0 = neither clearly.
TAKES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], int]] = {
    "more of its people": (
        {"people": people(ANN, BEA)}, {"people": people(ANN, CAY)}, {"people": people(ANN, BEA)}, 1,
    ),
    "as many, and fewer whom it does not name": (
        {"people": people(ANN, BEA)}, {"people": people(ANN, CAY, DEE)}, {"people": people(ANN)}, 1,
    ),
    "as many of each": ({"people": people(ANN, BEA)}, {"people": people(ANN, CAY)}, {"people": people(ANN)}, 0),
    "a meeting before a visit": (
        {"kind": "visit", "people": people(ANN, BEA)}, {"people": people(ANN, CAY)}, {"people": people(ANN)}, 2,
    ),
    "the series": (
        {"people": people(ANN, BEA), "series": names(5)}, {"people": people(ANN, CAY)},
        {"people": people(ANN), "series": names(5)}, 1,
    ),
    "the series, before one of its people": (
        {"people": people(BEA), "series": names(5)}, {"people": people(ANN, DEE)}, {"people": people(ANN), "series": names(5)}, 1,
    ),
    "the instrument, before one of its people": (
        {"people": people(BEA, CAY), "instruments": names(6)}, {"people": people(ANN, DEE), "instruments": names(6)},
        {"people": people(ANN), "instruments": names(6)}, 2,
    ),
    "one person more, before two that it does not name": (
        {"people": people(ANN, BEA, CAY, DEE)}, {"people": people(ANN)}, {"people": people(ANN, BEA)}, 1,
    ),
    "a person, before two whom it does not name": (
        {"people": people(ANN, BEA, (5, ""), (6, ""))}, {"people": people(CAY)}, {"people": people(ANN, CAY)}, 2,
    ),
    "a meeting no more than a state": (
        {"kind": "sign", "states": names("JP", "NO")}, {"states": names("NO")}, {"states": names("NO")}, 2,
    ),
    "its states, where nobody is named": (
        {"states": names("JP", "NO")}, {"states": names("JP", "SE", "NO")}, {"states": names("SE")}, 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKES)
def test_which_of_two_takes_it(name: str) -> None:
    first, second, came, which = TAKES[name]
    found = together(told(1, **first), told(2, **second), told(3, kind="attend", **came))
    assert next(ids for ids in found if 3 in ids) - {3} == ({which} if which else set())


def test_who_only_came_looked_on() -> None:
    (one,) = occasions([told(1, people=people(ANN, BEA)), told(2, kind="attend", people=people(ANN, CAY))])
    assert (one.people, one.watchers, one.key) == (people(ANN, BEA), people(CAY), "k1")


@pytest.mark.parametrize(
    ("came", "met", "points"),
    [
        ({}, {}, 1), ({}, {"kind": "visit"}, 0), ({"series": names(5, 6)}, {"series": names(5, 6)}, 17),
        ({"instruments": names(5, 6)}, {"instruments": names(5, 6)}, 17), ({"people": people(ANN, BEA)}, {"people": people(ANN, BEA)}, 9),
        ({"people": people(ANN)}, {"people": people(ANN, BEA, CAY)}, 1), ({"people": people(ANN, BEA, CAY)}, {"people": people(ANN)}, 1),
        ({"states": names("JP", "NO")}, {"states": names("JP", "NO", "SE")}, 5),
    ],
)  # fmt: skip
def test_points_of_who_came_for_a_happening(came: dict[str, Any], met: dict[str, Any], points: int) -> None:
    assert _likeness(told(1, kind="attend", **came), occasion(**met)) == points


@pytest.mark.parametrize(
    ("met", "size"),
    [
        ({}, 0), ({"people": people(ANN, BEA)}, 2), ({"people": people(ANN), "unknown": names(7, 8)}, 3),
        ({"people": people((1, "JP")), "states": names("JP", "NO", "SE")}, 3), ({"bodies": names(7)}, 0),
    ],
)  # fmt: skip
def test_how_many_take_part(met: dict[str, Any], size: int) -> None:
    assert occasion(**met).size == size
