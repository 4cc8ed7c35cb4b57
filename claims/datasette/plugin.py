"""The Datasette plugin: everything that plain `datasette claims.db` shows beyond tables.

Each hook hands over to the room that does the work: `metadata` (descriptions, labels, search, queries), `pages` (the
table of routes), `cells` (links in table cells), `spreadsheet` (CSV that is safe to open), `guarded` and `doors` (limits on what
strangers may ask), `bearing` (tokens).
Each first asks whether the database is ours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Coroutine, Generator
from functools import partial
from typing import Any

from datasette import hookimpl
from datasette.permissions import Action, PermissionSQL
from datasette.utils import tilde_decode

from claims.datasette import (
    addresses,
    bearing,
    calling,
    cells,
    doors,
    failing,
    freshness,
    guarded,
    keeping,
    metadata,
    models,
    parameters,
    spreadsheet,
    table_rows,
    turns,
)
from claims.datasette import routes as pages
from claims.datasette import templates as environment
from claims.datasette.asking import holds_claims
from claims.storage import MAPPED, functions, terms

_LONGEST = 100_000  # characters that a function of ours takes from a stranger: some hundredths of a second


def _is_served(datasette: Any) -> bool:
    """Whether any database of ours is."""
    return any(holds_claims(datasette, name) for name in datasette.databases)


def _is_ours(datasette: Any, database: str | None) -> bool:
    """Whether a page is of a database of ours, or of none where one of ours is served."""
    return holds_claims(datasette, database) if database else _is_served(datasette)


@hookimpl(trylast=True)
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """The SQL functions of the views, foreign keys, reading without copying, and `?_search=` through the index of character pairs."""
    if not holds_claims(datasette, database):
        return
    conn.text_factory = partial(
        str, encoding="utf-8", errors="replace"
    )  # as Datasette's, which is called for each value
    functions.register(conn, _LONGEST)
    conn.create_function("escape_fts", 1, functions.total(functions.FUNCTIONS["search_query"], _LONGEST))
    terms.register(conn, _LONGEST)
    conn.execute("pragma foreign_keys = on")
    conn.execute(f"pragma {MAPPED}")


@hookimpl
def startup(datasette: Any) -> Any:
    guarded.guard(datasette)

    async def describe() -> None:
        for database in await pages.claims_databases(datasette):
            await metadata.describe(datasette, database)

    return describe


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    if _is_served(datasette):
        environment.prepare(env)
        env.globals["claims_rows"] = table_rows.rows
        env.globals["claims_sorting"] = table_rows.sorting
        calling.shorten(datasette, env)


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """Our pages; not where the address is that of a database served."""
    if not _is_served(datasette):
        return []
    return [(pattern, view) for pattern, view in pages.routes() if pages.first_part(pattern) not in datasette.databases]


@hookimpl
def extra_template_vars(datasette: Any, request: Any, template: str, database: str | None) -> Any:
    async def variables() -> dict[str, Any]:
        if not _is_ours(datasette, database):
            return {}
        fresh = {"claims_freshness": await freshness.told(datasette, database)}
        if template == "index.html":
            return fresh | await pages.home_variables(datasette, request)
        if template == "query.html" and request is not None:
            return fresh | await parameters.template_variables(datasette, request, database)
        if template == "table.html" and request is not None:
            return fresh | {"search": request.args.get("_search") or ""}  # 1.0a41 leaves the box empty after a search
        return fresh

    return variables


@hookimpl
def extra_css_urls(database: str | None, datasette: Any) -> list[str]:
    return [environment.static_url("claims.css")] if _is_ours(datasette, database) else []


@hookimpl
def menu_links(datasette: Any, request: Any) -> list[dict[str, str]]:
    database = request.url_vars.get("database") if request is not None else None
    if not _is_ours(datasette, tilde_decode(database) if database else None):
        return []
    return [{"href": datasette.urls.path(path), "label": label} for path, label in environment.NAVIGATION]


@hookimpl
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any, request: Any) -> Any:
    shown = cells.render(value, column, table, datasette, request)  # first, as most cells are left as they are
    return shown if shown is not None and holds_claims(datasette, database) else None


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    """The doors (`doors`) where a database of ours is served; CSV is made safe, and what anybody may see is kept until one changes."""
    if not _is_served(datasette):
        return lambda app: app
    models.prepare(datasette)
    is_ours = partial(addresses.is_ours, datasette)
    hosts = (datasette.plugin_config("claims") or {}).get("hosts") or ()
    seconds = 2 * datasette.sql_time_limit_ms / 1000

    def wrapped(app: Any) -> Any:
        safe = spreadsheet.wrap(doors.with_policy(app, is_ours), is_ours)
        one_by_one = turns.wrap(safe, partial(addresses.is_long, datasette))
        kept = keeping.wrap(one_by_one, datasette, partial(addresses.is_told_by_content, datasette))
        is_question = partial(addresses.is_question, datasette)
        return doors.wrap(kept, is_ours, hosts, seconds, is_question=is_question, is_open=bool(datasette.cors))

    return wrapped


@hookimpl
def register_actions() -> list[Action]:
    return bearing.actions()


@hookimpl
def register_token_handler() -> bearing.ClaimsTokens:
    return bearing.ClaimsTokens()


@hookimpl
def permission_resources_sql(actor: dict[str, Any] | None, action: str) -> PermissionSQL | None:
    return bearing.permission(actor, action)


@hookimpl(wrapper=True)
def handle_exception(datasette: Any, exception: Exception) -> Generator[None, list[Any], list[Any]]:
    """Our answer where there is one, and then no other: Datasette's own would print a traceback beside it."""
    others = yield
    answer = failing.answer(datasette, exception)
    if answer is None:
        return others
    for other in others:
        if isinstance(other, Coroutine):
            other.close()
    return [answer]
