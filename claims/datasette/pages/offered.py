"""What stands beside an answer: examples, questions, the schema, what others saved."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any
from urllib.parse import urlencode

from datasette.resources import DatabaseResource

from claims.datasette.asking import Ask
from claims.datasette.metadata import HIDDEN
from claims.resources import DB

_SHADOWS = re.compile(r"_search(_data|_idx|_docsize|_config|_content)?$")
_OTHERS = re.compile(
    r"^(acts|broader|canonical|clocks|encounters|event_facts|known_names|mentions|outcomes|(past_)?participation|promises|referents|settled|states|units|zones|.*_words)$"
)


@cache
def examples() -> list[dict[str, str]]:
    """[{"title", "sql"}] of db/examples/, in order of name."""
    told = []
    for path in sorted((DB / "examples").glob("*.sql")):
        title, _, sql = path.read_text("utf-8").partition("\n")
        told.append({"title": title.removeprefix("--").strip(), "sql": sql.strip()})
    return told


@cache
def questions() -> list[dict[str, str]]:
    """[{"title", "path", "needs"}] of db/examples/questions.toml: questions of the home page; `needs` is a slug."""
    with (DB / "examples" / "questions.toml").open("rb") as file:
        found: list[dict[str, str]] = tomllib.load(file)["question"]
    return found


async def save_url(ask: Ask, sql: str) -> str:
    """Where Datasette keeps a query, for those whom it lets: root with `datasette --root`, or whom `permissions:` names."""
    resource = DatabaseResource(ask.database)
    if not await ask.datasette.allowed(action="store-query", resource=resource, actor=ask.request.actor):
        return ""
    return f"{ask.datasette.urls.database(ask.database)}/-/queries/store?{urlencode({'sql': sql})}"


async def schema(ask: Ask) -> list[dict[str, Any]]:
    """[{"name", "is_view", "columns": [(name, type)]}]: facts and views first, what is derived last."""
    tables: dict[str, dict[str, Any]] = {}
    for row in await ask.rows("console/schema"):
        name = row["table_name"]
        if name in HIDDEN or _SHADOWS.search(name):
            continue
        entry = tables.setdefault(name, {"name": name, "is_view": row["table_type"] == "view", "columns": []})
        entry["columns"].append((row["column_name"], row["column_type"]))
    return sorted(
        tables.values(), key=lambda t: (t["name"] != "statements", bool(_OTHERS.match(t["name"])), t["is_view"])
    )


async def saved(ask: Ask) -> list[dict[str, str]]:
    """Queries that people saved in Datasette, or configured."""
    found = await ask.datasette.list_queries(ask.database, actor=ask.request.actor, limit=100)
    return [
        {"title": query.title or query.name, "url": str(ask.datasette.urls.query(ask.database, query.name))}
        for query in found.queries
        if query.source != "claims"
    ]
