"""Found, missed and false, against what a careful reader lists."""

from __future__ import annotations

import pytest

from claims import Database
from claims.models import instant_now
from tests.answers.conftest import by_hand

pytestmark = pytest.mark.both_engines


def test_conflicts_found_and_false(shipped: Database, slugs: dict[str, str]) -> None:
    hand = by_hand("conflicts")
    found, false = set(), []
    rows = shipped.query("conflicts")
    for row in rows:
        pair = (slugs[row["claim_a"]], slugs[row["claim_b"]])
        right = {
            number
            for number, one in enumerate(hand)
            if (one["slot"], one["class"]) == (row["slot"], row["class"])
            and any(a in one["a"] and b in one["b"] for a, b in (pair, pair[::-1]))
        }
        found |= right
        if not right:
            false.append((row["slot"], row["class"], *pair))
    assert len(found) / len(hand) >= 0.9
    assert len(false) / len(rows) <= 0.05, false


def test_what_came_of_each_promise(shipped: Database, slugs: dict[str, str]) -> None:
    """Every promise is among those read by hand, with the outcomes that a document tells, and no other."""
    told: dict[str, dict[str, set[str]]] = {}
    for row in shipped.query("planned"):
        outcomes = told.setdefault(slugs[row["claim"]], {})
        if row["outcome"]:
            outcomes.setdefault(row["outcome"], set()).add(slugs[row["outcome_claim"]])
            assert row["outcome_basis"]
    hand = {one["promise"]: one["outcomes"] for one in by_hand("outcomes")}
    assert set(told) == set(hand)
    for promise, outcomes in told.items():
        assert set(outcomes) == set(hand[promise]), promise
        assert all(claims <= set(hand[promise][phase]) for phase, claims in outcomes.items()), promise


def test_suggested_outcomes_are_right_where_no_link_tells(copy: Database, slugs: dict[str, str]) -> None:
    """With the links taken back, rules suggest what they can: every one of it is among the outcomes read by hand."""
    links = copy.sql(
        "select s.key as source, t.key as target from links as l join claims as s on s.id = l.source_id"
        " join claims as t on t.id = l.target_id where l.link_type = 'outcome_of'"
    )
    now = instant_now()
    copy.load([{"record": "link", "type": "outcome_of", "withdrawn_at": now, **link} for link in links], strict=True)
    hand = {
        one["promise"]: {claim for told in one["outcomes"].values() for claim in told} for one in by_hand("outcomes")
    }
    pairs = copy.sql(
        "select p.key as promise, o.key as outcome, x.basis from outcomes as x"
        " join claims as p on p.id = x.promise_id join claims as o on o.id = x.outcome_id"
    )
    assert pairs
    assert "link" not in {pair["basis"] for pair in pairs}
    assert [pair for pair in pairs if slugs[pair["outcome"]] not in hand[slugs[pair["promise"]]]] == []


def test_who_really_met(shipped: Database, slugs: dict[str, str]) -> None:
    told = {
        (slugs[row["claim"]], *sorted((row["person"], row["other"]))): row["basis"]
        for row in shipped.query("who_met_whom")
    }
    hand = {(one["claim"], *one["pair"]): one["verdict"] for one in by_hand("meetings")}
    assert set(told) == {pair for pair, verdict in hand.items() if verdict != "no"}
    for pair, basis in told.items():
        assert (basis == "joint attendance") == (hand[pair] == "together"), pair
