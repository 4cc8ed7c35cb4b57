from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from claims import Database
from claims.catalogue import catalogue
from claims.datasette.asking import Ask
from claims.datasette.pages.offered import examples, questions
from tests.datasette.conftest import Get, Served


@pytest.mark.parametrize("name", list(catalogue()))
def test_the_catalogue_answers_as_from_python(get: Get, shipped: Database, name: str) -> None:
    given = {"claim": "meti-jucip4-en-01-a"} if "claim" in catalogue()[name].parameters else {}
    told = get(f"/ask/{name}.json", params=given).json()
    rows = [dict(zip(told["columns"], row, strict=True)) for row in told["rows"]]
    assert rows == shipped.query(name, **given)[:2000]


@pytest.mark.parametrize("example", examples(), ids=lambda example: example["title"])
def test_examples_run(get: Get, example: dict[str, str]) -> None:
    values = {"day": "2024-06-26", "person": "斎藤健", "words": "半導体"}
    told = get("/ask.json", params={"sql": example["sql"], **values}).json()
    assert told["error"] == ""
    assert told["rows"]


def test_the_three_questions_of_an_analyst_end_at_quotes(get: Get) -> None:
    assert len(questions()) >= 3
    for question in questions():
        assert get(question["path"]).status_code == 200
    planned = get("/ask/planned.json?since=2024-06-01&until=2024-06-30&as_of=2024-10-01").json()
    rows = [dict(zip(planned["columns"], row, strict=True)) for row in planned["rows"]]
    assert rows
    assert all(row["outcome"] is None for row in rows)
    page = get("/ask/planned?since=2024-06-01&until=2024-06-30&as_of=2024-10-01").text
    assert f"claim={rows[0]['claim']}#words" in page.replace("&amp;", "&")


@pytest.mark.parametrize(
    "sql", ["delete from claims", "select nothing from nowhere", "pragma journal_mode = delete", "select ("]
)
def test_what_does_not_run_is_told(get: Get, sql: str) -> None:
    response = get("/ask", params={"sql": sql})
    assert response.status_code == 400
    assert 'role="alert"' in response.text


def test_a_page_shows_the_first_100_rows_until_asked_for_all(get: Get) -> None:
    numbers = "with recursive n (i) as (select 1 union all select i + 1 from n where i < 150) select i from n"
    page = get("/ask", params={"sql": numbers}).text
    assert "150 rows, the first 100 below" in page
    assert page.count('<td class="number">') == 100
    assert get("/ask", params={"sql": numbers, "_all": "1"}).text.count('<td class="number">') == 150
    assert len(get("/ask.json", params={"sql": numbers}).json()["rows"]) == 150


def test_fields_suit_their_parameters(get: Get) -> None:
    page = get("/ask", params={"sql": "select :person, :since, :kind, :free"}).text
    assert '<option value="Ken Saito">' in page
    assert 'name="since" type="date"' in page
    assert '<option value="hold_office">' in page
    assert 'name="free" type="text"' in page


def test_a_month_stays_in_its_field(get: Get) -> None:
    assert 'name="since" type="text" value="2024-06"' in get("/ask/who_met_whom?since=2024-06").text


def test_charts_are_drawn_from_the_answer(get: Get) -> None:
    sql = "select 'a' as name, 3 as n union all select 'b', -1"
    page = get("/ask", params={"sql": sql, "_chart": "name", "_value": "n"}).text
    assert "<title>a: 3 n</title>" in page
    assert "<title>b: -1 n</title>" in page
    assert "<title>a: 1 rows</title>" in get("/ask", params={"sql": sql, "_chart": "name"}).text


def test_csv_is_safe_and_marked_as_utf8(get: Get) -> None:
    response = get("/ask.csv", params={"sql": "select '=1+1' as a, '岸田' as b, -2 as c, '+' as d"})
    assert response.text == "\ufeffa,b,c,d\r\n'=1+1,岸田,-2,+\r\n"
    assert "attachment" in response.headers["content-disposition"]


def test_a_visitor_without_leave_runs_no_sql(served_copy: Served) -> None:
    served_copy.datasette.config["databases"] = {"claims": {"allow_sql": False}}
    assert served_copy.get("/ask?sql=" + quote("select 1")).status_code == 403
    assert served_copy.get("/ask/failed").status_code in (200, 403)
    assert "<textarea" not in served_copy.get("/ask").text


def test_a_visitor_without_leave_sees_no_page(served_copy: Served) -> None:
    served_copy.datasette.config["databases"] = {"claims": {"allow": False}}
    for path in (
        "/search",
        "/claim/meti-jucip4-en-01-a",
        "/document/meti-jucip4-en",
        "/new.atom",
        "/planned.ics",
        "/ask/failed",
    ):
        assert served_copy.get(path).status_code == 404, path
    assert "Ken Saito" not in served_copy.get("/").text


def test_an_empty_answer_says_what_is_nearest_on_the_page_and_as_data(get: Get) -> None:
    told = get("/ask/offices.json?person=METI").json()
    assert told["rows"] == []
    assert "give it as organisation" in told["notes"][0]
    page = get("/ask/who_met_whom?person=Ken+Saitoo")
    assert "did you mean" in page.text
    assert get("/ask/offices.json?organisation=METI").json()["notes"] == []
    assert "give it as organisation" in get("/claims/offices?person=METI").text  # Datasette's own page of the question
    assert "give it as" not in get("/claims/offices?organisation=METI").text


def test_a_misspelt_column_is_told_with_its_table(get: Get) -> None:
    response = get("/ask.json?sql=select+sumary+from+statements")
    assert response.status_code == 400
    assert "did you mean `summary`, of `statements`?" in response.json()["error"]


def test_a_question_is_given_as_sql_for_other_clients(get: Get, shipped_file: Path) -> None:
    page = get("/ask/who_met_whom?person=Ken+Saito")
    assert "/ask/who_met_whom.sql?person=Ken+Saito" in page.text
    sql = get("/ask/who_met_whom.sql?person=Ken+Saito").text
    rows = sqlite3.connect(f"file:{shipped_file}?mode=ro", uri=True).execute(sql).fetchall()
    assert len(rows) == len(get("/ask/who_met_whom.json?person=Ken+Saito").json()["rows"])


def test_names_to_choose_from_are_looked_up_once_until_they_change(
    served_copy: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows = Ask.rows

    async def seen(self: Ask, question: str, **parameters: object) -> Any:
        asked.append(question)
        return await rows(self, question, **parameters)

    monkeypatch.setattr(Ask, "rows", seen)
    for since in ("2020", "2021"):
        assert "Nobody Known" not in served_copy.get(f"/ask/who_met_whom?since={since}").text
    assert asked.count("console/known") == 1
    with Database(str(served_copy.datasette.databases["claims"].path)) as db:
        db.load([{"record": "entity", "slug": "nobody", "name": "Nobody Known", "kind": "person"}])
    assert "Nobody Known" in served_copy.get("/ask/who_met_whom?since=2022").text
    assert served_copy.get("/ask/who_met_whom.json").status_code == 200
    assert asked.count("console/known") == 2


def test_a_question_reads_no_more_than_its_page_shows(get: Get) -> None:
    """And tells that there is more, which its files and the whole page then have."""
    page, whole = get("/ask/timeline").text, get("/ask/timeline?_all=1").text
    rows = get("/ask/timeline.json").json()["rows"]
    assert len(rows) > 100
    assert "100 or more rows, the first 100 below." in page
    assert "Show them all" in page
    assert f"{len(rows)} rows." in whole
    assert page.count("<tr>") < whole.count("<tr>")


@pytest.mark.parametrize(("number", "written"), [("1e999", "inf"), ("-1e999", "-inf")])
def test_a_number_without_end_is_json_that_others_read(get: Get, number: str, written: str) -> None:
    def refused(name: str) -> Any:
        raise ValueError(name)

    told = json.loads(get("/ask.json", params={"sql": f"select {number} as n"}).text, parse_constant=refused)
    assert told["rows"] == [[written]]
    assert get("/ask.csv", params={"sql": f"select {number} as n"}).text.endswith(f"{written}\r\n")


@pytest.mark.parametrize("value", ["1e999", "-1e999", "1e308"])
def test_a_chart_of_numbers_without_end_draws_none(get: Get, value: str) -> None:
    sql = f"select 'a' as a, {value} as b union all select 'a', 1.7e308 union all select 'c', 1"
    page = get("/ask", params={"sql": sql, "_chart": "a", "_value": "b"})
    assert page.status_code == 200
    assert "<title>a:" not in page.text
