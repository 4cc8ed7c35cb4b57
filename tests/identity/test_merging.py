"""Merges, and merges taken back, one load each: what is derived and what is gathered are as if all had been known at once."""

from __future__ import annotations

import random
from typing import Any

import pytest

from claims import Database
from claims.storage import derived
from tests.bench.workload import records
from tests.conftest import taken
from tests.identity.happenings import drawn
from tests.identity.test_gathering import placed
from tests.load.test_loading import problems


@pytest.mark.parametrize("seed", range(6))
def test_merges_one_by_one_leave_what_a_look_at_everything_leaves(seed: int, db: Database) -> None:
    chance = random.Random(seed)
    first, claims = drawn(seed)
    for claim in claims:  # some names say not whom they mean
        for argument in claim["arguments"]:
            if chance.random() < 0.2:
                argument["name"] = f"Name {argument.pop('entity')}" if "entity" in argument else argument["name"]
    taken(db, [*first, *claims])
    alike = [[f"p{n}" for n in range(12)], ["s0", "s1"], [f"l{n}" for n in range(4)], ["jp", "no", "us", "fr"]]
    merged: list[tuple[str, str]] = []
    for _ in range(8):
        if merged and chance.random() < 0.4:
            pair, told = merged.pop(chance.randrange(len(merged))), {"withdrawn_at": "2026-01-01T00:00:00.000Z"}
        else:
            one, other = chance.sample(chance.choices(alike, (5, 1, 1, 1))[0], 2)
            pair, told = (one, other), {}
            merged.append(pair)
        db.load(
            [
                {"record": "judgement", "left": pair[0], "right": pair[1], "verdict": "same", "who": "w", "why": "y"}
                | told
            ]
        )
        step_by_step = placed(db)
        assert problems(db) == []
        with db.engine.begin() as connection:
            connection.exec_driver_sql("delete from gathered")  # as if no load had looked yet
        taken(db, [{"record": "source", "name": f"Another {chance.random()}", "kind": "outlet"}])
        assert step_by_step == placed(db)


def test_a_merge_derives_anew_the_claims_of_who_is_another_now(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are of the one that stays; and nothing where it is known already."""
    db.load(records(600))
    people = db.sql(
        "select e.id, e.slug, count(*) as n from entities as e join arguments as a on a.entity_id = e.id"
        " where e.kind = 'person' group by e.id, e.slug order by n desc, e.id"
    )
    famous, rare = people[0], people[-1]
    own = {row["claim_id"] for row in db.sql(f"select claim_id from participation where referent_id = {rare['id']}")}
    filled: set[int] = set()
    fill = derived.fill

    def noted(connection: Any, claims: Any = (), *others: Any, **how: Any) -> None:
        filled.update(claims)
        fill(connection, claims, *others, **how)

    monkeypatch.setattr(derived, "fill", noted)
    same = {
        "record": "judgement",
        "left": famous["slug"],
        "right": rare["slug"],
        "verdict": "same",
        "who": "w",
        "why": "y",
    }
    taken(db, [same])
    assert filled == own
    assert len(own) < famous["n"] / 4
    filled.clear()
    assert db.load([same]).counts()["unchanged"] == 1
    assert filled == set()
    db.load([same | {"withdrawn_at": "2999-01-01T00:00:00.000Z"}])
    assert filled == own
    assert problems(db) == []
