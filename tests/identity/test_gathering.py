"""Which meeting is which: placed by every load, with a reason, whatever came first, and taken back."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.check import check
from claims.identity import made_again, taken_back
from claims.identity.occasions import Slice, Telling
from claims.identity.reading import Reader
from claims.models import instant_now
from claims.records import corpus_lines
from tests.bench.workload import records
from tests.conftest import claim, taken
from tests.identity.happenings import drawn
from tests.load.test_loading import state

pytestmark = pytest.mark.both_engines

PLACE = {"role": "place", "name": "Oslo", "entity": "oslo"}
PAIR = [
    {"role": "participant", "name": "Ueda", "entity": "ueda"},
    {"role": "participant", "name": "Lind", "entity": "lind"},
    PLACE,
]
TALKS = {"role": "framework", "name": "Grain Talks", "entity": "talks"}
FOURTH_TALKS = {
    "record": "event",
    "slug": "talks-4",
    "name": "Fourth talks",
    "kind": "meet",
    "series": "talks",
    "ordinal": 4,
}


def other(slug: str, **fields: Any) -> dict[str, Any]:
    """A claim without an event, on a second document."""
    return (
        claim(slug=slug, document="daily-2", event=None, evidence=[{"quote": "Ueda met Lind"}], arguments=PAIR) | fields
    )


@pytest.fixture
def base(db: Database, few: list[dict[str, Any]]) -> Database:
    text = "Ueda met Lind. They agreed on grain."
    pages = [
        {
            "record": "document",
            "slug": f"{name}-{n}",
            "source": source,
            "title": f"{name} {n}",
            "language": "en",
            "text": text,
        }
        for name, source in (("daily", "Daily"), ("tokyo", "Tokyo Daily"))
        for n in range(2, 5)
    ]
    series = [
        {"record": "entity", "slug": "talks", "name": "Grain Talks", "kind": "series"},
        {"record": "entity", "slug": "ek", "name": "Bo Ek", "kind": "person", "country": "SE"},
        *(
            {"record": "entity", "slug": code.lower(), "name": code, "kind": "state", "country": code}
            for code in ("JP", "NO")
        ),
    ]
    source = {"record": "source", "name": "Tokyo Daily", "kind": "outlet", "country": "JP"}
    taken(db, [*few, source, *pages, *series])
    return db


def placed(db: Database) -> dict[str, str | None]:
    rows = db.sql(
        "select c.slug, e.slug as event from claims as c left join placed as p on p.claim_id = c.id"
        " left join events as e on e.id = p.event_id where c.retracted_at is null"
    )
    return {row["slug"]: row["event"] for row in rows}


ON_KNOWN: dict[str, tuple[dict[str, Any], bool]] = {
    "the same": ({}, True),
    "told for the month": ({"date": "2021-05"}, True),
    "in another order": ({"arguments": PAIR[::-1]}, True),
    "the next month's meeting of the same pair": ({"date": "2021-06-03"}, False),
    "a day in dispute": ({"date": "2021-05-04"}, True),
    "a day later where it is a day later": ({"date": "2021-05-04", "document": "tokyo-2"}, True),
    "a town in dispute": ({"arguments": [*PAIR[:2], {"role": "place", "name": "Bergen"}]}, True),
    "a week later": ({"date": "2021-05-10"}, False),
    "within 32 days": ({"date": "2021-05-01/2021-06-01"}, True),
    "within 33 days": ({"date": "2021-05-01/2021-06-02"}, False),
    "some time in the year": ({"date": "2021"}, False),
    "from some day on": ({"date": "2021-05-03/.."}, False),
    "until some day": ({"date": "../2021-05-03"}, False),
    "no day": ({"date": None, "date_text": None, "date_basis": None}, False),
    "a visit": ({"kind": "visit"}, False),
    "that it did not take place": ({"polarity": "-"}, True),
    "with somebody else": (
        {"arguments": [PAIR[0], {"role": "participant", "name": "Ek", "entity": "ek"}, PLACE]},
        False,
    ),
    "with nobody known": ({"arguments": [PAIR[0], {"role": "participant", "name": "A. Nobody"}, PLACE]}, False),
    "of three": ({"arguments": [*PAIR, {"role": "participant", "name": "Ek", "entity": "ek"}]}, False),
}


@pytest.mark.parametrize("name", ON_KNOWN)
def test_on_the_event_that_is_known(name: str, base: Database) -> None:
    fields, is_placed = ON_KNOWN[name]
    receipt = taken(base, [other("o1", **fields)])
    assert (receipt.placed, receipt.new_events) == (int(is_placed), 0)
    assert placed(base)["o1"] == ("grain-talks" if is_placed else None)


def test_the_town_tells_two_meetings_of_one_pair_on_one_day_apart(base: Database) -> None:
    bergen = [*PAIR[:2], {"role": "place", "name": "Bergen"}]
    evening = {"record": "event", "slug": "evening", "name": "In the evening", "kind": "meet"}
    told = claim(
        slug="e1", document="daily-3", event="evening", evidence=[{"quote": "Ueda met Lind"}], arguments=bergen
    )
    taken(base, [evening, told])
    taken(base, [other("o1"), other("o2", document="daily-4", arguments=bergen)])
    events = placed(base)
    assert (events["o1"], events["o2"]) == ("grain-talks", "evening")


def test_a_dispute_on_the_day_is_seen(base: Database) -> None:
    taken(base, [other("o1", date="2021-05-04", date_text="4 May")])
    assert {row["slot"] for row in base.query("conflicts", event="grain-talks")} == {"date"}


def test_two_monthly_meetings_of_one_pair_stay_two(base: Database) -> None:
    for number, day in enumerate(["2021-07-01", "2021-08-01"]):
        for name in (2, 3):
            taken(base, [other(f"m{number}{name}", date=day, date_text=day, document=f"daily-{name}")])
    events = placed(base)
    assert None not in events.values()
    assert events["m02"] == events["m03"] != events["m12"] == events["m13"]


def test_a_month_that_fits_two_meetings_is_placed_on_neither(base: Database) -> None:
    told = [("daily-2", "2021-09-01"), ("daily-3", "2021-09-13"), ("daily-4", "2021-09")]
    for page, day in told:
        taken(base, [other(page, document=page, date=day, date_text=day)])
    assert {placed(base)[page] for page, _ in told} == {None}


def test_series_and_number_need_no_date(base: Database) -> None:
    fields: dict[str, Any] = {
        "quantity": "3",
        "arguments": [TALKS],
        "date": None,
        "date_basis": None,
        "date_text": None,
    }
    base.load([
        other("s1", **fields), other("s2", document="daily-3", **fields),
        other("s3", document="daily-4", **fields | {"quantity": "4"}),
    ])  # fmt: skip
    events = placed(base)
    assert events["s1"] == events["s2"] is not None
    assert events["s3"] is None
    base.load([FOURTH_TALKS])
    assert placed(base)["s3"] == "talks-4"


def test_a_series_without_a_number_needs_the_day(base: Database) -> None:
    """States may meet in a series twice in one week: which meeting is told two days later is not said by its series alone."""
    states = [{"role": "participant", "name": name, "entity": name.lower()} for name in ("JP", "NO")]
    told = claim(slug="e1", document="daily-3", event="talks-4", date="2022-06-01", date_text="1 June", quantity="4",
                 evidence=[{"quote": "Ueda met Lind"}], arguments=[TALKS, *states])  # fmt: skip
    fields: dict[str, Any] = {"date": "2022-06-03", "date_text": "3 June", "arguments": [TALKS, *states]}
    taken(base, [FOURTH_TALKS, told, other("o1", **fields), other("o2", document="daily-4", quantity="4", **fields),
                 other("o3", document="tokyo-2", **fields | {"date": "2022-06-01"})])  # fmt: skip
    events = placed(base)
    assert (events["o1"], events["o2"], events["o3"]) == (None, "talks-4", "talks-4")


def test_another_number_of_a_series_is_another_meeting_where_no_day_is_told(base: Database) -> None:
    told = claim(slug="e1", document="daily-3", event="talks-4", date="2022-06-01", date_text="1 June", quantity="4",
                 evidence=[{"quote": "Ueda met Lind"}], arguments=[*PAIR, TALKS])  # fmt: skip
    fields: dict[str, Any] = {"date": None, "date_basis": None, "date_text": None, "arguments": [*PAIR, TALKS]}
    taken(
        base,
        [
            FOURTH_TALKS,
            told,
            other("o1", quantity="4", **fields),
            other("o2", document="daily-4", quantity="5", **fields),
        ],
    )
    events = placed(base)
    assert (events["o1"], events["o2"]) == ("talks-4", None)


def test_one_body_on_the_day_is_not_enough_and_two_are(base: Database) -> None:
    bodies = [
        {"record": "entity", "slug": slug, "name": slug.title(), "kind": "organisation"}
        for slug in ("mill", "bakery", "dairy")
    ]
    each = [{"role": "participant", "name": one["name"], "entity": one["slug"]} for one in bodies]
    event = {"record": "event", "slug": "bread", "name": "Bread talks", "kind": "meet"}
    day: dict[str, Any] = {"date": "2022-06-01", "date_text": "1 June"}
    told = claim(
        slug="e1", document="daily-3", event="bread", **day, arguments=each[:2], evidence=[{"quote": "Ueda met Lind"}]
    )
    taken(base, [*bodies, event, told, other("o1", **day, arguments=each[1:]),
                 other("o2", document="daily-4", **day, arguments=each[:2])])  # fmt: skip
    events = placed(base)
    assert (events["o1"], events["o2"]) == (None, "bread")


def test_two_states_on_the_day_are_enough_and_one_is_not(base: Database) -> None:
    states = [{"role": "participant", "name": name, "entity": name.lower()} for name in ("JP", "NO")]
    event = {"record": "event", "slug": "bread", "name": "Bread talks", "kind": "meet"}
    day: dict[str, Any] = {"date": "2022-06-01", "date_text": "1 June"}
    told = claim(
        slug="e1", document="daily-3", event="bread", **day, arguments=states, evidence=[{"quote": "Ueda met Lind"}]
    )
    taken(
        base,
        [
            event,
            told,
            other("o1", **day, arguments=states),
            other("o2", document="daily-4", **day, arguments=states[:1]),
        ],
    )
    events = placed(base)
    assert (events["o1"], events["o2"]) == ("bread", None)


def test_the_month_in_the_name_of_an_event_ends_later_elsewhere(base: Database) -> None:
    event = {"record": "event", "slug": "summit", "name": "Summit, August 2023", "kind": "meet", "series": "talks"}
    fields: dict[str, Any] = {"date": "2023-09-01", "date_text": "1 Sept", "arguments": [TALKS, PLACE]}
    taken(base, [event, other("o1", document="tokyo-2", **fields), other("o2", **fields)])
    events = placed(base)
    assert (events["o1"], events["o2"]) == ("summit", None)


def test_what_follows_an_account_of_some_month_names_two_whom_it_names(base: Database) -> None:
    two = [PAIR[0], {"role": "participant", "name": "Ek", "entity": "ek"}]
    met = {"record": "event", "slug": "ek-talks", "name": "Talks with Ek", "kind": "meet"}
    told = claim(slug="e1", document="daily-3", event="ek-talks", date="2021-05-20", date_text="20 May", arguments=two,
                 evidence=[{"quote": "Ueda met Lind"}])  # fmt: skip
    account = other("m1", date="2021-05", date_text="May", arguments=two)
    agreed = account | {
        "slug": "o2",
        "kind": "cooperate",
        "phase": "agreed",
        "evidence": [{"quote": "They agreed on grain"}],
    }
    taken(base, [met, told, account, agreed, agreed | {"slug": "o3", "arguments": two[:1], "quantity": "3"}])
    events = placed(base)
    assert (events["m1"], events["o2"], events["o3"]) == ("ek-talks", "ek-talks", None)


def test_what_was_agreed_there_follows_its_account(base: Database) -> None:
    agreed = other("o2", kind="cooperate", phase="agreed", evidence=[{"quote": "They agreed on grain"}], date_text=None,
                   date_basis="inherited", arguments=PAIR[:2])  # fmt: skip
    later = agreed | {"slug": "o3", "date": "2021-06-01"}
    taken(base, [other("o1"), agreed, later])
    events = placed(base)
    assert (events["o1"], events["o2"], events["o3"]) == ("grain-talks", "grain-talks", None)


def test_a_claim_without_a_day_follows_the_account_that_stands_before_it(base: Database) -> None:
    """Whatever kind and day that account is of, and whether others of the document are placed."""
    page = {
        "record": "document",
        "slug": "long",
        "source": "Daily",
        "title": "Long",
        "language": "en",
        "text": "Ueda. " * 200,
    }
    day = {"date": "2021-08-01", "date_text": "1 August"}
    signed = [
        other(slug, document=document, kind="sign", evidence=[{"start": 600, "end": 605}], **day)
        for slug, document in (("s1", "long"), ("s2", "long-2"))
    ]
    undated: dict[str, Any] = {"date": None, "date_text": None, "date_basis": None, "document": "long"}
    agreed = other(
        "o1", kind="cooperate", phase="agreed", evidence=[{"start": 660, "end": 665}], arguments=PAIR[:2], **undated
    )
    early = agreed | {"slug": "o2", "evidence": [{"start": 30, "end": 35}]}
    taken(base, [page, page | {"slug": "long-2", "title": "Longer"}, *signed, agreed, early])
    events = placed(base)
    assert events["o1"] == events["s1"] is not None
    assert events["o2"] is None
    met = other("m1", document="long", date="2021-05-03", evidence=[{"start": 0, "end": 5}])
    taken(base, [met])
    assert placed(base)["o2"] == placed(base)["m1"] == "grain-talks"
    taken(base, [met | {"retraction": "no"}])
    assert placed(base)["o2"] is None


def unknown(number: int, **fields: Any) -> dict[str, Any]:
    """An account of a meeting that no record names, in a document of its own."""
    return other(f"u{number}", document=f"daily-{number}", date="2022-02-01", date_text="1 Feb", **fields)


def test_accounts_of_a_meeting_that_nobody_named_make_an_event_and_leave_it_for_one_that_is_named(
    base: Database,
) -> None:
    assert base.load([unknown(2)]).placed == 0
    receipt = base.load([unknown(3)])
    assert (receipt.placed, receipt.new_events) == (2, 1)
    (made,) = base.sql("select slug, name, made_by from events where made_by is not null")
    assert (
        made["name"] == "Meet: Ada Lind, Ueda Mari, 2022-02-01"
        or made["name"] == "Meet: Ueda Mari, Ada Lind, 2022-02-01"
    )
    named = [
        {"record": "event", "slug": "second", "name": "Second", "kind": "meet"},
        unknown(4, event="second"),
    ]
    taken(base, named)
    assert {placed(base)[f"u{number}"] for number in (2, 3, 4)} == {"second"}
    assert base.sql("select 1 from events where made_by is not null") == []


def test_an_event_is_named_for_states_where_nobody_else_was_there(base: Database) -> None:
    states = [{"role": "participant", "name": name, "entity": name.lower()} for name in ("NO", "JP")]
    told = [unknown(number, arguments=states) for number in (2, 3)]
    assert base.load(told).new_events == 1
    assert base.sql("select name from events where made_by is not null") == [{"name": "Meet: JP, NO, 2022-02-01"}]


def test_each_placement_has_its_reason_and_can_be_taken_back_for_good(base: Database) -> None:
    before = state(base)
    taken(base, [other("o1")])
    (row,) = base.sql("select who, why from placements where withdrawn_at is null")
    assert row["who"] == "gather"
    assert "2 people in common" in row["why"]
    assert "the same day" in row["why"]
    (fact,) = [row for row in base.query("corroboration", event="grain-talks") if row["fact"] == "date: 2021-05-03"]
    assert fact["documents"] == 2
    with base.engine.connect() as connection:
        withdrawn = taken_back(connection, instant_now())
    assert taken(base, withdrawn).placed == 0
    taken(base, [other("o1", certainty="PR"), other("o2", document="daily-3")])
    assert placed(base)["o2"] == "grain-talks"
    with base.engine.connect() as connection:
        renewed = made_again(connection)
        assert [problem for finding in check(connection) for problem in finding.problems] == []
    assert before[0] != state(base)[0]
    assert renewed == []  # of a claim that was superseded since


def test_a_placement_taken_back_is_made_again_when_asked(base: Database) -> None:
    taken(base, [other("o1")])
    with base.engine.connect() as connection:
        withdrawn = taken_back(connection, instant_now())
    taken(base, withdrawn)
    taken(base, [other("o2", document="daily-3")])
    assert placed(base)["o1"] is None
    with base.engine.connect() as connection:
        renewed = made_again(connection)
    taken(base, renewed)
    assert placed(base)["o1"] == "grain-talks"


def test_what_another_database_took_back_is_taken_back_whenever_it_was_placed_here(base: Database) -> None:
    taken(base, [other("o1")])
    (row,) = base.sql("select who, why from placements")
    told = {
        "record": "placement",
        "claim": "o1",
        "event": "grain-talks",
        "placed_at": "2021-06-01T00:00:00.000Z",
        **row,
    }
    taken(base, [told | {"withdrawn_at": instant_now()}])
    assert placed(base)["o1"] is None
    taken(base, [other("o2", document="daily-3")])
    assert (placed(base)["o1"], placed(base)["o2"]) == (None, "grain-talks")


def test_accounts_leave_an_event_whose_record_says_something_else_by_now(base: Database) -> None:
    taken(base, [other("o1", arguments=[*PAIR[:2], TALKS])])
    assert placed(base)["o1"] == "grain-talks"
    event = {"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet"}
    taken(base, [{"record": "entity", "slug": "fish", "name": "Fish Talks", "kind": "series"}])
    taken(base, [event | {"series": "fish"}])
    assert placed(base)["o1"] is None


def test_a_person_is_heard_before_the_rule(base: Database) -> None:
    taken(base, [other("o1"), {"record": "event", "slug": "else", "name": "Else", "kind": "meet"}])
    word = {"record": "placement", "claim": "o1", "event": "else", "who": "ann", "why": "I was there"}
    taken(base, [word])
    taken(base, [other("o2", document="daily-3")])
    assert placed(base)["o1"] == "else"
    taken(base, [word | {"withdrawn_at": instant_now()}])
    assert placed(base)["o1"] == "grain-talks"


def stream(base: Database) -> list[dict[str, Any]]:
    """Accounts of two known meetings and of two that are not, some disputed, of which the later change what the earlier are."""
    return [
        other("a1"),
        other("a2", document="daily-3", date="2021-05-04", date_text="4 May"),
        other("a3", document="daily-4", kind="rank", arguments=[TALKS], quantity="1"),
        unknown(2), unknown(3), unknown(4, polarity="-"),
        other("b1", document="tokyo-2", date="2022-02-02", date_text="2 Feb"),
        other("b2", document="tokyo-3", date="2022-02", date_text="Feb"),
        other("b3", document="tokyo-4", date="2022-03-01", date_text="1 March", arguments=[*PAIR, TALKS], quantity="2"),
        other("b4", document="daily-4", date="2022-03-02", date_text="2 March", arguments=[*PAIR, TALKS], quantity="2"),
        {"record": "event", "slug": "talks-1", "name": "First talks", "kind": "meet", "series": "talks", "ordinal": 1},
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_neither_order_nor_the_parts_of_loads_matter(seed: int, base: Database, few: list[Any], tmp_path: Path) -> None:
    told = stream(base)
    taken(base, told)
    rng = random.Random(seed)
    shuffled = rng.sample(told, len(told))
    with Database(tmp_path / "parts.db") as parts, base.engine.connect() as connection:
        from claims.export import export

        given = {record["slug"] for record in told}
        first = [one for one in export(connection, history=False) if getattr(one, "slug", None) not in given]
        parts.load(
            [one for one in first if type(one).__name__ not in ("Placement",) and getattr(one, "made_by", None) is None]
        )
        while shuffled:
            size = rng.randrange(1, 4)
            taken(parts, shuffled[:size])
            shuffled = shuffled[size:]
        assert placed(parts) == placed(base)
        assert state(parts)[0] == state(base)[0]
    assert len({event for event in placed(base).values() if event}) > 2


@pytest.mark.parametrize("seed", range(4))
def test_drawn_accounts_are_placed_the_same_together_bit_by_bit_and_anew(
    seed: int, db: Database, tmp_path: Path
) -> None:
    first, claims = drawn(seed)
    chance = random.Random(seed)
    gone = [one | {"retraction": "no"} for one in chance.sample(claims, len(claims) // 6)]
    taken(db, [*first, *(one for one in claims if one["slug"] not in {other["slug"] for other in gone})])
    with Database(tmp_path / "parts.db") as parts:
        taken(parts, first)
        waiting = chance.sample(claims, len(claims))
        while waiting:
            size = chance.randrange(1, 9)
            taken(parts, waiting[:size])
            waiting = waiting[size:]
        for number in range(0, len(gone), 2):
            taken(parts, gone[number : number + 2])
        bit_by_bit = placed(parts)
        with parts.engine.begin() as connection:
            connection.exec_driver_sql("delete from gathered")  # as if no load had looked yet
        taken(parts, [{"record": "source", "name": "Another", "kind": "outlet"}])
        assert bit_by_bit == placed(parts)
    assert bit_by_bit == placed(db)
    assert len({event for event in bit_by_bit.values() if event}) > 2


def test_a_claim_in_an_old_document_is_compared_with_few_days_of_it(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    db.load(records(600))
    read: set[Slice] = set()
    tellings = Reader.tellings

    def noted(self: Reader, slices: Iterable[Slice]) -> list[Telling]:
        read.update(slices)
        return tellings(self, slices)

    monkeypatch.setattr(Reader, "tellings", noted)
    monkeypatch.setattr(Reader, "tellings_of", None)  # a document whole
    pair = [{"role": "participant", "name": name, "entity": name} for name in ("e14", "e15")]
    given = claim(
        document="d3", date="2020-03-04", date_text=None, event=None, evidence=[{"start": 0, "end": 20}], arguments=pair
    )
    taken(db, [given])
    assert 0 < len(read) < 20


def test_what_is_withdrawn_is_as_if_it_had_not_been_told(base: Database, tmp_path: Path) -> None:
    """The other accounts stand where they would without it."""
    taken(base, stream(base))
    before = placed(base)
    more = [
        {"record": "event", "slug": "second", "name": "Second", "kind": "meet"},
        claim(slug="x1", document="tokyo-2", event="second", date="2022-02-01", date_text="1 Feb", arguments=PAIR,
              evidence=[{"quote": "Ueda met Lind"}]),
        claim(slug="x2", document="tokyo-3", event="second", date="2021-05-05", date_text="5 May", arguments=PAIR,
              evidence=[{"quote": "Ueda met Lind"}]),
    ]  # fmt: skip
    taken(base, more)
    assert placed(base) != before | {"x1": "second", "x2": "second"}
    taken(base, [one | {"retraction": "no"} for one in more[1:]])
    assert placed(base) == before


def test_names_that_come_later_bring_accounts_together(base: Database) -> None:
    bare = [{"role": "participant", "name": "Farmer A"}, {"role": "participant", "name": "Farmer B"}, PLACE]
    named = [
        {"role": "participant", "name": "Ann", "entity": "ann"}, {"role": "participant", "name": "Bea", "entity": "bea"}, PLACE
    ]  # fmt: skip
    people = [
        {"record": "entity", "slug": slug, "name": slug.title(), "kind": "person", "country": "NO"}
        for slug in ("ann", "bea")
    ]
    taken(base, [*people, unknown(2, arguments=bare), unknown(3, arguments=named)])
    assert placed(base)["u2"] is None
    taken(base, [one | {"aliases": [{"name": f"Farmer {one['slug'][0].upper()}"}]} for one in people])
    assert placed(base)["u2"] == placed(base)["u3"] is not None


def _leave_out(document: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    lines = [json.loads(line) for line in corpus_lines()]
    mine = [one for one in lines if one.get("document") == document and one["record"] == "claim"]
    slugs = {one["slug"] for one in mine}
    rest = [
        one for one in lines
        if not (one.get("document") == document and one["record"] in ("claim", "sentence"))
        and not (one["record"] == "link" and slugs & {one["source"], one["target"]})
    ]  # fmt: skip
    return rest, mine


@pytest.mark.parametrize(
    ("document", "share"),
    [("nhk-trilateral-ja", 0.9), ("asiatoday-trilateral-ko", 1), ("meti-epcc2-en", 0.9), ("mofa-raa-en", 0.9)],
)
def test_a_shipped_account_added_later_joins_what_is_known(
    document: str, share: float, tmp_path: Path, shipped: Database
) -> None:
    rest, mine = _leave_out(document)
    wanted = {one["slug"]: one.get("event") for one in mine if one["kind"] != "hold_office"}
    with Database(tmp_path / "left.db") as db:
        taken(db, rest)
        taken(db, [{name: value for name, value in one.items() if name != "event"} for one in mine])
        found = placed(db)
    right = [slug for slug, event in wanted.items() if event and found[slug] == event]
    wrong = [slug for slug in found if slug in wanted and found[slug] not in (None, wanted[slug])]
    assert wrong == []
    assert len(right) >= share * sum(event is not None for event in wanted.values())


def test_what_ships_needs_no_gathering(shipped: Database) -> None:
    assert shipped.sql("select * from placements") == []
