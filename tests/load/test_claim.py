"""Claims go in by batches, and nothing that is held tells where one ended."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.export import content_hash
from claims.load import claim as writing
from claims.load import loading
from claims.records import Placed, record_from_object
from tests.conftest import claim, taken

TOLD = "2021-05-04T00:00:00.000Z"


def told(number: int, pick: random.Random) -> dict[str, Any]:
    """A claim of one of five slugs and three identities, told in one of two ways; some withdraw, some name what they correct."""
    fields: dict[str, Any] = {
        "slug": f"s{pick.randrange(5)}",
        "phase": pick.choice(["occurred", "scheduled", "expected"]),
        "certainty": pick.choice(["CT", "PR"]),
    }
    fields["recorded_at"] = f"2021-05-04T00:00:00.{number:03}Z"
    if pick.random() < 0.15:
        fields["retraction"] = "wrong"
        fields["retracted_at"] = f"2021-05-04T00:00:01.{number:03}Z"
    if pick.random() < 0.2:
        fields["supersedes"] = f"s{pick.randrange(5)}"
    return claim(**fields)


def state(db: Database, outcomes: list[tuple[int, str]]) -> Any:
    rows = db.sql(
        "select c.slug, c.phase, c.certainty, c.recorded_at, c.retraction, o.recorded_at as replaced from claims as c"
        " left join claims as o on o.id = c.supersedes_id order by c.id"
    )
    with db.engine.connect() as connection:
        content_hash(connection)
    return [tuple(row.values()) for row in rows], outcomes


@pytest.mark.parametrize("seed", range(4))
def test_where_a_batch_ends_changes_nothing(
    seed: int, tmp_path: Path, few: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pick = random.Random(seed)
    stream = [told(number, pick) for number in range(24)]
    found = []
    for size in (1, 2, 3, 7, 2000):
        monkeypatch.setattr(writing, "_BATCH", size)
        with Database(tmp_path / f"{size}.db") as db:
            taken(db, few[:-2])
            receipt = db.load(stream, rows=True)
            found.append(state(db, [(row.line, row.outcome) for row in receipt.rows or ()]))
            assert db.load(stream).counts()["inserted"] == 0
    assert all(one == found[0] for one in found[1:])


SAID: dict[str, tuple[list[dict[str, Any]], list[str], list[tuple[str, str, str | None]]]] = {
    "the same again": ([{}, {}], ["inserted", "unchanged"], [("c1", "CT", None)]),
    "otherwise": ([{}, {"certainty": "PR"}], ["inserted", "superseded"], [("c1", "CT", "superseded"), ("c1", "PR", None)]),
    "otherwise and as before": (
        [{}, {"certainty": "PR"}, {}], ["inserted", "superseded", "unchanged"], [("c1", "CT", "superseded"), ("c1", "PR", None)],
    ),
    "of another slug": ([{}, {"slug": "c9"}], ["inserted", "superseded"], [("c1", "CT", "superseded"), ("c9", "CT", None)]),
    "of another identity": (
        [{}, {"phase": "scheduled"}], ["inserted", "superseded"], [("c1", "CT", "superseded"), ("c1", "CT", None)],
    ),
    "of neither": ([{}, {"slug": "c9", "phase": "scheduled"}], ["inserted", "inserted"], [("c1", "CT", None), ("c9", "CT", None)]),
    "of two at once": (
        [{}, {"slug": "c9", "phase": "scheduled"}, {"slug": "c9", "certainty": "PR"}], ["inserted", "inserted", "superseded"],
        [("c1", "CT", "superseded"), ("c9", "CT", "superseded"), ("c9", "PR", None)],
    ),
    "of what it names": (
        [{}, {"slug": "c9", "phase": "scheduled", "supersedes": "c1"}], ["inserted", "superseded"], [("c1", "CT", "superseded"), ("c9",
        "CT", None)],
    ),
    "withdrawn as it is": ([{}, {"retraction": "wrong"}], ["inserted", "superseded"], [("c1", "CT", "wrong")]),
    "withdrawn twice": ([{}, {"retraction": "wrong"}, {"retraction": "wrong"}], ["inserted", "superseded", "unchanged"], [("c1", "CT",
    "wrong")]),
    "withdrawn, of what is not there": ([{"retraction": "wrong"}], ["inserted"], [("c1", "CT", "wrong")]),
    "withdrawn and said again": ([{}, {"retraction": "wrong"}, {}], ["inserted", "superseded", "unchanged"], [("c1", "CT", "wrong")]),
    "withdrawn and said otherwise": (
        [{}, {"retraction": "wrong"}, {"certainty": "PR"}], ["inserted", "superseded", "inserted"], [("c1", "CT", "wrong"), ("c1",
        "PR", None)],
    ),
    "correcting by its slug what is withdrawn": (
        [{}, {"retraction": "wrong"}, {"slug": "c9", "phase": "scheduled", "supersedes": "c1"}], ["inserted", "superseded", "rejected"],
        [("c1", "CT", "wrong")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAID)
def test_what_becomes_of_a_claim_in_one_load_and_in_several(
    name: str, tmp_path: Path, few: list[dict[str, Any]]
) -> None:
    stream, outcomes, rows = SAID[name]
    lines = [claim(**fields) for fields in stream]
    for number, loads in enumerate(([lines], [[line] for line in lines])):
        with Database(tmp_path / f"{number}.db") as db:
            taken(db, few[:-2])
            told = [row.outcome for load in loads for row in db.load(load, rows=True).rows or ()]
            held = db.sql("select slug, certainty, retraction from claims order by id")
        assert told == outcomes
        assert [tuple(row.values()) for row in held] == rows


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"recorded_at": "2999-01-01T00:00:00.000Z"}, "recorded_at", "lies in the future"),
        (
            {"recorded_at": TOLD, "retraction": "x", "retracted_at": "2021-05-03T23:59:59.999Z"},
            "retracted_at",
            "before recorded_at",
        ),
        (
            {"slug": "c9", "retraction": "x", "retracted_at": "2999-01-01T00:00:00.000Z"},
            "retracted_at",
            "in the future",
        ),
        ({"retraction": "x", "retracted_at": "2999-01-01T00:00:00.000Z"}, "retracted_at", "in the future"),
        ({"slug": "c9", "phase": "scheduled", "supersedes": "c8"}, "supersedes", "no claim has this slug or key"),
    ],
)
def test_times_and_what_is_corrected_are_there(
    fields: dict[str, Any], field: str, reason: str, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, few[:-1])
    extra = {} if fields.get("slug") or "recorded_at" not in fields else {"certainty": "PR"}
    (reject,) = db.load([claim(**extra | fields)]).rejects
    assert (reject.field, reason in reject.reason) == (field, True)
    assert db.sql("select count(*) as n from claims") == [{"n": 1}]


def test_a_claim_may_be_withdrawn_as_it_is_recorded(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, [*few[:-2], claim(recorded_at=TOLD, retraction="x", retracted_at=TOLD)])
    assert db.sql("select recorded_at, retracted_at from claims") == [{"recorded_at": TOLD, "retracted_at": TOLD}]


@pytest.mark.parametrize(
    ("is_current", "later", "revived"),
    [
        (False, {"certainty": "PR"}, False),
        (True, {"certainty": "PR"}, True),  # its slug is held
        (True, {"certainty": "PR", "retraction": "wrong"}, False),  # and nobody's
    ],
)
def test_a_table_says_again_what_was_corrected_and_not_what_was_withdrawn(
    is_current: bool, later: dict[str, Any], revived: bool, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few[:-2], claim(), claim(certainty="PR"), claim(**later)])
    receipt = db.load([Placed(1, record_from_object(claim()), is_current=is_current)])
    assert (receipt.superseded, receipt.unchanged) == ((1, 0) if revived else (0, 1))


def test_a_claim_may_be_withdrawn_at_the_time_of_its_load(
    db: Database, few: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(db, [*few[:-2], claim()])
    monkeypatch.setattr(loading, "instant_now", lambda: "2030-01-01T00:00:00.000Z")
    (reject,) = db.load([claim(retraction="x", retracted_at="2030-01-01T00:00:00.001Z")]).rejects
    assert reject.field == "retracted_at"
    taken(db, [claim(retraction="x", retracted_at="2030-01-01T00:00:00.000Z")])
    assert db.sql("select retracted_at from claims") == [{"retracted_at": "2030-01-01T00:00:00.000Z"}]


@pytest.mark.parametrize("recorded_at", ["2030-01-01T00:00:00.000Z", None])
def test_a_claim_may_be_recorded_at_the_time_of_its_load(
    recorded_at: str | None, db: Database, few: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "instant_now", lambda: "2030-01-01T00:00:00.000Z")
    told = {} if recorded_at is None else {"recorded_at": recorded_at}
    taken(db, [*few[:-2], claim(**told)])
    assert db.sql("select recorded_at from claims") == [{"recorded_at": "2030-01-01T00:00:00.000Z"}]
