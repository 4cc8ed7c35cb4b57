"""The record types as a script writes them: mypy checks this file, and each `type: ignore` that it did not need would fail it."""

from __future__ import annotations

from importlib.resources import files
from typing import Any, get_args

import pytest

from claims import Database, records
from claims.errors import RecordError
from claims.records import Record, record_from_object

STREAM: list[Record] = [
    records.Source(name="Daily", kind="outlet", country="NO", reliability="B"),
    records.Document(slug="d1", source="Daily", title="Grain", language="en", published_on="2021-05-04"),
    records.Entity(slug="ueda", name="Ueda Mari", kind="person", aliases=(records.Alias(name="上田", kind="official"),)),
    records.Entity(slug="mari", name="Mari Ueda", kind="person"),
    records.Event(slug="talks", name="Grain talks", kind="meet", ordinal=1),
    records.Claim(
        slug="c1",
        document="d1",
        kind="meet",
        phase="occurred",
        polarity="+",
        certainty="PR",
        speech_act="announce",
        date="2021-05-03",
        date_basis="stated",
        arguments=(records.Argument(role="participant", name="Ueda", entity="ueda"),),
        evidence=(records.Evidence(quote="They met.", page="3"),),
        summary="Ueda met Lind.",
    ),
    records.Claim(
        slug="c2", document="d1", kind="sign", phase="agreed", summary="It was signed.",
        evidence=(records.Evidence(alignment="unverified"),),
    ),
    records.Judgement(left="ueda", right="mari", verdict="same", who="desk", why="one person"),
    records.Placement(claim="c1", event="talks", who="desk", why="the talks"),
    records.Link(source="c2", type="outcome_of", target="c1"),
    records.Review(claim="c1", verdict="accepted", reviewer="desk"),
]  # fmt: skip


def test_a_stream_of_record_types_loads(db: Database) -> None:
    assert db.load(STREAM).counts() == {"inserted": len(STREAM), "unchanged": 0, "superseded": 0, "rejected": 0}


def test_what_a_type_checker_refuses_the_loader_refuses() -> None:
    wrong: list[Record] = [
        records.Source(name="Daily", kind="paper"),  # type: ignore[arg-type]
        records.Event(name="Talks", kind="met"),  # type: ignore[arg-type]
        records.Link(source="c2", type="outcome", target="c1"),  # type: ignore[arg-type]
        records.Review(claim="c1", verdict="good", reviewer="desk"),  # type: ignore[arg-type]
    ]
    for record in wrong:
        with pytest.raises(RecordError, match="unknown"):
            record_from_object(record)


def test_the_package_says_that_it_is_typed() -> None:
    assert (files("claims") / "py.typed").is_file()


@pytest.mark.parametrize("kind", get_args(Record))
def test_fields_are_told_by_name(kind: Any) -> None:
    """A field that is added later then changes no script."""
    with pytest.raises(TypeError, match="positional"):
        kind("Daily")
