from __future__ import annotations

from types import SimpleNamespace

import pytest

from claims.datasette.cells import link, render
from tests.datasette.conftest import Get, Served

KEY = "a" * 26


@pytest.mark.parametrize(
    ("column", "value", "path"),
    [
        ("claim", KEY, "/claim/" + KEY),
        ("claim_b", KEY, "/claim/" + KEY),
        ("claim", "short", None),
        ("document_a", "meti-jucip4-en", "/document/meti-jucip4-en"),
        ("document", "a/b", None),
        ("person", "斎藤 健", "/named?name=%E6%96%8E%E8%97%A4+%E5%81%A5"),
        ("person", None, None),
        ("summary", KEY, None),
        ("claim", 5, None),
    ],
)
def test_values_lead_to_their_pages(column: str, value: object, path: str | None) -> None:
    assert link(value, column) == path


@pytest.mark.parametrize(
    ("table", "page"), [("claims", "claim"), ("documents", "document"), ("entities", "entity"), ("events", "event")]
)
def test_keys_in_tables_lead_to_pages(served: Served, get: Get, table: str, page: str) -> None:
    key = get(f"/{served.name}/{table}.json?_size=1&_shape=array").json()[0]["key"]
    assert f'<a href="/{page}/{key}">' in get(f"/{served.name}/{table}").text
    assert get(f"/{page}/{key}").status_code == 200


def test_a_hit_is_marked_without_reading_the_address_for_each_cell() -> None:
    """A page of a table has two thousand cells; the request here has nothing but its query string."""
    request = SimpleNamespace(scope={"query_string": b"_search=GRAIN+%E5%90%88%E6%84%8F&_search=other"})
    shown = {text: render(text, "summary", "claims", None, request) for text in ("Grain talks", "合意した", "other")}
    assert shown == {"Grain talks": "<mark>Grain</mark> talks", "合意した": "<mark>合意</mark>した", "other": None}
    assert (
        render("Grain talks", "summary", "claims", None, SimpleNamespace(scope={"query_string": b"_sort=id"})) is None
    )
