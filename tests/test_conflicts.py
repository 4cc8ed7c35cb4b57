"""Where documents disagree: found in pairs, each side with its words, and classed."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines


def pairs(db: Database, **asked: str) -> set[tuple[str, str, frozenset[str]]]:
    return {
        (row["slot"], row["class"], frozenset((row["value_a"], row["value_b"])))
        for row in db.query("conflicts", **asked)
    }


@pytest.mark.parametrize(
    ("event", "slot", "kind", "values"),
    [
        ("jucip-4", "date", "contradiction", ("2024-06-26", "2024-06-27")),
        ("trilateral-cim-1", "date", "contradiction", ("2024-06-26", "2024-06-27")),
        ("epcc-2", "date", "contradiction", ("2024-01", "2023-11-14")),
        ("epcc-2", "date", "contradiction", ("2024-01", "2023-11")),
        ("epcc-2", "date", "precision", ("2023-11", "2023-11-14")),
        ("dtpn-launch", "date", "contradiction", ("2024-04-25", "2024-05-25")),
        (
            "dtpn-loi-signing",
            "signatory",
            "contradiction",
            ("U.S. Department of Justice", "U.S. Department of Commerce"),
        ),
        ("philippines-cma-accession", "outcome", "precision", ("pending", "failed")),
    ],
)
def test_what_the_corpus_disagrees_on(
    event: str, slot: str, kind: str, values: tuple[str, str], shipped: Database
) -> None:
    assert (slot, kind, frozenset(values)) in pairs(shipped, event=event, slot=slot)


def test_that_ipef_fails_is_in_tension_with_backing_it(shipped: Database) -> None:
    rows = [row for row in shipped.query("conflicts", slot="outcome") if row["class"] == "tension"]
    assert {row["event"] for row in rows} >= {"Indo-Pacific Economic Framework for Prosperity"}


def test_each_pair_has_both_quotes_and_both_sources(shipped: Database) -> None:
    for row in shipped.query("conflicts"):
        assert row["quote_a"]
        assert row["quote_b"]
        assert row["source_a"]
        assert row["source_b"]
        assert row["claim_a"] != row["claim_b"]


def test_one_document_against_itself(shipped: Database) -> None:
    rows = shipped.query("conflicts", event="trilateral-cim-1", slot="date")
    assert [row for row in rows if row["document_a"] == row["document_b"] == "japanforward-jucip-ja"]


SECOND = {
    "record": "document", "slug": "daily-2", "source": "Daily", "title": "Grain again", "language": "en", "published_on": "2021-05-06",
    "text": "Ueda met Lind in Bergen on 5 May 2021. They did not meet in Oslo. The talks were the second.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "slot", "kind"),
    [
        ({"evidence": [{"quote": "met Lind in Bergen on 5 May 2021"}], "date": "2021-05-05"}, "date", "contradiction"),
        ({"evidence": [{"quote": "met Lind in Bergen"}], "date": "2021-05"}, "date", "precision"),
        (
            {"evidence": [{"quote": "met Lind in Bergen"}], "arguments": [{"role": "place", "name": "Bergen"}]},
            "place",
            "contradiction",
        ),
        ({"evidence": [{"quote": "did not meet in Oslo"}], "polarity": "-"}, "polarity", "contradiction"),
        ({"evidence": [{"quote": "They did not meet"}], "phase": "cancelled"}, "outcome", "contradiction"),
    ],
)
def test_slots_of_two_documents(
    fields: dict[str, Any], slot: str, kind: str, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few, SECOND, claim(slug="other", document="daily-2", **fields)])
    assert [(row["slot"], row["class"]) for row in db.query("conflicts")] == [(slot, kind)]


def test_numbers_in_a_series(db: Database, few: list[dict[str, Any]]) -> None:
    first = claim(slug="r1", kind="rank", quantity="1", date=None, date_text=None, date_basis=None)
    second = claim(
        slug="r2",
        document="daily-2",
        kind="rank",
        quantity="2",
        evidence=[{"quote": "the second"}],
        date=None,
        date_text=None,
        date_basis=None,
    )
    taken(db, [*few, SECOND, first, second])
    assert pairs(db) == {("ordinal", "contradiction", frozenset("12"))}


@pytest.mark.parametrize(
    ("text", "quote", "date_text", "place", "kind"),
    [
        ("Ueda and Lind met on 4 May 2021.", "met on 4 May 2021", "4 May 2021", None, "time zone"),
        ("Ueda and Lind met in Oslo on 4 May 2021.", "met in Oslo", "4 May 2021", "oslo", "contradiction"),
        ("They met on 4 May 2021, local time.", "met on 4 May", "4 May 2021, local time", None, "contradiction"),
        ("二人は日本時間2021年5月4日にオスロで会談した。", "会談した", "日本時間2021年5月4日", "oslo", "time zone"),
        ("二人は現地時間の2021年5月4日に会談した。", "会談した", "現地時間の2021年5月4日", None, "contradiction"),
    ],
)
def test_a_day_apart_is_of_time_zones_only_where_the_words_leave_it_open(
    text: str, quote: str, date_text: str, place: str | None, kind: str, db: Database, few: list[dict[str, Any]]
) -> None:
    people = [{"role": "participant", "name": name, "entity": name} for name in ("ueda", "lind")]
    places = [{"role": "place", "name": "Oslo", "entity": place}] if place else []
    tokyo = [
        {"record": "source", "name": "Tokyo Daily", "kind": "outlet", "country": "JP"},
        SECOND | {"source": "Tokyo Daily", "text": text},
        claim(slug="late", document="daily-2", date="2021-05-04", date_text=date_text, arguments=[*people, *places],
              evidence=[{"quote": quote}]),
    ]  # fmt: skip
    taken(db, [*few, *tokyo])
    assert pairs(db) == {("date", kind, frozenset(("2021-05-03", "2021-05-04")))}
    assert all(row["rule"] for row in db.query("conflicts"))


def test_a_wire_story_is_counted_once(shipped: Database) -> None:
    rows = {row["fact"]: row for row in shipped.query("corroboration", event="trilateral-cim-1")}
    fact = rows["participant: Ahn Duk-geun"]
    assert fact["documents"] > fact["independent_sources"] > 1
    assert rows["date: 2024-06-27"]["independent_sources"] == 1


def test_repeating_sources_lead_to_one_origin(db: Database, few: list[dict[str, Any]]) -> None:
    copies = [
        {"record": "source", "name": "Copier", "kind": "aggregator", "origin": "Daily"},
        {"record": "source", "name": "Copier of copies", "kind": "aggregator", "origin": "Copier"},
        {"record": "source", "name": "Rival", "kind": "outlet"},
    ]
    for number, source in enumerate(["Copier", "Copier of copies", "Rival"], 2):
        copies.append(
            SECOND | {"slug": f"copy-{number}", "source": source, "text": "Ueda met Lind in Oslo on 3 May 2021."}
        )
        copies.append(claim(slug=f"k{number}", document=f"copy-{number}", evidence=[{"quote": "met Lind in Oslo"}]))
    taken(db, [*few, *copies])
    (fact,) = [row for row in db.query("corroboration") if row["fact"] == "date: 2021-05-03"]
    assert (fact["independent_sources"], fact["documents"]) == (2, 4)


def test_two_offices_of_one_person_and_not_of_two_of_one_state(db: Database, few: list[dict[str, Any]]) -> None:
    def office(slug: str, holder: str, name: str) -> dict[str, Any]:
        arguments = [{"role": "holder", "name": holder, "entity": holder}, {"role": "office", "name": name}]
        return claim(
            slug=slug, kind="hold_office", event=None, arguments=arguments, evidence=[{"quote": "Minister Ueda"}]
        )

    state = {"record": "entity", "slug": "japan", "name": "Japan", "kind": "state", "country": "JP"}
    other = {"record": "entity", "slug": "mori", "name": "Mori Jun", "kind": "person", "country": "JP"}
    taken(db, [*few, state, other, office("o1", "ueda", "farm minister"), office("o2", "mori", "trade minister")])
    assert pairs(db) == set()
    taken(db, [office("o3", "ueda", "trade minister")])
    assert pairs(db) == {("title", "precision", frozenset(("farm minister", "trade minister")))}
