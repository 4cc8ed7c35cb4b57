"""Cells of Datasette's tables and of query results: keys and names lead to their pages, hits of a search are marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, quote, quote_plus

from markupsafe import Markup, escape

from claims.datasette.highlights import hits, marked_at
from claims.datasette.templates import spoken
from claims.datasette.wording import coded

KEY = re.compile(r"[a-z2-7]{26}")
_CLAIMS = {"claim", "claim_a", "claim_b", "outcome_claim", "claim_key"}
_DOCUMENTS = {"document", "document_a", "document_b"}
_PAGES = {"claims": "claim", "held_claims": "claim", "documents": "document", "entities": "entity", "events": "event"}
_NAMES = {"person", "other", "party", "entity", "office", "organisation", "place", "framework", "holder", "topic"}


def link(value: Any, column: str) -> str | None:
    """The path of the page that a value of a column so named leads to, None where there is none."""
    way = way_of(column)
    return way(value) if way is not None and value and isinstance(value, str) else None


@lru_cache(maxsize=256)
def way_of(column: str) -> Callable[[str], str | None] | None:
    """How words in a column so named become the path of a page; None where they never do. Asked once a column, not once a cell."""
    if column in _CLAIMS:
        return lambda value: f"/claim/{value}" if KEY.fullmatch(value) else None
    if column in _DOCUMENTS:
        return lambda value: None if "/" in value else f"/document/{quote(value)}"
    if column == "event_key":
        return lambda value: None if "/" in value else f"/event/{quote(value)}"
    if column == "entity_key":
        return lambda value: f"/entity/{value}" if KEY.fullmatch(value) else None
    if column in _NAMES:
        return lambda value: f"/named?name={quote_plus(value)}" if len(value) < 200 else None
    return None


def render(value: Any, column: str, table: str | None, datasette: Any, request: Any) -> Markup | None:
    """The HTML of a cell on Datasette's own pages; None leaves it to Datasette."""
    if not isinstance(value, str):
        return None
    path = f"/{_PAGES[table]}/{value}" if column == "key" and table in _PAGES else link(value, column)
    if path:
        return Markup(f'<a href="{escape(datasette.urls.path(path))}">{spoken(value)}</a>')
    if code := coded(column, value):
        return Markup('{} <span class="muted">{}</span>').format(value, code)
    if column == "quoted":
        return Markup(f'<span class="muted">unverified</span> <q>{spoken(value)}</q>')
    words = "" if request is None else _searched(request.scope.get("query_string") or b"")
    spans = hits(value, words) if words else ()
    return marked_at(value, spans) if spans else None


@lru_cache(maxsize=64)
def _searched(query: bytes) -> str:
    """What is searched for: Datasette would read the address anew for each cell."""
    if b"_search=" not in query:
        return ""
    return parse_qs(query.decode("latin-1"), keep_blank_values=True).get("_search", [""])[0]
