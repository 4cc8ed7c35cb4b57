"""The addresses of the pages, and what all of them share: one view gives data, shown as HTML or as JSON."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response, asgi_static

from claims.catalogue import catalogue
from claims.datasette import writing
from claims.datasette.asking import Ask, ask_of, claims_databases
from claims.datasette.pages import claim, console, document, entity, event, feeds, meetings, search, timeline
from claims.datasette.showing import Redirect, Shown, slow
from claims.datasette.templates import STATIC, STATIC_PATH

__all__ = ["claims_databases", "home_variables", "routes"]

_FORMAT = r"(?:\.(?P<format>json))?$"
_FORMAT_OR_CSV = r"(?:\.(?P<format>json|csv))?$"
_FORMAT_CSV_OR_SQL = r"(?:\.(?P<format>json|csv|sql))?$"


def routes() -> list[tuple[str, Any]]:
    """(pattern, view) of every page. A key or slug holds no slash."""
    static = asgi_static(STATIC)
    return [
        (rf"^/claim/(?P<key>[^/]+?){_FORMAT}", _view(claim.page)),
        (rf"^/document/(?P<key>[^/]+?){_FORMAT}", _view(document.page)),
        (rf"^/entity/(?P<key>[^/]+?){_FORMAT}", _view(entity.page)),
        (rf"^/named{_FORMAT}", _view(entity.named)),
        (rf"^/event/(?P<key>[^/]+?){_FORMAT}", _view(event.page)),
        (rf"^/search{_FORMAT}", _view(search.page)),
        (rf"^/map{_FORMAT}", _view(meetings.page)),
        (rf"^/timeline{_FORMAT}", _view(timeline.page)),
        (rf"^/ask{_FORMAT_OR_CSV}", _view(console.page)),
        (rf"^/ask/(?P<name>[a-z_0-9]+){_FORMAT_CSV_OR_SQL}", _view(console.page)),
        (r"^/new\.atom$", _view(feeds.atom)),
        (r"^/planned\.ics$", _view(feeds.calendar)),
        (r"^/-/claims/load$", writing.load_records),
        (rf"^{STATIC_PATH}(?P<path>.*)$", static),
    ]


def first_part(pattern: str) -> str:
    """The first part of the addresses that a route's pattern takes: "claim" of ^/claim/..."""
    return re.split(r"[^\w-]", pattern.removeprefix("^/"))[0]


async def home_variables(datasette: Any, request: Any) -> dict[str, Any]:
    """What the home page tells: counts, newest documents, series of events, and the catalogue. {} without claims."""
    if not await claims_databases(datasette):
        return {}
    ask = await ask_of(datasette, request)
    return {
        "claims_home": {
            "database": ask.database,
            "counts": (await ask.rows("home/counts"))[0],
            "documents": await ask.rows("home/documents"),
            "events": await ask.rows("home/events"),
            "people": await ask.rows("home/people"),
            "questions": [q for q in console.questions() if await ask.rows("home/slug_is_held", slug=q["needs"])],
            "catalogue": list(catalogue().values()),
        }
    }


def _view(page: Callable[[Ask], Awaitable[Shown | Redirect | Response]]) -> Any:
    async def view(datasette: Any, request: Any) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response.error(["this page is read by GET"], 405, headers={"allow": "GET, HEAD"})
        ask = await ask_of(datasette, request)
        try:
            shown = await page(ask)
        except QueryInterrupted:
            shown = Shown("slow.html", {"error": slow(datasette)}, status=503)
        except sqlite3.OperationalError as error:  # more than a guarded connection does
            shown = Shown("slow.html", {"error": f"This cannot be asked: {error}."}, status=400)
        if isinstance(shown, Redirect):
            return Response.redirect(datasette.urls.path(shown.path))
        if isinstance(shown, Response):
            return shown
        if ask.format == "json":
            return Response.json(shown.data, status=shown.status)
        variables = {**shown.data, **shown.drawn, "database": ask.database, "json_url": _json_url(ask)}
        return Response.html(
            await datasette.render_template(f"claims/{shown.template}", variables, request=request),
            status=shown.status,
        )

    return view


def _json_url(ask: Ask) -> str:
    query = ask.request.query_string
    return f"{ask.request.path}.json" + (f"?{query}" if query else "")
