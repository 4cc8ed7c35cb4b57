"""A bounded share of the tries for every change, and as many at the doors of a server."""

from __future__ import annotations

import random
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.datasette.conftest import Served, served
from tests.fuzz import TRIES, loaded, sql, tried, words

__all__ = ["served"]
SEED = 20240626


@pytest.mark.parametrize("name", TRIES)
def test_chance_is_taken_or_refused(name: str) -> None:
    print(f"seed {SEED}")
    taken, refused = tried(name, SEED, 2000)
    assert refused > 0
    assert taken > 0


_DOORS = {
    "/search": ("q", "entity", "other", "kind", "phase", "publisher", "since", "until", "page"),
    "/ask/who_met_whom": ("person", "other", "since", "until"),
    "/ask/conflicts.json": ("event", "slot"),
    "/map": ("since", "until", "kind"),
    "/timeline.json": ("since", "until", "kind", "series", "standing"),
    "/named": ("name",),
    "/document/meti-jucip4-en": ("from", "claim"),
    "/claims/claims.json": ("_search", "_sort", "_size", "_next", "kind", "_where", "_facet", "_col"),
}


@pytest.mark.parametrize("path", [*_DOORS, "/ask", "/claims/-/query.json", "/claims/-/query"])
def test_chance_at_the_doors_is_answered(served: Served, path: str) -> None:
    chance = random.Random(f"{SEED} {path}")
    print(f"seed {SEED}")
    for _ in range(40):
        if path in _DOORS:
            given = {name: words(chance) for name in _DOORS[path] if chance.random() < 0.5}
        else:
            given = {"sql": sql(chance), "p": words(chance)}
        answer = served.get(f"{path}?{urlencode(given)}")
        assert answer.status_code < 500 or answer.status_code == 503, given


def test_chance_that_is_loaded_leaves_a_good_database(tmp_path: Path) -> None:
    """Each line is taken or refused; `check` has nothing against the database, and a copy of it holds the same."""
    print(f"seed {SEED}")
    found = loaded(tmp_path, SEED, 1500)
    assert found.counts["inserted"] + found.counts["superseded"] > 200
    assert found.counts["rejected"] > 200
    assert found.problems == []
    assert found.is_copied
