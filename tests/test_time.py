"""Two times: when the world was so, and when this database held that it was."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

EARLY = "2022-03-01T08:00:00.000Z"


@pytest.fixture
def corrected(db: Database, few: list[dict[str, Any]]) -> Database:
    """A claim held since March 2022 and corrected today; another since April 2022, rejected today."""
    late = few[-1] | {"recorded_at": "2022-04-01T08:00:00.000Z"}
    taken(db, [*few[:-2], claim(recorded_at=EARLY), late])
    taken(db, [claim(summary="Ueda met Lind.", recorded_at=None)])
    taken(db, [{"record": "review", "claim": "c2", "verdict": "rejected", "reviewer": "desk"}])
    return db


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("2022-02-28", []),
        ("2022-03-01", ["Ueda met Lind in Oslo on 3 May 2021."]),
        ("2022-03", ["Ueda met Lind in Oslo on 3 May 2021."]),
        ("2022-03-01T07:59:59.999Z", []),
        ("2022-04-01", ["Ueda and Lind agreed to share grain data.", "Ueda met Lind in Oslo on 3 May 2021."]),
        ("", ["Ueda met Lind."]),
        ("2999-01-01", ["Ueda met Lind."]),
    ],
)
def test_what_was_held_on_a_day(day: str, held: list[str], corrected: Database) -> None:
    assert sorted(row["summary"] for row in corrected.query("as_known_on", day=day)) == held


def test_of_whom_and_of_which_time_of_the_world(corrected: Database) -> None:
    asked = {"day": "2022-04-01"}
    assert len(corrected.query("as_known_on", entity="上田真理", **asked)) == 2
    assert corrected.query("as_known_on", entity="nobody", **asked) == []
    assert len(corrected.query("as_known_on", until="2021-05", **asked)) == 2
    assert corrected.query("as_known_on", until="2021-05-02", **asked) == []


def test_the_answer_of_a_past_day_does_not_change(corrected: Database) -> None:
    before = corrected.query("as_known_on", day="2022-04-01")
    taken(
        corrected,
        [
            claim(slug="new", polarity="-"),
            {"record": "review", "claim": "c2", "verdict": "accepted", "reviewer": "desk"},
        ],
    )
    after = corrected.query("as_known_on", day="2022-04-01")
    assert [row["claim"] for row in after] == [row["claim"] for row in before]


def test_promises_by_what_was_known_and_due(db: Database, few: list[dict[str, Any]]) -> None:
    def promise(slug: str, **fields: Any) -> dict[str, Any]:
        return claim(
            slug=slug, event=None, summary=slug, **{"evidence": [{"quote": "They agreed to share grain data"}]} | fields
        )

    taken(
        db,
        [
            *few[:-2],
            promise("dated", kind="cooperate", phase="agreed", due="2021-09"),
            promise("open", kind="cooperate", phase="agreed", polarity="+", date_text="May"),
            promise("later", kind="sign", phase="scheduled", date="2022-01-15"),
            promise("implied", kind="sign", phase="intended", date="2021-12", date_text="December"),
            claim(slug="kept", kind="cooperate", phase="implemented", date="2021-08-20", event=None, summary="kept"),
            {"record": "link", "source": "kept", "type": "outcome_of", "target": "dated"},
        ],
    )
    due = {row["summary"]: (row["due_from"], row["due_to"], row["outcome"]) for row in db.query("planned")}
    assert due == {
        "dated": ("2021-09-01", "2021-09-30", "implemented"),
        "open": (None, None, None),
        "later": ("2022-01-15", "2022-01-15", None),
        "implied": ("2021-12-01", "2021-12-31", None),
    }
    standing = {row["summary"]: row["standing"] for row in db.query("planned", as_of="2022-01-01")}
    assert standing == {"open": "no due date", "later": "not yet due", "implied": "past due"}
    assert "dated" in {row["summary"] for row in db.query("planned", as_of="2021-08-01")}
    assert {row["summary"] for row in db.query("planned", since="2021-09", until="2021-10")} == {"dated"}
    assert {row["summary"] for row in db.query("planned", since="2021-05", until="2021-05")} == {"dated", "open"}


def test_a_merge_brings_what_was_held_before_along(corrected: Database) -> None:
    twin = {"record": "entity", "slug": "aaa", "name": "Mari Uyeda", "kind": "person", "country": "JP"}
    same = {
        "record": "judgement",
        "left": "aaa",
        "right": "ueda",
        "verdict": "same",
        "why": "one person",
        "who": "desk",
    }
    taken(corrected, [twin, same])
    assert len(corrected.query("as_known_on", entity="Mari Uyeda", day="2022-04-01")) == 2
    assert len(corrected.query("as_known_on", entity="上田真理", day="2022-04-01")) == 2


def test_what_lasts_over_years_is_found_in_each(db: Database, few: list[dict[str, Any]]) -> None:
    taken(
        db,
        [*few, claim(slug="c3", kind="cooperate", phase="agreed", date="2019/2022", summary="They share grain data.")],
    )
    for since, until, found in (("2020-05", "2020-06", 1), ("2022-12-31", "", 1), ("2023", "", 0), ("", "2018-12", 0)):
        for query, who in (("timeline", "entity"), ("agreed", "party")):
            rows = db.query(query, **{who: "ueda"}, since=since, until=until)
            assert [row["summary"] for row in rows] == ["They share grain data."] * found, (query, since)
