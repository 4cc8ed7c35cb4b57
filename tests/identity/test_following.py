"""What else a document says of a happening goes to the account that clearly takes it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from claims.identity.following import Follower, _fit, follow
from claims.identity.occasions import Occasion, Telling

DAY = date(2021, 5, 3).toordinal()
ANN, BEA, CAY = ((number, "") for number in range(1, 4))


def names(*some: Any) -> frozenset[Any]:
    return frozenset(some)


def account(id_: int, **fields: Any) -> Occasion:
    """A meeting of Ann and Bea on the day."""
    known: dict[str, Any] = {"people": names(ANN, BEA), "first": DAY, "last": DAY, "claims": (id_,), "key": f"k{id_}"}
    return Occasion(**{"document": 1, "kind": "meet", **known, **fields})


def agreed(start: int = 100, basis: str = "inherited", **fields: Any) -> Follower:
    """Claim 9, which says that Ann and Bea agreed on something that day; it stands at `start` in the text."""
    known: dict[str, Any] = {
        "id": 9,
        "key": "k9",
        "document": 1,
        "kind": "cooperate",
        "phase": "agreed",
        "positive": True,
    }
    known |= {"first": DAY, "last": DAY, "people": names(ANN, BEA)}
    return Follower(Telling(**known | fields), basis, start)


def taken(follower: Follower, *accounts: Occasion, starts: dict[int, int] | None = None) -> int | None:
    """The first claim of the account that takes it."""
    found = follow([follower], accounts, starts or {1: 0, 2: 50})
    return found[9].claims[0] if 9 in found else None


NO_DAY: dict[str, Any] = {"first": None, "last": None}
#: What the claim says otherwise, what the account tells otherwise, whether it takes it.
TAKES: dict[str, tuple[dict[str, Any], dict[str, Any], bool]] = {
    "the same people": ({}, {}, True),
    "one of them": ({"people": names(ANN)}, {}, True),
    "nobody of them": ({"people": names(CAY)}, {}, False),
    "nobody of them, of who came": ({"people": names(CAY), "kind": "attend"}, {}, True),
    "a body that is a party": ({"people": names(), "bodies": names(7)}, {"bodies": names(7)}, True),
    "a body of its state": (
        {"people": names(), "bodies": names(7), "states": names("NO")}, {"states": names("NO")}, True,
    ),
    "a person of its state": ({"people": names(CAY), "states": names("NO")}, {"states": names("NO")}, False),
    "another state": ({"states": names("SE")}, {"states": names("NO")}, False),
    "another day": ({"first": DAY + 1, "last": DAY + 1}, {}, False),
    "a month": ({"last": DAY + 31}, {"last": DAY + 31}, True),
    "more than a month": ({"last": DAY + 32}, {"last": DAY + 32}, False),
    "one of a vague account": ({"last": DAY + 5, "people": names(ANN)}, {"last": DAY + 5}, False),
    "two of a vague account": ({"last": DAY + 5}, {"last": DAY + 5}, True),
    "two states of a vague account": (
        {"last": DAY + 5, "people": names(), "states": names("JP", "NO")},
        {"last": DAY + 5, "people": names(), "states": names("JP", "NO")},
        True,
    ),
    "the series of a vague account": (
        {"last": DAY + 5, "people": names(ANN), "series": names(5)}, {"last": DAY + 5, "series": names(5)}, True,
    ),
    "one, in four days": ({"last": DAY + 4, "people": names(ANN)}, {"last": DAY + 4}, True),
    "no day, of them": (NO_DAY, {}, True),
    "no day, of nobody": (NO_DAY | {"people": names()}, {}, False),
    "no day, of somebody unknown": (NO_DAY | {"people": names(), "unknown": names(8)}, {}, True),
    "no day, only hoped for": (NO_DAY | {"phase": "expected"}, {}, False),
    "no day, of a meeting": (NO_DAY | {"kind": "meet"}, {}, False),
}  # fmt: skip


@pytest.mark.parametrize("name", TAKES)
def test_what_keeps_a_claim_from_the_account(name: str) -> None:
    claim, met, is_taken = TAKES[name]
    assert taken(agreed(**claim), account(1, **met)) == (1 if is_taken else None)


def test_of_nobody_only_a_day_that_is_the_accounts_own() -> None:
    nobody: dict[str, Any] = {"people": names()}
    assert taken(agreed(basis="inherited", **nobody), account(1)) == 1
    assert taken(agreed(basis="stated", **nobody), account(1)) is None
    assert taken(agreed(basis="stated", series=names(5), **nobody), account(1, series=names(5))) == 1


def test_without_a_day_it_stands_soon_after_the_account() -> None:
    assert taken(agreed(250, **NO_DAY), account(1)) == 1
    assert taken(agreed(251, **NO_DAY), account(1)) is None
    assert taken(agreed(10, **NO_DAY), account(1), starts={1: 11}) is None


#: The claim, two accounts of one day: the one that takes it.
BEST: dict[str, tuple[Follower, Occasion, Occasion, int]] = {
    "more of its people": (agreed(), account(1), account(2, people=names(ANN, CAY)), 1),
    "a stranger less": (agreed(people=names(ANN)), account(1, people=names(ANN, BEA, CAY)), account(2, people=names(ANN, BEA)), 2),
    "the series": (agreed(series=names(5)), account(1, series=names(5)), account(2), 1),
    "the instrument before two more people": (
        agreed(instruments=names(6)), account(1, people=names(ANN), instruments=names(6)), account(2), 1,
    ),
    "more of its states": (
        agreed(people=names(), states=names("JP", "NO")),
        account(1, states=names("JP", "NO")), account(2, states=names("JP", "SE")), 1,
    ),
    "a state less that it does not name": (
        agreed(people=names(), states=names("JP", "NO")),
        account(1, states=names("JP", "NO", "SE")), account(2, states=names("JP", "NO")), 2,
    ),
    "the one told last before it": (agreed(), account(1), account(2), 2),
    "one before it rather than one after": (agreed(40), account(1), account(2), 1),
}  # fmt: skip


@pytest.mark.parametrize("name", BEST)
def test_the_account_that_fits_best_takes_it(name: str) -> None:
    follower, first, second, which = BEST[name]
    assert taken(follower, first, second) == taken(follower, second, first) == which


@pytest.mark.parametrize(
    ("claim", "met", "points"),
    [
        ({}, {}, 4), ({"people": names(ANN)}, {}, 1.5), ({"people": names(ANN)}, {"people": names(ANN, BEA, CAY)}, 1),
        ({"people": names(ANN, CAY)}, {}, 0), ({"people": names(ANN, CAY, 4, 5)}, {"people": names(ANN)}, -2.5),
        ({"people": names(), "bodies": names(7, 8)}, {"bodies": names(7, 8)}, 4),
        ({}, {"people": names(), "watchers": names(ANN, BEA)}, 1), ({"series": names(5, 6)}, {"series": names(5, 6)}, 10),
        ({"instruments": names(5, 6)}, {"instruments": names(5, 6)}, 12),
        ({"states": names("JP")}, {"states": names("JP", "NO", "SE")}, 5),
        ({"states": names("JP", "NO")}, {"states": names("JP", "NO", "SE", "DK")}, 4.5),
        ({"states": names("JP", "NO", "SE")}, {"states": names("JP")}, 3),
    ],
)  # fmt: skip
def test_points_of_a_claim_for_an_account(claim: dict[str, Any], met: dict[str, Any], points: float) -> None:
    for start, taken_off in ((100, 0), (10, 1.5)):
        fit = _fit(agreed(start, **claim), account(1, **met), {1: 20})
        assert fit == (points - taken_off, int(start == 100), -abs(start - 20))
