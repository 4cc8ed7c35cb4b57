"""Broader, narrower and the same: who asks for the broader topic gets what is said of the narrower."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database, records
from claims.models import instant_now
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

TOPICS = [
    {"record": "entity", "slug": slug, "name": slug, "kind": "topic"}
    for slug in ("food", "grain", "wheat", "cereals", "steel")
]


def relation(entity: str, kind: str, other: str, **fields: Any) -> dict[str, Any]:
    return {"record": "relation", "entity": entity, "type": kind, "other": other} | fields


@pytest.fixture
def told(db: Database, few: list[dict[str, Any]]) -> Database:
    about = {"slug": "c2", "kind": "cooperate", "phase": "agreed", "evidence": [{"quote": "share grain data"}]}
    wheat = claim(**about)
    wheat["arguments"] = [*wheat["arguments"], {"role": "topic", "name": "wheat"}]  # by its name alone
    taken(db, [*few[:-1], *TOPICS, wheat])
    return db


def found(db: Database) -> set[str]:
    """The topics under which the agreement on wheat is found, by every question that takes one."""
    answers = {
        topic: [bool(db.query(name, **{given: topic})) for name, given in (("agreed", "topic"), ("about", "topic"), ("timeline", "entity"))]
        for topic in ("food", "grain", "wheat", "cereals", "steel")
    }  # fmt: skip
    assert all(len(set(one)) == 1 for one in answers.values())
    return {topic for topic, one in answers.items() if one[0]}


def test_what_is_said_of_a_narrower_topic_is_found_under_the_broader(told: Database) -> None:
    assert found(told) == {"wheat"}
    taken(told, [relation("wheat", "broader", "grain"), relation("food", "narrower", "grain")])
    assert found(told) == {"wheat", "grain", "food"}
    taken(told, [relation("grain", "synonym", "cereals")])
    assert found(told) == {"wheat", "grain", "food", "cereals"}
    taken(told, [relation("grain", "broader", "food", withdrawn_at=instant_now())])
    assert found(told) == {"wheat", "grain", "cereals"}
    assert taken(told, [relation("wheat", "broader", "grain")]).unchanged == 1
    assert taken(told, [relation("grain", "broader", "food")]).unchanged == 1  # it was taken back
    taken(told, [relation("grain", "broader", "food", related_at=instant_now())])
    assert "food" in found(told)


def test_a_circle_ends_and_a_topic_is_no_broader_than_itself(told: Database) -> None:
    taken(told, [relation("wheat", "broader", "grain"), relation("grain", "broader", "wheat")])
    assert found(told) == {"wheat", "grain"}
    receipt = told.load([relation("wheat", "broader", "wheat"), relation("wheat", "wider", "food")])
    assert ["same entity" in str(reject.error) for reject in receipt.rejects] == [True, False]
    assert "did you mean" in str(receipt.rejects[1].error) or "known are" in str(receipt.rejects[1].error)


def test_relations_are_exported_and_listed(told: Database, tmp_path: Any) -> None:
    from claims.export import content_hash, export

    taken(told, [relation("food", "narrower", "grain"), relation("grain", "synonym", "cereals")])
    taken(told, [relation("grain", "synonym", "cereals", withdrawn_at=instant_now())])
    with told.engine.connect() as connection:
        lines = [records.encode(record) for record in export(connection)]
        before = content_hash(connection)
    assert sum(b'"record":"relation"' in line for line in lines) == 2
    with Database(tmp_path / "other.db") as other:
        taken(other, lines)
        with other.engine.connect() as connection:
            assert content_hash(connection) == before
    (row,) = [row for row in told.query("topics") if row["topic"] == "grain"]
    assert (row["broader"], row["narrower"], row["synonyms"]) == ("food", None, None)
    assert {row["topic"] for row in told.query("topics", topic="grain")} == {"food", "grain"}


def test_ai_and_what_is_under_it(shipped: Database) -> None:
    by = {
        name: {row["claim"] for row in shipped.query("about", topic=name)}
        for name in ("AI", "人工知能", "artificial intelligence", "AI safety")
    }
    assert by["AI"] == by["人工知能"] == by["artificial intelligence"]
    assert by["AI safety"] < by["AI"]
