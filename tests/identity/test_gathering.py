"""Which meeting is which: gathered with a reason, and taken back."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.check import check
from claims.identity import Gathered, gather, scatter
from tests.conftest import claim
from tests.load.test_loading import state

PLACE = {"role": "place", "name": "Oslo", "entity": "oslo"}
PAIR = [
    {"role": "participant", "name": "Ueda", "entity": "ueda"},
    {"role": "participant", "name": "Lind", "entity": "lind"},
    PLACE,
]


def other(slug: str, **fields: Any) -> dict[str, Any]:
    """A claim without an event, on a second document."""
    return (
        claim(slug=slug, document="daily-2", event=None, evidence=[{"quote": "Ueda met Lind"}], arguments=PAIR) | fields
    )


@pytest.fixture
def base(db: Database, few: list[dict[str, Any]]) -> Database:
    second = {
        "record": "document",
        "slug": "daily-2",
        "source": "Daily",
        "title": "Again",
        "language": "en",
        "text": "Ueda met Lind.",
    }
    asian = [{"record": "source", "name": "Tokyo Daily", "kind": "outlet", "country": "JP"},
             second | {"slug": "tokyo-1", "source": "Tokyo Daily", "title": "Far"}]  # fmt: skip
    series = {"record": "entity", "slug": "talks", "name": "Grain Talks", "kind": "series"}
    db.load([*few, second, *asian, series], strict=True)
    return db


def placed(db: Database) -> dict[str, str | None]:
    rows = db.sql(
        "select c.slug, e.slug as event from claims as c left join placed as p on p.claim_id = c.id"
        " left join events as e on e.id = p.event_id"
    )
    return {row["slug"]: row["event"] for row in rows}


@pytest.mark.parametrize(
    ("fields", "event"),
    [
        ({}, "grain-talks"),
        ({"date": "2021-05"}, "grain-talks"),
        ({"arguments": PAIR[::-1]}, "grain-talks"),
        ({"date": "2021-06-03"}, None),  # the next month's meeting of the same pair
        ({"date": "2021-05-04"}, None),  # a day apart, told from the same country
        ({"date": "2021-05-04", "document": "tokyo-1"}, "grain-talks"),
        ({"date": "2021"}, None),
        ({"date": None, "date_text": None, "date_basis": None}, None),
        ({"kind": "visit"}, None),
        ({"polarity": "-"}, None),
        ({"arguments": [PAIR[0], {"role": "participant", "name": "Bo Ek"}]}, None),
    ],
)
def test_on_the_event_that_is_known(fields: dict[str, Any], event: str | None, base: Database) -> None:
    base.load([other("o1", **fields)], strict=True)
    assert gather(base.engine) == Gathered(1 if event else 0, 0)
    assert placed(base)["o1"] == event


def test_two_monthly_meetings_of_one_pair_stay_two(base: Database) -> None:
    for number, day in enumerate(["2021-07-01", "2021-08-01"]):
        for name in "ab":
            base.load(
                [
                    other(
                        f"m{number}{name}", date=day, polarity="+", summary=f"{number}{name}", date_text=f"{day}{name}"
                    )
                ],
                strict=True,
            )
    assert gather(base.engine) == Gathered(4, 2)
    events = placed(base)
    assert events["m0a"] == events["m0b"] != events["m1a"] == events["m1b"]
    assert gather(base.engine) == Gathered(0, 0)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (0, 2, 1)])
def test_a_month_that_fits_two_meetings_is_placed_on_neither(order: tuple[int, ...], base: Database) -> None:
    told = [
        other(f"v{number}", date=day, polarity="+", date_text=f"{day} {number}")
        for number, day in enumerate(["2021-09-01", "2021-09-03", "2021-09"])
    ]
    base.load([told[number] for number in order], strict=True)
    assert gather(base.engine) == Gathered(0, 0)


def test_series_and_number_need_no_date(base: Database) -> None:
    framework = {"role": "framework", "name": "Grain Talks", "entity": "talks"}
    fields: dict[str, Any] = {"quantity": "3", "arguments": [framework], "date": None, "date_basis": None}
    base.load(
        [
            other("s1", date_text="a", **fields),
            other("s2", date_text="b", **fields),
            other("s3", date_text="c", **fields | {"quantity": "4"}),
        ]
    )
    assert gather(base.engine) == Gathered(2, 1)
    events = placed(base)
    assert events["s1"] == events["s2"] is not None
    assert events["s3"] is None


def test_each_placement_has_its_reason_and_can_be_taken_back(base: Database) -> None:
    base.load([other("o1")], strict=True)
    before = state(base)
    gather(base.engine)
    (row,) = base.sql("select who, why from placements where withdrawn_at is null")
    assert row["who"] == "gather"
    assert "dates that overlap" in row["why"]
    (fact,) = [row for row in base.query("corroboration", event="grain-talks") if row["fact"] == "date: 2021-05-03"]
    assert fact["documents"] == 2
    assert scatter(base.engine) == 1
    assert state(base)[0] == before[0]
    assert placed(base)["o1"] is None
    with base.engine.connect() as connection:
        assert [finding.problems for finding in check(connection) if finding.problems] == []
