from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

import claims.datasette
from claims import Database
from claims.catalogue import catalogue
from claims.datasette.asking import page_sql
from claims.resources import DB
from tests.datasette.conftest import Get, Served

PAGES = [
    "/",
    "/search",
    "/search?q=%E5%B2%B8%E7%94%B0",
    "/search?entity=Kamikawa&kind=meet&since=2024",
    "/claim/meti-jucip4-en-01-a",
    "/document/meti-jucip4-en",
    "/document/japanforward-jucip-ja",
    "/entity/yoko-kamikawa",
    "/event/trilateral-cim-1",
    "/map",
    "/map?kind=state&since=2024-06&until=2024-06",
    "/timeline",
    "/timeline?standing=planned&series=JUCIP",
    "/ask",
    "/ask?sql=select+kind,+count(*)+as+n+from+claims+group+by+kind&_chart=kind&_value=n",
    "/ask/planned?since=2024-06-01&until=2024-06-30&as_of=2024-10-01",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_answers_and_its_links_lead_somewhere(get: Get, path: str) -> None:
    response = get(path)
    assert response.status_code == 200, response.text[:2000]
    links = set(re.findall(r'href="(/[^"#]*)', response.text))
    assert links
    for link in sorted(links)[:60]:
        if "/-/" not in link:
            assert get(link.replace("&amp;", "&")).status_code in (200, 302), link


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/"])
def test_every_page_is_json_too(get: Get, path: str) -> None:
    head, _, query = path.partition("?")
    assert get(f"{head}.json" + (f"?{query}" if query else "")).json()


@pytest.mark.parametrize(
    "path", ["/claim/none", "/document/none", "/entity/none", "/event/none", "/named?name=nobody-here", "/ask/none"]
)
def test_what_is_not_there_is_404_and_leads_on(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 404
    assert '<form action="/search" role="search">' in answer.text
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize("path", ["/claim/none", "/claim/%E5%AE%89", "/entity/a%20b", "/event/%FF", "/document/a~b"])
def test_what_is_not_there_is_told_at_once(get: Get, path: str) -> None:
    """Whatever letters its key has; in JSON to who asked for that."""
    page, answer = get(path), get(f"{path}.json")
    assert (page.status_code, answer.status_code) == (404, 404)
    assert "holds no" in page.text
    assert "holds no" in answer.json()["errors"][0]


QUESTIONS = [
    path.relative_to(DB / "pages").with_suffix("").as_posix() for path in sorted((DB / "pages").rglob("*.sql"))
]
CODE = "".join(path.read_text("utf-8") for path in Path(claims.datasette.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_question_says_what_it_asks_and_is_asked(question: str) -> None:
    assert page_sql(question).startswith("-- ")
    page, _, what = question.partition("/")
    assert f'"{question}"' in CODE or (page == what and f'ask.row("{page}"' in CODE)


def test_home_links_the_whole_catalogue(get: Get) -> None:
    page = get("/").text
    for query in catalogue().values():
        assert f'href="/ask/{query.name}"' in page
        assert query.title in page


def test_home_of_another_database_is_datasettes_own(tmp_path: Path, served: Served) -> None:
    server = Served.__new__(Served)
    server.loop = served.loop
    server.datasette = Datasette(memory=True)
    try:
        assert server.get("/").status_code == 200
        assert server.get("/search").status_code == 404
    finally:
        server.run(server.datasette.invoke_shutdown())


def test_claim_page_shows_the_quote_marked_in_its_sentence(get: Get) -> None:
    page = get("/claim/meti-jucip4-en-01-a").text
    assert '<blockquote lang="en">METI reported that <mark>the fourth Japan-U.S. Commercial' in page
    assert "another date" in page
    assert "@misc{" in page


def test_claim_page_is_found_by_key_and_slug_alike(get: Get) -> None:
    by_slug = get("/claim/meti-jucip4-en-01-a.json").json()
    by_key = get(f"/claim/{by_slug['claim']['key']}.json").json()
    assert by_slug == by_key


def test_a_superseded_claim_says_so(served_copy: Served) -> None:
    key = served_copy.get("/claim/meti-jucip4-en-01-a.json").json()["claim"]["key"]
    with Database(served_copy.datasette.get_database("claims").path) as db:
        db.load(
            [{"record": "review", "claim": key, "verdict": "accepted", "reviewer": "Reader", "note": "as written"}],
            strict=True,
        )
        with db.engine.begin() as connection:
            connection.exec_driver_sql(
                "update claims set retracted_at = '2099-01-01T00:00:00.000Z', retraction = 'misread' where key = ?",
                (key,),
            )
    page = served_copy.get(f"/claim/{key}").text
    assert "No longer held since 1 January 2099: misread." in page
    assert "accepted by Reader" in page


def test_document_page_accounts_for_every_sentence(get: Get, shipped: Database) -> None:
    for document in ("meti-jucip4-en", "nhk-trilateral-ja", "japanforward-jucip-ja"):
        told = get(f"/document/{document}.json").json()
        ledger = shipped.sql(
            "select count(*) as n from sentences as s join documents as d on d.id = s.document_id where d.slug = :d",
            {"d": document},
        )
        assert len(told["rows"]) == ledger[0]["n"]
        assert all(row["claims"] or row["reason"] for row in told["rows"])


def test_withheld_document_tells_how_to_attach(get: Get) -> None:
    page = get("/document/japanforward-jucip-ja").text
    assert "claims attach article.txt" in page
    assert "Told in other words in" in page


def test_a_document_page_points_at_one_claim(get: Get) -> None:
    key = get("/claim/meti-jucip4-en-01-a.json").json()["claim"]["key"]
    page = get(f"/document/meti-jucip4-en?claim={key}").text
    assert 'class="pointed" id="words"' in page


@pytest.mark.parametrize("name", ["上川", "Kamikawa", "横上川", "Yoko Kamikawa", "KAMIKAWA YOKO"])
def test_a_name_in_any_script_leads_to_its_bearer(get: Get, name: str) -> None:
    response = get("/named", params={"name": name})
    assert response.status_code == 302
    assert "Yoko Kamikawa" in get(response.headers["location"]).text


def test_claims_of_another_matter_do_not_contradict(get: Get) -> None:
    """That nothing concrete was found on chips does not deny that supply chains were agreed on."""
    beside = get("/claim/jf-46-a.json").json()["beside"]
    assert {other["against"] for other in beside} == {"another matter"}
    assert "denied" not in {other["against"] for other in get("/claim/meti-jucip4-en-01-a.json").json()["beside"]}


def test_event_page_sets_the_dates_against_each_other(get: Get) -> None:
    told = get("/event/trilateral-cim-1.json").json()
    dates = next(entry for entry in told["disagreements"] if entry["slot"] == "date")
    assert set(dates["values"]) == {"2024-06-26", "2024-06-27"}
    assert "contradiction" in dates["classes"]
    assert all(dates["values"].values())


def test_map_cells_lead_to_the_claims_they_count(get: Get) -> None:
    page = get("/map").text
    cell = re.search(r'<a href="([^"]+)" class="cell[^"]*"><title>Ken Saito and Gina Raimondo: (\d+) times', page)
    assert cell is not None
    told = get(cell[1].replace("&amp;", "&").replace("/who_met_whom?", "/who_met_whom.json?")).json()
    assert len(told["rows"]) >= int(cell[2])


def test_who_came_together_did_not_meet(get: Get) -> None:
    """Raimondo and Blinken sat on one side of the table; so a page says of them what the question says."""
    pairs = {frozenset((pair["one"], pair["other"])) for pair in get("/map.json").json()["pairs"]}
    asked = get("/ask/who_met_whom.json?person=Gina+Raimondo").json()
    others = {row[asked["columns"].index("other")] for row in asked["rows"]}
    met = {row["name"] for row in get("/entity/gina-raimondo.json").json()["met"]}
    assert met
    assert "Antony Blinken" not in met
    assert met <= others
    assert {"Gina Raimondo", "Ken Saito"} in pairs
    assert {"Gina Raimondo", "Antony Blinken"} not in pairs


def test_map_narrows_by_time(get: Get) -> None:
    assert get("/map.json?since=2030").json()["pairs"] == []
    assert get("/map.json?until=2024-06-30").json()["pairs"]


def test_timeline_draws_vague_dates_as_ranges(get: Get) -> None:
    rows = {(row["event_key"], row["standing"]): row for row in get("/timeline.json").json()["events"]}
    summer = rows["epcc-next", "planned"]
    assert (summer["first_day"], summer["last_day"]) == ("2024-06-01", "2024-08-31")
    assert ("jucip-4", "held") in rows


@pytest.mark.parametrize(
    "path", ["/timeline?since=2024-13", "/map?until=soon", "/search?since=2024-Q2", "/search?entity=nobody-here"]
)
def test_a_wrong_filter_says_what_is_wrong(get: Get, path: str) -> None:
    response = get(path)
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    page, _, query = path.partition("?")
    assert (told := get(f"{page}.json?{query}")).status_code == 400
    assert told.json()["errors"]


@pytest.mark.parametrize("path", ["/search?page=²", "/search?page=x", "/document/meti-jucip4-en?from=²"])
def test_a_number_that_is_none_is_as_none_given(get: Get, path: str) -> None:
    assert get(path).status_code == 200


def test_json_holds_no_html(get: Get) -> None:
    assert "<svg" not in json.dumps(get("/map.json").json())


def test_an_event_with_too_many_claims_is_shown_without_comparing(get: Get, monkeypatch: pytest.MonkeyPatch) -> None:
    async def none(*_: object, **__: object) -> None:
        return None

    monkeypatch.setattr("claims.datasette.asking.Ask.rows_within", none)
    page = get("/event/trilateral-cim-1").text
    assert "Too many claims to compare" in page
    assert "Slot by slot" in page


def test_what_records_carry_is_text_and_no_markup(served_copy: Served, few: list[dict[str, Any]]) -> None:
    evil = "<script>alert(1)</script>"
    few[1] |= {"title": evil}
    few[5]["name"] = evil
    few[6] |= {"summary": evil, "asserter": evil}
    with Database(served_copy.datasette.get_database("claims").path) as db:
        db.load(few, strict=True)
        with db.engine.begin() as connection:  # the loader takes no such address; the file may come from elsewhere
            connection.exec_driver_sql("update documents set url = 'javascript:alert(1)' where slug = 'daily-1'")
    for path in (
        "/",
        "/claim/c1",
        "/document/daily-1",
        "/event/grain-talks",
        "/search?q=alert",
        "/timeline",
        "/new.atom",
        "/map",
    ):
        text = served_copy.get(path).text
        assert evil not in text, path
        assert 'href="javascript:' not in text, path
    assert evil not in served_copy.get("/claims/claims?_search=alert").text
