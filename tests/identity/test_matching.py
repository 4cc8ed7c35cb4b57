"""Accounts find the event that they clearly fit, and each other, by what they have in common near their days."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from claims.identity.matching import Matcher, groups
from claims.identity.occasions import Occasion
from claims.identity.scoring import Profile, profile_of

DAY = date(2021, 5, 14).toordinal()
ANN, BEA, CAY = ((number, "") for number in range(1, 4))


def names(*some: Any) -> frozenset[Any]:
    return frozenset(some)


def told(document: int = 1, **fields: Any) -> Occasion:
    """A meeting of Ann and Bea on the day, as a document tells it."""
    known: dict[str, Any] = {
        "people": names(ANN, BEA),
        "first": DAY,
        "last": DAY,
        "key": f"k{document}",
        "positive": True,
    }
    return Occasion(**{"document": document, "kind": "meet", "claims": (document,), **known, **fields})


def knowing(**events: Occasion) -> Matcher:
    """A matcher of events e1, e2 ... with an account of each."""
    matcher = Matcher()
    for name, account in events.items():
        matcher.know(int(name[1:]), profile_of(account.kind, [account]), [account])
    return matcher


def found(matcher: Matcher, one: Occasion) -> int | None:
    placed = matcher.on_known(one)
    if placed is None:
        return None
    assert isinstance(placed.event, int)
    return placed.event


def test_the_event_that_it_fits_clearly_best() -> None:
    other = told(people=names(ANN, CAY))
    assert found(knowing(e1=told(), e2=other), told(2)) == 1
    assert found(knowing(e1=told(), e2=told(3)), told(2)) is None  # two fit as well
    assert found(knowing(e1=told()), told(2, people=names(CAY))) is None


def test_what_lies_a_point_behind_leaves_it_clear_and_less_does_not() -> None:
    place: dict[str, Any] = {"places": names(4), "lands": names("NO")}
    near = told(3, places=names(5), lands=names("NO"))  # 2.5 points behind
    land = told(3, lands=names("NO"))  # 1 point behind
    assert found(knowing(e1=told(**place), e2=near), told(2, **place)) == 1
    assert found(knowing(e1=told(**place), e2=land), told(2, **place)) == 1
    assert found(knowing(e1=land, e2=told(3)), told(2, **place)) is None  # half a point


def test_the_reason_tells_the_points_of_both() -> None:
    placed = knowing(e1=told(), e2=told(first=DAY + 2, last=DAY + 2)).on_known(told(2))
    assert placed is not None
    assert placed.why == "2 people in common, the same day: 8 points, the next event 5.5"
    alone = knowing(e1=told()).on_known(told(2))
    assert alone is not None
    assert alone.why == "2 people in common, the same day: 8 points"


#: What an account tells beside Ann and Bea, or otherwise; what the event's tells; whether it is looked at.
SEEN: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "two people": ({}, {}, True),
    "two people a week off": ({"first": DAY + 7, "last": DAY + 7}, {}, True),
    "two people half a year off": ({"first": DAY + 180, "last": DAY + 180}, {}, False),
    "two months told": ({"last": DAY + 62}, {}, True),
    "more than two months told": ({"last": DAY + 63}, {}, False),
    "a person and a body": ({"people": names(ANN), "bodies": names(8)}, {"people": names(ANN), "bodies": names(8)}, True),
    "one person alone": ({"people": names(ANN)}, {"people": names(ANN)}, False),
    "one person in a country": (
        {"people": names(ANN), "lands": names("NO")}, {"people": names(ANN), "lands": names("NO")}, True,
    ),
    "one person in a country the day after": (
        {"people": names(ANN), "lands": names("NO"), "first": DAY + 1, "last": DAY + 1},
        {"people": names(ANN), "lands": names("NO")}, True,
    ),
    "one person in a country two days after": (
        {"people": names(ANN), "lands": names("NO"), "first": DAY + 2, "last": DAY + 2},
        {"people": names(ANN), "lands": names("NO")}, False,
    ),
    "two states on the day": (
        {"people": names(), "states": names("JP", "NO")}, {"people": names(), "states": names("JP", "NO")}, True,
    ),
    "two states the day before": (
        {"people": names(), "states": names("JP", "NO"), "first": DAY - 1, "last": DAY - 1},
        {"people": names(), "states": names("JP", "NO")}, True,
    ),
    "two states two days after": (
        {"people": names(), "states": names("JP", "NO"), "first": DAY + 2, "last": DAY + 2},
        {"people": names(), "states": names("JP", "NO")}, False,
    ),
    "two states in a week": (
        {"people": names(), "states": names("JP", "NO"), "last": DAY + 7},
        {"people": names(), "states": names("JP", "NO")}, True,
    ),
    "two states in more than a week": (
        {"people": names(), "states": names("JP", "NO"), "last": DAY + 8},
        {"people": names(), "states": names("JP", "NO")}, False,
    ),
    "states of an event that has people": (
        {"people": names(), "states": names("JP", "NO")}, {"states": names("JP", "NO")}, True,
    ),
    "one guest of a visit": (
        {"people": names(ANN), "lands": names("NO")}, {"kind": "visit", "lands": names("NO")}, True,
    ),
    "one guest of a meeting": ({"people": names(ANN), "lands": names("NO")}, {"lands": names("NO")}, False),
    "the series without a day": (
        {"people": names(), "first": None, "last": None, "series": names(5)}, {"people": names(), "series": names(5)}, True,
    ),
    "the instrument without a day": (
        {"people": names(), "first": None, "last": None, "instruments": names(6)},
        {"people": names(), "instruments": names(6)}, True,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_which_events_an_account_is_compared_with(name: str) -> None:
    mine, known, is_seen = SEEN[name]
    matcher = knowing(e1=told(**known))
    seen: list[Profile] = []
    profile = matcher.events[1]

    class Noting(dict[int, Profile]):
        def __getitem__(self, event: int) -> Profile:
            seen.append(profile)
            return profile

    matcher.events = Noting({1: profile})
    matcher.on_known(told(2, **mine))
    assert bool(seen) == is_seen


def test_accounts_find_each_other_but_not_in_one_document() -> None:
    matcher = Matcher()
    one, other, same, far = told(1), told(2), told(1, key="k1b"), told(3, first=DAY + 8, last=DAY + 8)
    for account in (one, other, same, far):
        matcher.add(account)
    assert matcher.near(one) == [other]
    assert matcher.near(other) == [one, same]
    assert matcher.near(far) == []


def test_who_finds_the_other_is_found_by_it() -> None:
    """One that names states alone looks for them; one that names two bodies is found by its states and does not."""
    matcher = Matcher()
    states: dict[str, Any] = {"people": names(), "states": names("JP", "NO")}
    one, other = told(1, bodies=names(7, 8), **states), told(2, bodies=names(7), **states)
    for account in (one, other):
        matcher.add(account)
    assert (matcher.near(one), matcher.near(other)) == ([other], [one])
    assert matcher.beside([one], ()) == [one, other]


def test_accounts_of_a_series_find_each_other_whatever_the_day() -> None:
    matcher = Matcher()
    numbered: dict[str, Any] = {"series": names(5), "ordinals": names(4)}
    one, other, same = (
        told(1, **numbered),
        told(2, first=DAY + 9, last=DAY + 9, **numbered),
        told(1, key="z", **numbered),
    )
    for account in (one, other, same):
        matcher.add(account)
    assert matcher.near(one) == [other, same]


def grouped(*accounts: Occasion) -> list[set[str]]:
    """The keys of accounts by group, the same in every order."""
    made = [{account.key for account in group.accounts} for group, _ in groups(accounts)]
    for seed in range(3):
        mixed = random.Random(seed).sample(accounts, len(accounts))
        assert [{account.key for account in group.accounts} for group, _ in groups(mixed)] == made
    return made


def test_a_group_is_of_two_documents_and_begun_by_what_took_place() -> None:
    assert grouped(told(1), told(2), told(3)) == [{"k1", "k2", "k3"}]
    assert grouped(told(1)) == []
    assert grouped(told(1, positive=False), told(2, positive=False)) == []
    assert grouped(told(1), told(2, positive=False)) == [{"k1", "k2"}]
    assert grouped(told(1), told(2, people=names(CAY))) == []


def test_an_account_joins_no_group_that_its_own_document_tells_of_apart() -> None:
    third = told(1, key="k9")
    assert grouped(told(1), told(2), third) == [{"k1", "k2"}]
    series: dict[str, Any] = {"series": names(5)}
    assert grouped(told(1, **series), told(2, **series), told(1, key="k9", **series)) == [{"k1", "k2", "k9"}]


def test_the_narrowest_day_comes_first() -> None:
    """Two meetings of a month: the account of the month fits both, and is put with neither."""
    later = {"first": DAY + 14, "last": DAY + 14}
    month = told(5, first=DAY - 13, last=DAY + 17, key="a")
    met = (told(1), told(2), told(3, **later), told(4, **later), month)
    assert grouped(*met) == [{"k1", "k2"}, {"k3", "k4"}]
