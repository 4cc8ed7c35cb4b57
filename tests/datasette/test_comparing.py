from __future__ import annotations

import pytest

from claims.datasette.comparing import against, standing

ONE = {"date_earliest": "2024-06-26", "date_latest": "2024-06-26", "polarity": "+", "phase": "occurred",
       "date_basis": "stated", "speech_act": "report"}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "agrees"),
        ({"date_earliest": "2024-06-01", "date_latest": "2024-06-30"}, "agrees"),
        ({"date_earliest": None, "date_latest": None}, "agrees"),
        ({"date_earliest": "2024-06-01", "date_latest": None}, "agrees"),
        ({"date_earliest": "2024-06-27", "date_latest": "2024-06-27"}, "another date"),
        ({"date_earliest": "2024-06-27", "date_latest": None}, "another date"),
        ({"date_earliest": "2024-06-27", "date_latest": None, "date_basis": "published"}, "agrees"),
        ({"date_earliest": "2024-06-27", "date_latest": None, "phase": "proposed"}, "agrees"),
        ({"date_earliest": "2024-06-27", "date_latest": None, "polarity": "-"}, "denied"),
        ({"polarity": "-"}, "denied"),
        ({"phase": "cancelled"}, "another outcome"),
        ({"phase": "scheduled"}, "agrees"),
    ],
)
def test_against_is_the_same_both_ways(change: dict[str, str | None], verdict: str) -> None:
    other = ONE | change
    assert against(ONE, other) == verdict
    assert against(other, ONE) == verdict


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "held"),
        ({"polarity": "-"}, "failed"),
        ({"speech_act": "deny"}, "failed"),
        ({"phase": "cancelled"}, "failed"),
        ({"phase": "ongoing"}, "underway"),
        ({"phase": "expected"}, "planned"),
    ],
)
def test_what_is_denied_is_not_drawn_as_held(change: dict[str, str], told: str) -> None:
    assert standing(ONE | change) == told
