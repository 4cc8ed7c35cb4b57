"""Conflicts of order, tenure, provision, amounts and prospects: found, classed, and the rule named."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

SECOND = {
    "record": "document", "slug": "daily-2", "source": "Daily", "title": "Again", "language": "en", "published_on": "2021-09-06",
    "text": "One says this. Another says that. A third says more. The last says less.",
}  # fmt: skip
THINGS = [
    {"record": "entity", "slug": slug, "name": name, "kind": kind, **more}
    for slug, name, kind, more in (
        ("pact", "Grain Pact", "instrument", {}), ("talks", "Grain talks", "series", {}), ("fleets", "Fleet talks", "series", {}),
        ("chair", "Chair", "office", {}), ("grain", "grain", "topic", {}), ("wheat", "wheat", "topic", {}),
        ("visit", "the visit", "topic", {}), ("courts", "the courts", "organisation", {"country": "JP"}),
        ("police", "Police", "organisation", {"country": "JP"}), ("force", "law enforcement", "group", {"country": "JP"}),
        ("port", "Port", "organisation", {"country": "NO"}),
    )
]  # fmt: skip
EVENTS = [
    {"record": "event", "slug": slug, "name": name, "kind": kind, "series": series}
    for slug, name, kind, series in (
        ("talks-1", "Talks one", "meet", "talks"), ("talks-2", "Talks two", "meet", "talks"), ("the-visit", "The visit", "visit", None),
        ("signing", "Signing", "sign", None),
    )
]  # fmt: skip
QUOTES = ["One says this", "Another says that", "A third says more", "The last says less"]


def args(*named: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"role": role, "name": name, "entity": name} for role, name in named]


def first(**fields: Any) -> dict[str, Any]:
    return (
        claim(
            slug="a", evidence=[{"quote": "met Governor Lind"}], event=None, arguments=[], summary="The first account."
        )
        | fields
    )


def second(number: int = 0, /, **fields: Any) -> dict[str, Any]:
    given = {
        "slug": f"b{number}",
        "document": "daily-2",
        "evidence": [{"quote": QUOTES[number]}],
        "event": None,
        "arguments": [],
    }
    return claim(**given, summary=f"Account {number}.") | fields


def pairs(db: Database) -> list[tuple[str, str]]:
    rows = db.query("conflicts")
    assert all(row["rule"] and row["quote_a"] and row["quote_b"] for row in rows)
    return [(row["slot"], row["class"]) for row in rows]


@pytest.fixture
def base(db: Database, few: list[dict[str, Any]]) -> Database:
    narrower = {"record": "relation", "entity": "wheat", "type": "broader", "other": "grain"}
    taken(db, [*few[:-2], SECOND, *THINGS, *[{k: v for k, v in e.items() if v} for e in EVENTS], narrower])
    return db


def held(date: str | None, office: str = "chair", **fields: Any) -> dict[str, Any]:
    holds = args(("holder", "ueda"), ("office", office))
    return {"kind": "hold_office", "date": date, "date_text": date, "arguments": holds} | fields


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("2010/2015", "2010/2018", [("tenure", "contradiction")]),  # one beginning, two ends
        ("2010/2015", "2012/2015", [("tenure", "contradiction")]),
        ("2010/2015", "2012/2018", [("tenure", "contradiction")]),
        ("2010/2015", "2010-03/2015-06", [("tenure", "precision")]),  # the same years, one more exactly
        ("2010/..", "2010/2015", [("tenure", "precision")]),  # told while it lasted
        ("2010/2015", "2016/2018", []),  # two tenures
        ("2010/2018", "2014-06-26", []),  # a day on it
        ("2010/2018", "2014-06-25/2014-06-28", []),  # days on it
        ("2010/2015", "2010/2015", []),
    ],
)
def test_tenures_of_one_person_in_one_office(
    one: str, other: str, found: list[tuple[str, str]], base: Database
) -> None:
    taken(base, [first(**held(one)), second(**held(other))])
    assert pairs(base) == found
    told = base.query("offices")
    assert sum(row["documents"] for row in told) == 2
    assert len(told) == (1 if one == other else 2)


@pytest.mark.parametrize(
    ("told", "certainties"),
    [
        ({"phase": "expected"}, []),
        ({"phase": "intended"}, []),
        ({"phase": "ongoing"}, ["CT"]),
        ({"certainty": "U"}, ["U"]),
    ],
)
def test_who_is_only_to_come_into_an_office_does_not_hold_it(
    told: dict[str, str], certainties: list[str], base: Database
) -> None:
    taken(base, [first(**held("2010/2015", **told))])
    assert [row["certainty"] for row in base.query("offices")] == certainties


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("60 min", "1 hour", []),
        ("60 min", "62 min", [("number", "precision")]),
        ("60 min", "90 minutes", [("number", "contradiction")]),
        ("60 min", "2 時間", [("number", "contradiction")]),
        ("60 min", "3 countries", []),  # amounts of other things
        ("1,000 t", "1000 トン", []),
        ("3", "4", [("number", "contradiction")]),
        ("3", "last", []),
    ],
)
def test_amounts_are_compared_in_one_unit(one: str, other: str, found: list[tuple[str, str]], base: Database) -> None:
    told: dict[str, Any] = {"event": "grain-talks", "date": None, "date_text": None, "date_basis": None}
    taken(base, [first(quantity=one, **told), second(quantity=other, **told)])
    assert pairs(base) == found


RANK: dict[str, Any] = {"kind": "rank", "date": None, "date_text": None, "date_basis": None}


@pytest.mark.parametrize(
    ("day", "visited", "found"),
    [
        ("2021-06-10", "2021-04", [("order", "contradiction")]),  # another came after the visit
        ("2021-04-10", "2021-04", [("order", "tension")]),  # or within its dates
        ("2021-03-10", "2021-04", []),  # before it
        ("2021-10-01", "2021-04", []),  # after the one that is ranked
        ("2021-06", "2021-04", []),  # on no day that is said
    ],
)
def test_the_first_since_something_against_another_that_came_between(
    day: str, visited: str, found: list[tuple[str, str]], base: Database
) -> None:
    taken(
        base,
        [
            first(event="talks-2", date="2021-09-01", date_text="1 September 2021"),
            first(slug="rank", event="talks-2", quantity="1", arguments=args(("framework", "talks")), **RANK),
            first(slug="base", kind="visit", event="the-visit", date=visited, date_text=visited),
            {"record": "link", "source": "rank", "type": "counts_from", "target": "base"},
            second(event="talks-1", date=day, date_text=day),
        ],
    )
    assert pairs(base) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("talks-1", "3", "talks"), ("talks-1", "4", "talks"), [("ordinal", "contradiction")]),
        (("talks-1", "3", "talks"), ("talks-1", "4", "fleets"), []),  # numbers of two series
        (("talks-1", "1", "talks"), ("talks-1", "last", "talks"), []),  # the first, and the latest
        (("talks-1", "3", "talks"), ("talks-2", "3", "talks"), [("order", "contradiction")]),  # one number, two events
        (("talks-1", "3", "talks"), ("talks-2", "4", "talks"), []),
    ],
)
def test_numbers_in_a_series(
    one: tuple[str, str, str], other: tuple[str, str, str], found: list[tuple[str, str]], base: Database
) -> None:
    def rank(told: tuple[str, str, str]) -> dict[str, Any]:
        return {"event": told[0], "quantity": told[1], "arguments": args(("framework", told[2])), **RANK}

    taken(base, [first(**rank(one)), second(**rank(other))])
    assert pairs(base) == found


@pytest.mark.parametrize(
    ("one", "other", "polarity", "found"),
    [
        ("grain", "visit", "+", [("provision", "tension")]),  # nothing in common
        ("grain", "grain", "+", []),
        ("grain", "grain", "-", [("provision", "contradiction")]),
        ("grain", "visit", "-", []),  # that it does this, and not that
    ],
)
def test_what_an_instrument_provides(
    one: str, other: str, polarity: str, found: list[tuple[str, str]], base: Database
) -> None:
    provide: dict[str, Any] = {"kind": "provide", "date": None, "date_text": None, "date_basis": None}
    taken(
        base,
        [
            first(arguments=args(("instrument", "pact"), ("topic", one)), **provide),
            second(arguments=args(("instrument", "pact"), ("topic", other)), polarity=polarity, **provide),
        ],
    )
    assert pairs(base) == found


@pytest.mark.parametrize(
    ("phase", "polarity", "found"),
    [
        ("scheduled", "+", [("outcome", "tension")]),
        ("agreed", "+", [("outcome", "tension")]),
        ("expected", "+", [("outcome", "tension")]),
        ("proposed", "+", []),
        ("expected", "-", []),
    ],
)
def test_unlikely_meets_what_is_set(phase: str, polarity: str, found: list[tuple[str, str]], base: Database) -> None:
    told: dict[str, Any] = {"kind": "sign", "event": "signing", "date": None, "date_text": None, "date_basis": None}
    taken(base, [first(phase="expected", polarity="-", **told), second(phase=phase, polarity=polarity, **told)])
    assert pairs(base) == found


@pytest.mark.parametrize(
    ("topic", "kind", "phase", "found"),
    [
        ("grain", "cooperate", "agreed", [("outcome", "tension")]),
        ("wheat", "cooperate", "agreed", [("outcome", "tension")]),  # a part of the field
        ("visit", "cooperate", "agreed", []),
        ("grain", "discuss", "discussed", []),
        ("grain", "cooperate", "intended", []),  # to want is no pledge
    ],
)
def test_nothing_found_meets_what_was_pledged_in_that_field(
    topic: str, kind: str, phase: str, found: list[tuple[str, str]], base: Database
) -> None:
    told: dict[str, Any] = {"event": "talks-1", "date": None, "date_text": None, "date_basis": None}
    taken(
        base,
        [
            first(kind="cooperate", phase="occurred", polarity="-", arguments=args(("topic", "grain")), **told),
            second(kind=kind, phase=phase, arguments=args(("topic", topic)), **told),
        ],
    )
    assert pairs(base) == found


def test_a_day_said_of_what_was_promised_there_is_a_day_of_the_meeting(base: Database) -> None:
    """One document dates only what the ministers promised at the talks: its word counts for the talks."""
    taken(
        base,
        [
            first(event="talks-1", date="2021-09-02", date_text="2 September 2021"),
            second(event="talks-1", date="2021-09-01", date_text=None, date_basis="inherited"),
            second(
                1,
                event="talks-1",
                kind="cooperate",
                phase="agreed",
                date="2021-09-01",
                date_text="Wednesday",
                date_basis="completed",
            ),
        ],
    )
    (row,) = base.query("conflicts")
    assert (row["slot"], row["class"], row["quote_b"]) == ("date", "contradiction", QUOTES[1])


def test_a_group_and_the_body_that_may_be_of_it(base: Database) -> None:
    told: dict[str, Any] = {"kind": "sign", "event": "signing", "date": None, "date_text": None, "date_basis": None}
    taken(
        base,
        [
            first(arguments=args(("signatory", "force"), ("signatory", "port")), **told),
            second(arguments=args(("signatory", "police"), ("signatory", "port")), **told),
            second(1, arguments=args(("signatory", "courts")), **told),  # another signing: nobody else in common
        ],
    )
    assert pairs(base) == [("signatory", "precision")]


def test_a_garbled_name_shows_its_own_words(shipped: Database) -> None:
    rows = shipped.query("conflicts", slot="name")
    assert rows
    for row in rows:
        assert row["value_a"] in row["quote_a"]
        assert row["quote_a"] != row["quote_b"]
