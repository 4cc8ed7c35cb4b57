from __future__ import annotations

import pytest

from claims import Database
from tests.datasette.conftest import Get


@pytest.mark.parametrize("facet", ["kind", "phase", "publisher"])
def test_facet_counts_are_those_of_the_filter(get: Get, facet: str) -> None:
    told = get("/search.json").json()
    values = next(entry["values"] for entry in told["facets"] if entry["name"] == facet)
    for value in values[:4]:
        assert get("/search.json", params={facet: value["value"]}).json()["count"] == value["count"]


def test_month_and_person_facets_narrow(get: Get) -> None:
    told = get("/search.json").json()
    for name in ("month", "who"):
        for value in next(entry["values"] for entry in told["facets"] if entry["name"] == name)[:3]:
            narrowed = get("/" + value["url"].replace("search?", "search.json?")).json()
            assert 0 < narrowed["count"] <= told["count"], value


def test_all_held_claims_are_listed_page_by_page(get: Get, shipped: Database) -> None:
    seen: list[str] = []
    for number in range(1, 100):
        claims = get(f"/search.json?page={number}").json()["claims"]
        if not claims:
            break
        seen += [claim["claim"] for claim in claims]
    held = {row["claim"] for row in shipped.sql("select claim from statements")}
    assert len(seen) == len(set(seen))
    assert set(seen) == held


def test_search_finds_people_and_documents_too(get: Get) -> None:
    told = get("/search.json?q=%E5%B2%B8%E7%94%B0").json()
    assert [row["name"] for row in told["entities"]] == ["Fumio Kishida"]
    assert told["documents"]
    assert all("岸田" in claim["quote"] for claim in told["claims"])


def test_together_with(get: Get) -> None:
    told = get("/search.json?entity=Kamikawa&other=Teodoro&kind=meet").json()
    assert told["count"] > 0
    assert all("Kamikawa" in claim["parties"] and "Teodoro" in claim["parties"] for claim in told["claims"])
