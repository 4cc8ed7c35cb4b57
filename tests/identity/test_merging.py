"""Merges, and merges taken back, one load each: what is derived and what is gathered are as if all had been known at once."""

from __future__ import annotations

import random
from typing import Any

import pytest

from claims import Database
from claims.storage import derived
from tests.bench.workload import records
from tests.conftest import claim, taken
from tests.identity.happenings import drawn
from tests.identity.test_gathering import placed
from tests.load.test_loading import problems


@pytest.mark.parametrize("seed", range(6))
def test_merges_one_by_one_leave_what_a_look_at_everything_leaves(seed: int, db: Database) -> None:
    chance = random.Random(seed)
    first, claims = drawn(seed)
    for told in claims:  # some names say not whom they mean
        for argument in told["arguments"]:
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


def test_a_merge_taken_back_lets_others_be_placed_that_it_kept_from_it(db: Database) -> None:
    """Whose own names mean what they meant: they were near by whom others named."""
    first: list[Any] = [{"record": "source", "name": "S", "kind": "outlet"}]
    first += [{"record": "entity", "slug": slug, "name": f"Name {slug}", "kind": "person"} for slug in ("one", "two")]
    first += [
        {"record": "entity", "slug": kind, "name": kind, "kind": kind, "country": "NO"} for kind in ("state", "place")
    ]
    first += [{"record": "event", "slug": slug, "name": slug, "kind": "visit"} for slug in ("v1", "v2")]
    others = [("two", None, f"2010-0{month}-01") for month in range(1, 9)]  # else all is looked at
    for number, (who, event, day) in enumerate(
        [("one", "v1", "2020-03-04"), ("two", "v2", "2020-03-04"), ("two", None, "2020-03-04"), *others]
    ):
        page = {"record": "document", "slug": f"d{number}", "source": "S", "title": f"D{number}", "language": "en"}
        named = [("participant", who), ("place", "place")]
        told = claim(slug=f"c{number}", document=f"d{number}", event=event, kind="visit", date=day, date_text=None,
                     arguments=[{"role": role, "name": f"{slug} itself", "entity": slug} for role, slug in named],
                     evidence=[{"start": 0, "end": 9}])  # fmt: skip
        first += [page | {"text": f"Somebody was there. {number}"}, told]
    same = {"record": "judgement", "left": "two", "right": "one", "verdict": "same", "who": "w", "why": "y"}
    taken(db, [*first, same])
    assert placed(db)["c2"] is None
    taken(db, [same | {"withdrawn_at": "2999-01-01T00:00:00.000Z"}])
    assert placed(db)["c2"] == "v2"
