"""The catalogue: every question answers, by any name, with its words, in SQL that other engines will read."""

from __future__ import annotations

import re

import pytest

from claims import Database
from claims.catalogue import catalogue
from claims.errors import QueryError
from claims.resources import DB

pytestmark = pytest.mark.both_engines

COLUMNS = {
    "who_met_whom": "date person other event place document quote claim",
    "agreed": "date form parties summary event place document quote claim",
    "topics": "topic kind broader narrower synonyms names claims",
    "failed": "date outcome parties summary document quote claim",
    "expected": "due_from due_to likelihood parties summary document quote claim",
    "planned": "due_from due_to parties summary certainty outcome claim",
    "timeline": "date kind phase summary document claim",
    "offices": "person office organisation held_from held_to document quote claim",
    "about": "date kind parties summary document quote claim",
    "conflicts": "slot event value_a document_a quote_a value_b document_b quote_b claim_a claim_b",
    "corroboration": "fact independent_sources documents",
    "as_known_on": "date kind summary recorded_at claim",
    "sources_of": "document publisher published_on quote alignment run reviews",
}
AHN = [
    "Ahn Duk-geun",
    "安徳根",
    "アン・ドクグン",
    "An Deok-geun",
    "안덕근",
    "AHN, Duk-Geun",
    "安 徳根",
    "Deok-geun An",
    "ahn-duk-geun",
]


@pytest.mark.parametrize("name", COLUMNS)
def test_each_answers_with_its_columns(name: str, shipped: Database) -> None:
    rows = shipped.query(name)
    assert rows
    assert set(COLUMNS[name].split()) <= set(rows[0])
    assert catalogue()[name].title.endswith("?")
    assert catalogue()[name].parameters
    assert all(catalogue()[name].parameters.values())


@pytest.mark.parametrize("name", ["who_met_whom", "agreed", "failed", "planned", "timeline", "about", "as_known_on"])
def test_no_answer_hides_who_says_so_and_how_surely(name: str, shipped: Database) -> None:
    columns = set(shipped.query(name)[0])
    assert {"certainty", "asserter"} <= columns
    if "phase" in columns and name != "planned":  # of which all is affirmed
        assert {"polarity", "speech_act"} <= columns


@pytest.mark.parametrize("name", AHN)
def test_a_person_is_asked_for_by_any_name(name: str, shipped: Database) -> None:
    rows = shipped.query("who_met_whom", person=name)
    assert rows
    assert rows == shipped.query("who_met_whom", person="Ahn Duk-geun")
    assert {row["person"] for row in rows} == {"Ahn Duk-geun"}
    assert all(row["quote"] for row in rows)


def test_both_ends_of_a_meeting_and_of_a_range(shipped: Database) -> None:
    rows = shipped.query("who_met_whom", person="斎藤健", other="レモンド", since="2024-06", until="2024-06-26")
    assert rows
    assert {(row["person"], row["other"]) for row in rows} == {("Ken Saito", "Gina Raimondo")}
    assert {row["date"] for row in rows} == {"2024-06-26"}
    assert shipped.query("who_met_whom", person="斎藤健", since="2025") == []


def test_an_unknown_name_is_nobody(shipped: Database) -> None:
    for query, parameter in [
        ("who_met_whom", "person"),
        ("agreed", "party"),
        ("agreed", "topic"),
        ("timeline", "entity"),
        ("about", "topic"),
    ]:
        assert shipped.query(query, **{parameter: "Nobody Whatever"}) == []
    assert shipped.query("agreed", party="Japan", topic="Nobody Whatever") == []


def test_a_state_agrees_through_its_ministers(shipped: Database) -> None:
    rows = shipped.query("agreed", party="United States")
    assert any("Gina Raimondo" in row["parties"] and "United States" not in row["parties"] for row in rows)
    assert shipped.query("agreed", party="米国") == rows
    about = shipped.query("agreed", party="United States", topic="export controls")
    assert about
    assert {row["claim"] for row in about} <= {row["claim"] for row in rows}


def test_failures_say_what_sort_they_are(shipped: Database) -> None:
    told = {row["outcome"]: row["summary"] for row in shipped.query("failed")}
    assert "failed" in told["failed"]
    assert "not developed" in told["not so"] or "could not find" in told["not so"]
    assert "unlikely" in told["unlikely"]
    assert "had yet been reached" in told["not reached yet"]


def test_what_is_expected_and_what_is_not(shipped: Database) -> None:
    rows = shipped.query("expected")
    assert {row["likelihood"] for row in rows} >= {"set", "expected", "likely", "possible", "unlikely"}
    not_expected = shipped.query("expected", likelihood="unlikely")
    assert not_expected
    assert [row for row in rows if row["likelihood"] == "unlikely"] == not_expected
    assert {row["claim"] for row in not_expected} <= {row["claim"] for row in shipped.query("failed")}


def test_signings_are_agreements_and_an_event_is_asked_for(shipped: Database) -> None:
    signed = [row for row in shipped.query("agreed") if row["form"] == "signed"]
    assert {"Signing of the Japan-Philippines Reciprocal Access Agreement, July 2024"} <= {
        row["event"] for row in signed
    }
    at = shipped.query("agreed", event="jucip-4")
    assert at
    assert {row["event"] for row in at} == {"Fourth JUCIP ministerial meeting, June 2024"}
    assert at == [row for row in shipped.query("agreed") if row["event"] == at[0]["event"]]


def test_promises_past_due_without_an_outcome(shipped: Database) -> None:
    rows = shipped.query("planned", as_of="2024-10-01")
    assert rows
    assert {row["outcome"] for row in rows} == {None}
    assert {row["due_to"] < "2024-10-01" for row in rows if row["standing"] == "past due"} == {True}
    kept = [row for row in shipped.query("planned") if row["outcome"] == "occurred"]
    assert kept
    assert not {row["claim"] for row in kept} & {row["claim"] for row in rows}


def test_offices_on_a_day(shipped: Database) -> None:
    held = shipped.query("offices", day="2023-11-14")
    assert "Yasutoshi Nishimura" in {row["person"] for row in held}
    assert "Yasutoshi Nishimura" not in {row["person"] for row in shipped.query("offices", day="2024-06-26")}


def test_offices_by_office_organisation_and_state(shipped: Database) -> None:
    rows = shipped.query("offices", organisation="METI")
    assert {row["person"] for row in rows} == {"Ken Saito", "Yasutoshi Nishimura"}
    assert shipped.query("offices", office="経済産業大臣") == rows
    of_japan = shipped.query("offices", organisation="日本")
    assert {row["person"] for row in of_japan} >= {"Ken Saito", "Yoko Kamikawa", "Fumio Kishida", "Koji Tomita"}
    assert "Gina Raimondo" not in {row["person"] for row in of_japan}
    assert shipped.query("offices", person="Ken Saito", organisation="Philippines") == []


def test_a_tenure_is_told_by_a_document_and_never_put_together(shipped: Database) -> None:
    for row in shipped.query("offices"):
        (told,) = shipped.sql("select date_earliest, date_latest from claims where key = :key", {"key": row["claim"]})
        assert (row["held_from"], row["held_to"]) == (told["date_earliest"], told["date_latest"])
    counted = {
        (row["person"], row["held_from"]): row["documents"] for row in shipped.query("offices", person="Gina Raimondo")
    }
    assert counted["Gina Raimondo", "2024-06-27"] == 2
    assert {row["office"] for row in shipped.query("offices", person="齋藤健")} == {
        "Minister of Economy, Trade and Industry of Japan"
    }


def test_sources_of_one_claim(shipped: Database) -> None:
    (claim, *_) = shipped.query("failed")
    rows = shipped.query("sources_of", claim=claim["claim"])
    assert [row["is_restated"] for row in rows] == [0, 1]
    assert rows[0]["quote"] is None
    assert claim["quote"] in rows[1]["quote"] or rows[1]["quote"] in claim["quote"]


def test_unknown_queries_and_parameters_name_the_nearest(shipped: Database) -> None:
    with pytest.raises(QueryError, match="did you mean agreed"):
        shipped.query("agred")
    with pytest.raises(QueryError, match="did you mean party"):
        shipped.query("agreed", partie="Japan")


@pytest.mark.parametrize(
    ("name", "parameter"), [("timeline", "since"), ("planned", "as_of"), ("offices", "day"), ("as_known_on", "day")]
)
def test_a_day_that_is_none_is_said_to_be_none(name: str, parameter: str, shipped: Database) -> None:
    for wrong in ("yesterday", "2024-13", "2024-06-31", "26.6.2024"):
        with pytest.raises(QueryError, match=f"{parameter}: .*{wrong}"):
            shipped.query(name, **{parameter: wrong})
    assert shipped.query("as_known_on", day="2999-01-01T00:00:00.000Z")


def test_sql_only_reads(shipped: Database) -> None:
    with pytest.raises(QueryError, match=r"read-?only"):
        shipped.sql("delete from runs")
    with pytest.raises(QueryError, match="did you mean the table `claims`"):
        shipped.sql("select 1 from claim")
    assert shipped.sql("select :x as x", {"x": 1}) == [{"x": 1}]


FORBIDDEN = (
    r"\bglob\b|\bstrftime\s*\(|\bjulianday\s*\(|\bdate\s*\(|\bdatetime\s*\(|\bifnull\s*\(|\bautoincrement\b|\browid\b"
)


@pytest.mark.parametrize(
    "path", sorted((DB / "queries").glob("*.sql")) + sorted((DB / "views").glob("*.sql")), ids=lambda path: path.stem
)
def test_sql_files_have_titles_and_stay_portable(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    assert text.startswith("-- ")
    code = re.sub(r"--.*", "", text)
    assert re.findall(FORBIDDEN, code, re.IGNORECASE) == []
    assert code == re.sub(r"\b(SELECT|FROM|WHERE|JOIN|ORDER BY|GROUP BY)\b", lambda match: match[0].lower(), code)
    if "queries" in str(path):
        assert "order by" in code


@pytest.mark.of_sqlite
@pytest.mark.parametrize("name", sorted(set(catalogue()) - {"offices"}))
def test_the_first_rows_come_without_sorting_all(name: str, shipped: Database) -> None:
    """Each is read in its order, so that it costs what is shown of it; offices must know every claim of a person first."""
    with shipped.engine.connect() as connection:
        plan = connection.exec_driver_sql(
            f"explain query plan {catalogue()[name].sql}", dict.fromkeys(catalogue()[name].parameters, "")
        ).all()
    assert not [row for row in plan if row[1] == 0 and row[3] == "USE TEMP B-TREE FOR ORDER BY"]
