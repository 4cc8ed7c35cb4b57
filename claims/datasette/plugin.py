"""The Datasette plugin: everything that plain `datasette claims.db` shows beyond tables.

Each hook hands over to the room that does the work: `metadata` (descriptions, labels, search, queries), `pages` (the
table of routes), `cells` (links in table cells), `spreadsheet` (CSV that is safe to open), `writing` (records over HTTP).
"""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.permissions import Action, PermissionSQL
from datasette.resources import DatabaseResource

from claims.datasette import cells, metadata, parameters, spreadsheet, writing
from claims.datasette import routes as pages
from claims.datasette import templates as environment
from claims.storage import MAPPED, functions


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection) -> None:
    """The SQL functions of the views, foreign keys, reading without copying, and `?_search=` through the index of character pairs."""
    functions.register(conn)
    conn.create_function("escape_fts", 1, functions.FUNCTIONS["search_query"])
    conn.execute("pragma foreign_keys = on")
    conn.execute(f"pragma {MAPPED}")


@hookimpl
def startup(datasette: Any) -> Any:
    async def describe() -> None:
        for database in await pages.claims_databases(datasette):
            await metadata.describe(datasette, database)

    return describe


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    environment.prepare(env)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    return pages.routes()


@hookimpl
def extra_template_vars(datasette: Any, request: Any, template: str, database: str | None) -> Any:
    async def variables() -> dict[str, Any]:
        if template == "index.html":
            return await pages.home_variables(datasette, request)
        if template == "query.html" and request is not None:
            return await parameters.template_variables(datasette, request, database)
        if template == "table.html" and request is not None:
            return {"search": request.args.get("_search") or ""}  # 1.0a41 leaves the box empty after a search
        return {}

    return variables


@hookimpl
def extra_css_urls() -> list[str]:
    return [environment.static_url("claims.css")]


@hookimpl
def menu_links(datasette: Any) -> list[dict[str, str]]:
    return [{"href": datasette.urls.path(path), "label": label} for path, label in environment.NAVIGATION]


@hookimpl
def render_cell(value: Any, column: str, table: str | None, datasette: Any, request: Any) -> Any:
    return cells.render(value, column, table, datasette, request)


@hookimpl
def asgi_wrapper() -> Any:
    return spreadsheet.wrap


@hookimpl
def register_actions() -> list[Action]:
    return [
        Action(
            name=writing.ACTION,
            description="Load records into a claims database",
            resource_class=DatabaseResource,
        )
    ]


@hookimpl
def actor_from_request(datasette: Any, request: Any) -> dict[str, str] | None:
    return writing.actor(datasette, request)


@hookimpl
def permission_resources_sql(actor: dict[str, Any] | None, action: str) -> PermissionSQL | None:
    return writing.permission(actor, action)
