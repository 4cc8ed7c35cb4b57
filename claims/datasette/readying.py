"""What is made ready as a server begins, so that nobody has to wait for it: connections, templates, and what many pages show alike."""

from __future__ import annotations

import asyncio
import gc
import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlencode

from datasette.utils import named_parameters

from claims.catalogue import catalogue, limited
from claims.datasette.asking import page_sql, sql_over
from claims.datasette.guarded import GuardedDatabase
from claims.datasette.pages.console import SHOWN
from claims.datasette.parameters import NAMED
from claims.datasette.templates import PAGES, at_once
from claims.resources import DB

_TEMPLATES = re.compile(r"(claims/\w+|_\w+|base|database|index|query|row|table)\.html")
#: Questions of the page /search that another reads, and who reads them.
_FOUND, _OVER = "search/claims_", "search/summed"


async def make_ready(datasette: Any, host: str, is_over: Callable[[], bool]) -> None:
    """Make all of it ready, page by page until `is_over`. `host` is a name by which the server is asked."""
    for database in datasette.databases.values():
        if isinstance(database, GuardedDatabase) and not is_over():
            await database.learn(statements(), datasette.setting("num_sql_threads"))
    for path in _asked_before(datasette):
        if not is_over():
            await datasette.client.get(path, headers={"host": host})
    await asyncio.to_thread(_read_templates, datasette.get_jinja_environment(None))
    gc.collect()  # through all that is loaded once, and not a tenth of a second now and then
    gc.freeze()


@cache
def statements() -> tuple[str, ...]:
    """What pages and questions ask of whom or what they are given."""
    names = [f"{path.parent.name}/{path.stem}" for path in sorted((DB / "pages").glob("*/*.sql"))]
    found = [name for name in names if name.startswith(_FOUND) and name != "search/claims_told"]
    asked = [page_sql(name) for name in names if name not in (*found, _OVER)]
    asked += [sql_over(_OVER, name) for name in found]
    asked += [limited(query.sql, SHOWN + 1) for query in catalogue().values()]
    return tuple(sql for sql in asked if named_parameters(sql))


def _asked_before(datasette: Any) -> list[str]:
    """What is kept for all who come: the home page, names to choose from, and what is counted of whole tables."""
    names = "/ask?" + urlencode({"sql": f"select {', '.join(f':{name}' for name in NAMED)}"})
    tables = ("claims", "statements", "claims?_facet=kind&_facet=phase")
    paths = [f"{datasette.urls.database(name)}/{table}" for name in datasette.databases for table in tables]
    return ["/", "/search", "/timeline", names, *paths]


def _read_templates(environment: Any) -> None:
    for name in environment.list_templates(filter_func=_TEMPLATES.match):
        environment.get_template(name)
    for page in PAGES.glob("*.html"):
        at_once(environment).get_template(f"claims/{page.name}")
