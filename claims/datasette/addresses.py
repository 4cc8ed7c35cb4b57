"""What an address asks for: a page of ours, a database of ours or something in it, or what is not ours."""

from __future__ import annotations

from collections.abc import MutableMapping
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils import tilde_decode

from claims.catalogue import catalogue
from claims.datasette.asking import holds_claims
from claims.datasette.metadata import descriptions, stored_name
from claims.datasette.routes import DESCRIPTION, first_part, routes


def is_ours(datasette: Any, path: str) -> bool:
    """Whether the address is in a database of ours, or in none where one of ours is served."""
    name, _ = _database(datasette, path)
    return holds_claims(datasette, name) if name else any(holds_claims(datasette, one) for one in datasette.databases)


def is_told_by_content(datasette: Any, path: str) -> bool:
    """Whether what is shown there is made of the databases alone, by what ships: not by a view or query of somebody's own.

    The home page, our pages, what describes them, and in a database of ours its list of tables, our tables and views, their
    rows, and the catalogue.
    """
    name, rest = _database(datasette, path)
    if not name:
        is_page = not rest or rest[0] in _pages() or f"/{'/'.join(rest)}" == DESCRIPTION
        return is_page and is_ours(datasette, path)
    return holds_claims(datasette, name) and (not rest or rest[0] in _shipped())


def is_long(datasette: Any, scope: MutableMapping[str, Any]) -> bool:
    """Whether what is asked there may read as much as it likes: a table, a question by Datasette's own page, SQL of one's own.

    What a language model asks (datasette-mcp) counts as such SQL.
    """
    name, rest = _database(datasette, scope["path"])
    if name:
        return bool(rest) and holds_claims(datasette, name)
    if rest == ["-", "mcp"]:
        return True
    return rest[:1] == ["ask"] and any(
        name == "sql" for name, _ in parse_qsl(scope.get("query_string", b"").decode("latin-1"))
    )


async def is_question(datasette: Any, path: str) -> bool:
    """Whether the address is of SQL that only reads. By POST Datasette would run it where it writes, which nothing bounds."""
    name, rest = _database(datasette, path)
    if name is None or not holds_claims(datasette, name):
        return False
    if len(rest) == 2:
        return rest[0] == "-" and rest[1].partition(".")[0] == "query"
    stored = await datasette.get_query(name, rest[0]) if len(rest) == 1 else None
    return stored is not None and not stored.is_write


def _database(datasette: Any, path: str) -> tuple[str | None, list[str]]:
    """The database that an address is in, None where it is in none, and the parts after it, of which the first has no extension."""
    parts = [part for part in path.removeprefix(datasette.setting("base_url")).split("/") if part]
    if not parts:
        return None, []
    for name in (tilde_decode(parts[0]), tilde_decode(parts[0].rpartition(".")[0])):
        if name in datasette.databases:
            rest = parts[1:]
            return name, [tilde_decode(rest[0].partition(".")[0]), *rest[1:]] if rest else []
    return None, [parts[0].partition(".")[0], *parts[1:]]


@cache
def _pages() -> frozenset[str]:
    return frozenset(first_part(pattern) for pattern, _ in routes()) - {"-"}


@cache
def _shipped() -> frozenset[str]:
    names = list(descriptions({}))
    return frozenset(names) | {stored_name(name, names) for name in catalogue()}
