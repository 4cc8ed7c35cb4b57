"""What speaks for and against an account and an event being one: the table of points, thing by thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.identity.occasions import Occasion
from claims.identity.scoring import ENOUGH, profile_of, score

DAY = date(2021, 5, 3).toordinal()
JP, NO, SE = (frozenset({state}) for state in ("JP", "NO", "SE"))


def told(**fields: Any) -> Occasion:
    """A meeting of nobody on the day; numbers stand for names."""
    return Occasion(**{"document": 1, "kind": "meet", "first": DAY, "last": DAY, **fields})


def people(*numbers: int, country: str = "") -> frozenset[tuple[int, str]]:
    return frozenset((number, country) for number in numbers)


def bodies(*numbers: int) -> frozenset[int]:
    return frozenset(numbers)


#: What both, the account and the event tell; the points beside those for the same kind (1) and day (3); a reason.
IN_COMMON: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any], float, str]] = {
    "nothing": ({}, {}, {}, 0, "the same day"),
    "one of two people": ({}, {"people": people(1)}, {"people": people(1, 2)}, 2, "1 person in common"),
    "two people": ({"people": people(1, 2)}, {}, {}, 4, "2 people in common"),
    "five people count as four": ({"people": people(1, 2, 3, 4, 5)}, {}, {}, 8, "5 people in common"),
    "one who looked on": ({}, {"watchers": people(1)}, {"people": people(1)}, 1, "1 who were there too"),
    "three who looked on count as two": ({"watchers": people(1, 2, 3)}, {}, {}, 2, "3 who were there too"),
    "a body": ({"bodies": bodies(1)}, {}, {}, 1.5, "1 body in common"),
    "two bodies": ({"bodies": bodies(1, 2)}, {}, {}, 3, "2 bodies in common"),
    "four bodies": ({"bodies": bodies(1, 2, 3, 4)}, {}, {}, 4, "4 bodies in common"),
    "two states": ({"states": JP | NO}, {}, {}, 2, "2 states in common"),
    "states of people in common": ({"people": people(1, 2), "states": JP}, {}, {}, 4, "2 people in common"),
    "a state that is new": ({}, {"states": JP | SE}, {"states": JP | NO}, 1 - 1.5 - 1, "1 state in common"),
    "a stranger": ({}, {"people": people(1, 3)}, {"people": people(1, 2)}, 2 - 2, "1 person in common"),
    "a stranger of one's country": (
        {}, {"people": people(1, 3, country="JP")}, {"people": people(1, 2, country="JP")}, 2 - 1.5, "1 person in common",
    ),
    "a stranger of a state that is named": (
        {"series": bodies(7)},
        {"people": people(1) | people(3, country="NO")},
        {"people": people(1, 2), "states": NO},
        3 + 2,
        "1 person in common",
    ),
    "somebody unknown": (
        {}, {"people": people(1), "unknown": bodies(9)}, {"people": people(1, 2)}, 2 - 2, "1 person in common",
    ),
    "three, not two": ({}, {"people": people(1, 2, 3)}, {"people": people(1, 2)}, 4 - 2 - 3, "2 people in common"),
    "three, not two, in one series": (
        {"series": bodies(7)}, {"people": people(1, 2, 3)}, {"people": people(1, 2)}, 3 + 4 - 2, "the same series",
    ),
    "three, not two, of a series that the event has not": (
        {}, {"people": people(1, 2, 3), "series": bodies(7)}, {"people": people(1, 2)}, 4 - 2 - 3 - 1, "2 people in common",
    ),
    "three, not two, of another series": (
        {}, {"people": people(1, 2, 3), "series": bodies(7)}, {"people": people(1, 2), "series": bodies(8)}, 4 - 2 - 3 - 3,
        "another series",
    ),
    "three, not two, of one instrument": (
        {"instruments": bodies(6)}, {"people": people(1, 2, 3)}, {"people": people(1, 2)}, 4 - 2 + 3, "the same instrument",
    ),
    "three, not two, of an instrument that the event has not": (
        {}, {"people": people(1, 2, 3), "instruments": bodies(6)}, {"people": people(1, 2)}, 4 - 2 - 3, "2 people in common",
    ),
    "two, not three": ({}, {"people": people(1, 2)}, {"people": people(1, 2, 3)}, 4 - 3, "2 people in common"),
    "two, not four": ({}, {"people": people(1, 2)}, {"people": people(1, 2, 3, 4)}, 4 - 6, "2 people in common"),
    "one, who says nothing of how many": ({}, {"people": people(1)}, {"people": people(1, 2, 3)}, 2, "1 person in common"),
    "two states, not three": ({}, {"states": JP | NO}, {"states": JP | NO | SE}, 2 - 3 - 1, "2 states in common"),
    "a pair, told with their states": (
        {"people": people(1, country="JP") | people(2, country="NO")}, {"states": JP | NO}, {}, 4, "2 people in common",
    ),
    "one who looked on there and took part here": (
        {}, {"people": people(1)}, {"watchers": people(1)}, 1, "1 who were there too",
    ),
    "a stranger of a country that the event names nowhere": (
        {"series": bodies(7)}, {"people": people(1) | people(3, country="NO")}, {"people": people(1, 2)}, 3 + 2 - 2, "1 person in common",
    ),
    "somebody unknown beside a body": (
        {"bodies": bodies(5)}, {"unknown": bodies(9)}, {"people": people(1, 2)}, 1.5, "1 body in common",
    ),
    "five states count as four": (
        {"states": frozenset({"A", "B", "C", "D", "E"})}, {}, {}, 4, "5 states in common",
    ),
    "three states that it leaves out count as two": (
        {}, {"states": JP | NO}, {"states": JP | NO | SE | frozenset({"A", "B"})}, 2 - 2 - 9, "2 states in common",
    ),
    "one state says nothing of the others": ({}, {"states": JP}, {"states": JP | NO}, 1, "1 state in common"),
    "the series": ({"series": bodies(7)}, {}, {}, 3, "the same series"),
    "another series": ({}, {"series": bodies(7)}, {"series": bodies(8)}, -3, "another series"),
    "a series that the event has not": ({}, {"series": bodies(7)}, {}, -1, "the same day"),
    "its number": ({"series": bodies(7), "ordinals": bodies(4)}, {}, {}, 6, "number 4 in both"),
    "another number": (
        {"series": bodies(7)}, {"ordinals": bodies(5)}, {"ordinals": bodies(4)}, 3 - 3, "number 5 for 4",
    ),
    "a number without a series": ({"ordinals": bodies(4)}, {}, {}, 1, "number 4 in both"),
    "another number without a series": ({}, {"ordinals": bodies(5)}, {"ordinals": bodies(4)}, -2, "number 5 for 4"),
    "the instrument": ({"instruments": bodies(6)}, {}, {}, 3, "the same instrument"),
    "another instrument": ({}, {"instruments": bodies(6)}, {"instruments": bodies(5)}, -2, "another instrument"),
    "the place": ({"places": bodies(1), "lands": NO}, {}, {}, 1.5, "the same place"),
    "another place in the country": (
        {"lands": NO}, {"places": bodies(1)}, {"places": bodies(2)}, -1, "another place in the same country",
    ),
    "the country": ({"lands": NO}, {}, {"places": bodies(2)}, 0.5, "the same country"),
    "another country": ({}, {"lands": NO}, {"lands": SE}, -2, "another place"),
    "a place that the event does not tell": ({}, {"lands": NO}, {}, 0, "the same day"),
}  # fmt: skip


@pytest.mark.parametrize("name", IN_COMMON)
def test_points_of_what_is_told(name: str) -> None:
    both, mine, known, points, reason = IN_COMMON[name]
    found = score(told(**both | mine), profile_of("meet", [told(**both | known, document=2)]))
    assert found.points == pytest.approx(1 + 3 + points)
    assert reason in found.reasons


#: kind of the account, of the event, what the account tells -> points for the kind.
KINDS = [
    ("meet", "meet", {}, 1),
    ("visit", "meet", {}, -5),
    ("establish", "meet", {}, -2),
    ("meet", "establish", {}, -2),
    ("attend", "meet", {}, 0),
    ("rank", "meet", {"series": bodies(7)}, 1),
    ("rank", "sign", {"series": bodies(7)}, 0),
]


@pytest.mark.parametrize(("kind", "other", "fields", "points"), KINDS)
def test_points_of_the_kind(kind: str, other: str, fields: dict[str, Any], points: float) -> None:
    found = score(told(kind=kind, **fields), profile_of(other, [told(kind=other, **fields)]))
    assert found.points == points + 3 + (3 if fields else 0)


#: days from the event's to the account's, how much is sure (people: the same pair; number: the series' number) -> points.
DAYS = [
    (0, 0, "", 3.0), (0, 4, "", 1.5), (0, 31, "", 1.5), (0, 32, "", -2.0), (1, 0, "", -2.0), (2, 0, "", -2.5), (3, 0, "", -3.0),
    (4, 0, "", -3.0), (7, 0, "", -3.0), (8, 0, "", -8.0), (1, 0, "people", 1.0), (2, 0, "people", 0.5), (3, 0, "people", 0.0),
    (4, 0, "people", -3.0), (8, 0, "people", -8.0), (8, 0, "number", -4.0), (-1, 0, "people", 1.0), (-8, 0, "number", -4.0),
]  # fmt: skip


@pytest.mark.parametrize(("apart", "width", "sure", "points"), DAYS)
def test_points_of_the_day(apart: int, width: int, sure: str, points: float) -> None:
    fields: dict[str, Any] = {"people": people(1, 2)} if sure == "people" else {}
    if sure == "number":
        fields = {"series": bodies(7), "ordinals": bodies(4)}
    known = profile_of("meet", [told(**fields)])
    found = score(told(first=DAY + apart, last=DAY + apart + width, **fields), known)
    assert found.points - score(told(**fields), known).points == pytest.approx(points - 3)


def test_one_person_alone_makes_no_day_sure() -> None:
    known = profile_of("meet", [told(people=people(1))])
    later = score(told(first=DAY + 1, last=DAY + 1, people=people(1)), known)
    assert later.points - score(told(people=people(1)), known).points == -2.0 - 3.0


def test_a_day_later_where_it_is_a_day_later_is_nearly_the_same() -> None:
    known = profile_of("meet", [told()])
    later = score(told(first=DAY + 1, last=DAY + 1, is_later=True), known)
    assert later.points == 1 + 2.5
    assert score(told(first=DAY - 1, last=DAY - 1, is_later=True), known).points == 1 - 2.0


def test_no_day_costs_nothing_only_where_the_number_tells() -> None:
    numbered: dict[str, Any] = {"series": bodies(7), "ordinals": bodies(4)}
    found = score(told(first=None, last=None, **numbered), profile_of("meet", [told(**numbered)]))
    assert (found.points, "no day to compare" in found.reasons) == (1 + 6, True)
    assert score(told(first=None, last=None), profile_of("meet", [told()])).points == 1 - 2


@pytest.mark.parametrize(
    ("sizes", "mine", "points"),
    [
        ([(1, 2, 3)], (1, 2), -3), ([(1, 2, 3), (1, 2)], (1, 2), 0), ([(1, 2, 3), (1, 2, 3, 4)], (1, 2), -3),
        ([(1,)], (1, 2), 0),  # who names one says nothing of how many
    ],
)  # fmt: skip
def test_of_several_accounts_the_one_of_as_many_counts(
    sizes: list[tuple[int, ...]], mine: tuple[int, ...], points: float
) -> None:
    known = profile_of("meet", [told(people=people(*some), document=2 + at) for at, some in enumerate(sizes)])
    strangers = -2.0 * len(set(mine) - {number for some in sizes for number in some})
    common = 2 * len({number for some in sizes for number in some} & set(mine))
    assert score(told(people=people(*mine)), known).points == 1 + 3 + common + strangers + points


def test_how_many_took_part_says_nothing_of_what_is_no_happening() -> None:
    known = profile_of("meet", [told(people=people(1, 2, 3))])
    assert score(told(kind="attend", people=people(1, 2)), known).points == 0 + 3 + 4


def test_a_pair_on_the_day_is_enough_and_not_with_a_third() -> None:
    known = profile_of("meet", [told(people=people(1, 2))])
    assert score(told(people=people(1, 2)), known).points >= ENOUGH
    assert score(told(people=people(1, 2, 3)), known).points < ENOUGH
