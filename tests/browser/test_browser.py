"""The pages as a person meets them: by mouse, keyboard, on a phone, in the dark, on paper, without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit

OWN = [
    "/",
    "/search?q=%E5%B2%B8%E7%94%B0",
    "/claim/meti-jucip4-en-01-a",
    "/document/nhk-trilateral-ja",
    "/document/japanforward-jucip-ja",
    "/entity/yoko-kamikawa",
    "/event/trilateral-cim-1",
    "/map",
    "/timeline",
    "/ask",
    "/ask?sql=select+kind,+count(*)+as+n+from+claims+group+by+kind&_chart=kind&_value=n",
    "/ask/planned?since=2024-06-01&until=2024-06-30&as_of=2024-10-01",
]
DATASETTES = [
    "/claims",
    "/claims/who_met_whom?person=Kamikawa",
    "/claims/claims?_search=%E5%B2%B8%E7%94%B0",
    "/claims/statements",
]
Open = Callable[..., Visit]


@pytest.mark.parametrize("path", OWN + DATASETTES)
def test_a_page_opens_without_errors_or_scrolling_sideways(visit: Open, path: str) -> None:
    one = visit(375)
    page = one.open(path)
    assert one.errors == []
    for width in (375, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", OWN)
def test_axe_finds_nothing_serious(visit: Open, path: str) -> None:
    one = visit(color_scheme="light")
    one.open(path)
    assert one.axe() == []
    one.page.emulate_media(color_scheme="dark")
    assert one.axe() == []


@pytest.mark.parametrize("path", ["/claim/meti-jucip4-en-01-a", "/document/nhk-trilateral-ja", "/ask", "/map"])
def test_axe_finds_nothing_serious_on_a_phone(visit: Open, path: str) -> None:
    one = visit(375)
    one.open(path)
    assert one.axe() == []


@pytest.mark.parametrize("path", OWN)
def test_every_stop_of_the_keyboard_is_seen(visit: Open, path: str) -> None:
    page = visit().open(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")


def test_search_by_keyboard_alone(visit: Open) -> None:
    page = visit().open("/")
    page.focus("#q")
    page.keyboard.type("岸田")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("main mark").first.inner_text() == "岸田"


def test_sql_runs_by_keyboard(visit: Open) -> None:
    page = visit().open("/ask")
    page.fill("#sql", "select 6 * 7 as answer")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/ask?sql=*")
    assert page.locator("table.answer td").inner_text() == "42"


def test_who_says_the_27th_ends_at_a_highlighted_quote(visit: Open) -> None:
    page = visit().open("/")
    page.click("text=Who says the three-way meeting was on the 27th")
    page.click("li:has(> strong:text-is('2024-06-27')) a >> nth=0")
    assert page.locator("blockquote mark").first.inner_text()
    assert "27" in page.locator("h1").inner_text() + page.locator("main dl").first.inner_text()


def test_everyone_kamikawa_met_ends_at_a_highlighted_quote(visit: Open) -> None:
    page = visit().open("/")
    page.click("text=Everyone Kamikawa met, with dates")
    assert "Antony Blinken" in page.locator("table.answer").inner_text()
    page.click("table.answer tbody tr >> nth=0 >> td:last-child a")
    assert page.locator("blockquote mark").first.inner_text()


def test_promises_without_outcome_end_at_a_highlighted_quote(visit: Open) -> None:
    page = visit().open("/")
    page.click("text=Which promises of the June 2024 meetings had no outcome")
    page.locator("table.answer td:has(a[href*='#words']) a[href*='#words']").first.click()
    page.wait_for_selector("#words.pointed")  # a count would not wait for the page that the click opens


def test_pointing_at_a_claim_lights_its_words(visit: Open) -> None:
    page = visit().open("/document/nhk-trilateral-ja")
    page.hover(".bears p a >> nth=0")
    page.wait_for_selector(".mark.lit")


@pytest.mark.parametrize("path", OWN)
def test_all_is_there_without_javascript(visit: Open, path: str) -> None:
    with_scripts, without = visit(), visit(java_script_enabled=False)
    told = [one.open(path).locator("main").inner_text() for one in (with_scripts, without)]
    assert told[0] == told[1]
    assert len(told[0]) > 100


def test_a_map_cell_is_reached_and_opened_by_keyboard(visit: Open) -> None:
    page = visit().open("/map")
    page.locator("svg a.cell").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/who_met_whom?*")
    assert page.locator("table.answer tbody tr").count() > 0


def test_the_timeline_keeps_its_state_in_the_address(visit: Open) -> None:
    page = visit().open("/timeline")
    page.select_option("select[name=standing]", "planned")
    page.click("main form button")
    page.wait_for_url("**standing=planned**")
    assert page.locator("svg a.held").count() == 0
    assert page.locator("svg a.planned").count() > 0


def test_paper_shows_the_claim_and_no_furniture(visit: Open) -> None:
    page = visit().open("/claim/meti-jucip4-en-01-a")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("body > footer").is_visible()
    assert page.locator("blockquote mark").is_visible()


def test_japanese_and_korean_say_so(visit: Open) -> None:
    page = visit().open("/document/nhk-trilateral-ja")
    assert page.locator("h1 [lang=ja], h1[lang=ja]").count() == 1
    assert page.locator(".words").first.get_attribute("lang") == "ja"
    page = visit().open("/document/asiatoday-trilateral-ko")
    assert page.locator(".words").first.get_attribute("lang") == "ko"
