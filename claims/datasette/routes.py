"""The addresses of the pages, and what all of them share: one view gives data, shown as HTML or as JSON."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import NotFound, Response, asgi_static
from datasette.views.base import DatasetteError

from claims.catalogue import catalogue
from claims.datasette import describing, writing
from claims.datasette.asking import Ask, ask_of, claims_databases
from claims.datasette.failing import is_broken
from claims.datasette.pages import claim, console, document, entity, event, feeds, meetings, offered, search, timeline
from claims.datasette.route import JSON, Route
from claims.datasette.showing import Redirect, Shown, slow
from claims.datasette.templates import STATIC, STATIC_PATH, at_once

__all__ = ["claims_databases", "home_variables", "routes"]

_JSON = ("json",)
#: Where other programs read what the addresses take and give.
DESCRIPTION = "/-/claims/openapi.json"


async def described(ask: Ask) -> Response:
    """What these addresses take and give, for other programs: OpenAPI 3.1."""
    return Response.json(await describing.described(ask, ROUTES))


#: Every address of ours but those of files. A key or slug holds no slash.
ROUTES = (
    Route("/claim/{key}", claim.page, formats=_JSON),
    Route("/document/{key}", document.page, document.TAKES, _JSON),
    Route("/entity/{key}", entity.page, formats=_JSON),
    Route("/named", entity.named, entity.TAKES, _JSON),
    Route("/event/{key}", event.page, formats=_JSON),
    Route("/search", search.page, search.TAKES, _JSON),
    Route("/map", meetings.page, meetings.TAKES, _JSON),
    Route("/timeline", timeline.page, timeline.TAKES, _JSON),
    Route("/ask", console.page, console.TAKES, ("json", "csv"), console.DRAWS),
    Route("/ask/{name}", console.page, {}, ("json", "csv", "sql"), console.DRAWS),
    Route("/new.atom", feeds.atom, gives=feeds.ATOM),
    Route("/planned.ics", feeds.calendar, gives=feeds.CALENDAR),
    Route("/-/claims/load", writing.load_records, writing.TAKES, method="post", gives=JSON, told=writing.Loaded),
    Route(DESCRIPTION, described, gives=JSON, told=dict[str, Any]),
)


def routes() -> list[tuple[str, Any]]:
    """(pattern, view) of every address."""
    views = [(route.pattern, _view(route.shows) if route.method == "get" else route.shows) for route in ROUTES]
    return [*views, (rf"^{STATIC_PATH}(?P<path>.*)$", asgi_static(STATIC))]


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
            "counts": (await ask.kept_rows("home/counts"))[0],
            "documents": await ask.kept_rows("home/documents"),
            "events": await ask.kept_rows("home/events"),
            "people": await ask.kept_rows("home/people"),
            "questions": [q for q in offered.questions() if await ask.kept_rows("home/slug_is_held", slug=q["needs"])],
            "catalogue": list(catalogue().values()),
        }
    }


def _view(page: Callable[[Ask], Awaitable[Shown[Any] | Redirect | Response]]) -> Any:
    async def view(datasette: Any, request: Any) -> Response:
        if request.method not in ("GET", "HEAD"):
            return Response.error(["this page is read by GET"], 405, headers={"allow": "GET, HEAD"})
        ending = request.url_vars.get("format")
        try:
            ask = await ask_of(datasette, request)
        except NotFound as error:
            raise DatasetteError(str(error), status=404) from None
        try:
            shown = await page(ask)
        except NotFound as error:  # not left to Datasette, which leads a key that is not ASCII to another address
            shown = _refusal(str(error), 404, ending)
        except QueryInterrupted:
            shown = _refusal(slow(datasette), 503, ending)
        except sqlite3.OperationalError as error:  # more than a guarded connection does
            if is_broken(error):
                raise
            shown = _refusal(f"This cannot be asked: {error}.", 400, ending)
        if isinstance(shown, Redirect):
            return Response.redirect(datasette.urls.path(shown.path + (".json" if ask.format == "json" else "")))
        if isinstance(shown, Response):
            return shown
        if ask.format == "json":
            return Response.json(shown.data, status=shown.status)
        variables = {**shown.data, **shown.drawn, "database": ask.database, "json_url": _json_url(ask)}
        template = at_once(datasette.get_jinja_environment(request)).get_template(f"claims/{shown.template}")
        return Response.html(await datasette.render_template(template, variables, request=request), status=shown.status)

    return view


def _refusal(reason: str, status: int, ending: str | None) -> Any:
    """Why there is no answer, as JSON to who asked for that, as text in a file's place, else as a page."""
    if ending == "json":
        return Response.error([reason], status)
    if ending:
        return Response.text(reason, status=status)
    heading = {404: "Not found", 503: "Too much at once"}.get(status, "This cannot be asked")
    return Shown("refused.html", {"error": reason}, {"heading": heading}, status)


def _json_url(ask: Ask) -> str:
    query = ask.request.query_string
    return f"{ask.request.path}.json" + (f"?{query}" if query else "")
