from __future__ import annotations

import pytest

from claims import Database
from claims.datasette.pages import search
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


_FILTERS: list[dict[str, str]] = [
    {"q": "semiconductor"},
    {"q": "半導体", "kind": "cooperate"},
    {"q": "2024", "entity": "Japan"},
    {"q": "2024", "entity": "Japan", "other": "Gina Raimondo"},
    {"q": "2024", "since": "2024-06", "until": "2024-06"},
    {"q": "2024", "until": "2024-04"},
    {"entity": "Japan", "other": "Gina Raimondo"},
    {"entity": "Gina Raimondo", "other": "Japan"},
]


@pytest.mark.parametrize("filters", _FILTERS)
def test_whatever_is_read_first_the_same_claims_are_found(
    get: Get, monkeypatch: pytest.MonkeyPatch, filters: dict[str, str]
) -> None:
    """A search of many hits is asked about what the other filters leave, one of few the other way round."""
    publisher = get("/search.json").json()["claims"][0]["publisher"]
    for given in (filters, filters | {"publisher": publisher}):
        few = get("/search.json", params=given).json()
        monkeypatch.setattr(search, "_MANY", 1)
        many = get("/search.json", params=given).json()
        monkeypatch.undo()
        assert few == many
        assert few["count"] > 0 or "publisher" in given
