"""What came of a promise: evidence that a person can accept or refuse, and no coincidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims import Database, records
from claims.export import content_hash, export
from claims.identity import taken_back
from claims.models import instant_now
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

PROMISE = {
    "slug": "promise", "kind": "cooperate", "phase": "agreed", "event": None, "summary": "They agreed to share grain data.",
    "evidence": [{"quote": "They agreed to share grain data"}],
}  # fmt: skip
LATER = {
    "record": "document", "slug": "daily-2", "source": "Daily", "title": "Data", "language": "en", "published_on": "2021-09-02",
    "text": "On 1 September 2021 Norway and Japan shared grain data. The sharing failed. They met again.",
}  # fmt: skip
BOTH = [{"role": "participant", "name": name, "entity": name} for name in ("ueda", "lind")]
STATES = [
    {"record": "entity", "slug": slug, "name": name, "kind": "state", "country": country}
    for slug, name, country in (("japan", "Japan", "JP"), ("norway", "Norway", "NO"), ("chile", "Chile", "CL"))
]
THINGS = [
    {"record": "entity", "slug": slug, "name": name, "kind": kind}
    for slug, name, kind in (
        ("grain", "grain data", "topic"), ("fish", "fish data", "topic"), ("pact", "Grain Pact", "instrument"),
        ("treaty", "Grain Treaty", "instrument"), ("grain-series", "Grain talks", "series"),
    )
]  # fmt: skip


def about(*named: str, role: str = "topic") -> list[dict[str, Any]]:
    return [{"role": role, "name": name, "entity": name} for name in named]


def done(**fields: Any) -> dict[str, Any]:
    """A claim of the later document that the thing was done, with these fields changed."""
    return claim(
        slug="done", document="daily-2", kind="cooperate", phase="occurred", event=None, date="2021-09-01", date_text="1 September 2021",
        evidence=[{"quote": "shared grain data"}], summary="Norway and Japan shared grain data.",
    ) | {"arguments": [*BOTH, *about("grain")]} | fields  # fmt: skip


def told(db: Database) -> list[tuple[str, str]]:
    """(outcome, basis) of the promise."""
    return [
        (row["outcome"], row["outcome_basis"])
        for row in db.query("planned")
        if row["outcome"] and row["summary"] == PROMISE["summary"]
    ]


@pytest.fixture
def promised(db: Database, few: list[dict[str, Any]]) -> Database:
    promise = claim(**PROMISE) | {"arguments": [*BOTH, *about("grain")]}
    taken(db, [*few[:-1], *STATES, *THINGS, LATER, promise])
    return db


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, True),
        ({"arguments": [*about("norway", "japan", role="participant"), *about("grain")]}, True),  # their states
        ({"arguments": [*BOTH, *about("fish")]}, False),  # another topic
        ({"arguments": [*about("ueda", role="participant"), *about("grain")]}, False),  # one side alone
        ({"arguments": [*BOTH, *about("chile", role="participant"), *about("grain")]}, False),  # others too
        ({"kind": "meet"}, False),  # another thing done
        ({"date": "2021-05-03"}, False),  # no later day
        ({"date": "2021-05"}, False),  # perhaps no later day
        ({"date": "2021-09-02", "date_basis": "published", "date_text": None}, False),  # later by publication alone
        ({"date": None, "date_basis": None, "date_text": None}, False),
        ({"polarity": "-"}, False),
        ({"phase": "failed", "evidence": [{"quote": "The sharing failed"}]}, True),
    ],
)
def test_an_outcome_needs_the_same_thing_the_same_sides_and_a_later_day(
    fields: dict[str, Any], found: bool, promised: Database
) -> None:
    taken(promised, [done(**fields)])
    phase = fields.get("phase", "occurred")
    assert told(promised) == ([(phase, "suggested: same topic and parties, a later day")] if found else [])


def test_two_instruments_are_two_things_whatever_they_are_about(promised: Database) -> None:
    promise = claim(**PROMISE) | {"arguments": [*BOTH, *about("grain"), *about("pact", role="instrument")]}
    other = done(arguments=[*BOTH, *about("grain"), *about("treaty", role="instrument")])
    taken(promised, [promise, other])
    assert told(promised) == []
    taken(promised, [done(slug="same", arguments=[*BOTH, *about("pact", role="instrument")])])
    assert told(promised) == [("occurred", "suggested: same instrument and parties, a later day")]


def test_the_event_at_which_it_was_promised_is_no_outcome(promised: Database) -> None:
    """Another document dates the talks a day later: they are still those at which the ministers agreed to meet."""
    promise = claim(**PROMISE | {"kind": "meet", "event": "grain-talks"})
    again = done(kind="meet", date="2021-05-04", event="grain-talks", arguments=BOTH)
    taken(promised, [promise, again])
    assert told(promised) == []


def test_a_series_tells_by_its_events_and_what_is_set_comes_when_it_is_due(promised: Database) -> None:
    series = {
        "record": "event",
        "slug": "talks-2",
        "name": "Second grain talks",
        "kind": "meet",
        "series": "grain-series",
    }
    plan = claim(**PROMISE | {"kind": "meet", "phase": "scheduled", "date": "2021-09", "date_text": "September 2021"})
    plan["arguments"] = [*BOTH, *about("grain-series", role="framework")]
    met = done(kind="meet", event="talks-2", arguments=BOTH, evidence=[{"quote": "They met again"}])
    taken(promised, [series, plan, met])
    by_event = "suggested: same event and parties, a later day"  # gathering placed the plan
    assert told(promised) == [("occurred", by_event)]
    with promised.engine.connect() as connection:
        withdrawn = taken_back(connection, instant_now())
    taken(promised, withdrawn)
    assert told(promised) == [("occurred", "suggested: same series and parties, a later day")]


def link(**fields: Any) -> dict[str, Any]:
    return {"record": "link", "source": "done", "type": "outcome_of", "target": "promise"} | fields


def test_a_suggestion_is_accepted_refused_and_taken_back_as_data(promised: Database) -> None:
    taken(promised, [done()])
    taken(promised, [link(verdict="refused", who="desk", why="other data")])
    assert told(promised) == []
    assert taken(promised, [link()]).unchanged == 1  # loading claims again overrules nobody
    taken(promised, [link(who="desk", why="looked again")])
    assert told(promised) == [("occurred", "linked")]
    taken(promised, [link(who="desk", why="looked again", withdrawn_at=instant_now())])
    assert told(promised) == [("occurred", "suggested: same topic and parties, a later day")]
    with promised.session() as session:
        from sqlalchemy import select

        from claims import Link

        assert [row.verdict for row in session.scalars(select(Link).order_by(Link.id))] == ["refused", "accepted"]


def test_verdicts_on_links_go_to_another_database_and_to_what_supersedes(promised: Database, tmp_path: Path) -> None:
    taken(promised, [done()])
    taken(promised, [link()])
    taken(promised, [link(verdict="refused", who="desk", why="other data")])
    taken(promised, [link(who="desk", why="looked again")])
    verdicts = "select verdict, who, linked_at, withdrawn_at from links order by linked_at, id"
    with promised.engine.connect() as connection:
        lines = [records.encode(record) for record in export(connection)]
        hashed = content_hash(connection)
    with Database(tmp_path / "other.db") as other:
        taken(other, lines)
        assert other.sql(verdicts) == promised.sql(verdicts)
        assert taken(other, lines).changed is False
        with other.engine.connect() as connection:
            assert content_hash(connection) == hashed
    taken(promised, [done(summary="Norway and Japan shared the grain data.")])
    assert told(promised) == [("occurred", "linked")]
    assert (
        len(
            promised.sql(
                "select id from links where withdrawn_at is null and source_id in (select id from held_claims)"
            )
        )
        == 1
    )


def test_a_linked_outcome_wins_and_what_is_pending_stays_open(promised: Database) -> None:
    pending = done(
        slug="pending", phase="pending", kind="join", evidence=[{"quote": "They met again"}], summary="Still open."
    )
    taken(promised, [done(), pending, link(source="pending")])
    assert told(promised) == [("pending", "linked")]
    assert "promise" in {row["slug"] for row in promised.sql("select slug from claims")}
    open_still = promised.query("planned", as_of="2021-12-01")
    assert PROMISE["summary"] in {row["summary"] for row in open_still}
    taken(promised, [link(source="pending", who="desk", why="no", verdict="refused"), link()])
    assert PROMISE["summary"] not in {row["summary"] for row in promised.query("planned", as_of="2021-12-01")}


def test_a_rejected_outcome_leaves_the_promise_to_what_rules_suggest(promised: Database) -> None:
    other = done(slug="other", date="2021-09-02", evidence=[{"quote": "They met again"}])
    taken(promised, [done(), other, link()])
    assert told(promised) == [("occurred", "linked")]
    taken(promised, [{"record": "review", "claim": "done", "verdict": "rejected", "reviewer": "desk"}])
    assert told(promised) == [("occurred", "suggested: same topic and parties, a later day")]
