from __future__ import annotations

import pytest

from claims.datasette.comparing import against

ONE = {"date_earliest": "2024-06-26", "date_latest": "2024-06-26", "polarity": "+", "phase": "occurred"}


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({}, "agrees"),
        ({"date_earliest": "2024-06-01", "date_latest": "2024-06-30"}, "agrees"),
        ({"date_earliest": None, "date_latest": None}, "agrees"),
        ({"date_earliest": "2024-06-01", "date_latest": None}, "agrees"),
        ({"date_earliest": "2024-06-27", "date_latest": "2024-06-27"}, "another date"),
        ({"date_earliest": "2024-06-27", "date_latest": None}, "another date"),
        ({"polarity": "-"}, "denied"),
        ({"phase": "cancelled"}, "another outcome"),
        ({"phase": "scheduled"}, "agrees"),
    ],
)
def test_against_is_the_same_both_ways(change: dict[str, str | None], verdict: str) -> None:
    other = ONE | change
    assert against(ONE, other) == verdict
    assert against(other, ONE) == verdict
