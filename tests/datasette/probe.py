"""Every address of a server, by every method, as everyone who may ask: who is let in. `python -m tests.datasette.probe` writes
the table into the page on serving in public.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import datasette_mcp

from claims import Database
from claims.records import corpus_lines
from claims.serve import datasette
from claims.tokens import add_token

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "serve-in-public.md"
PART = re.compile(r"(<!-- who may what -->\n).*?(<!-- /who may what -->)", re.DOTALL)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ACTORS = ("anyone", "load", "review", "merge", "root")
_REFUSED = frozenset((401, 403, 404, 405, 421))
_GIVEN = {
    "database": "claims",
    "table": "claims",
    "pks": "1",
    "query": "who_met_whom",
    "key": "meti-jucip4-en-01-a",
    "name": "who_met_whom",
    "rest": "",
    "path": "claims.css",
}
#: Where a name means another thing than elsewhere.
_ELSEWHERE = {
    "/document/{key}": "/document/meti-jucip4-en",
    "/entity/{key}": "/entity/yoko-kamikawa",
    "/event/{key}": "/event/jucip-4",
    "/-/static/{path}": "/-/static/app.css",
    "/named": "/named?name=Kamikawa",
}


def addresses(server: Any) -> dict[str, str]:
    """Each route as a reader writes it -> an address of it."""
    found = {}
    for pattern, _ in server._routes():
        shown = re.sub(r"\(\\?\.\(\?P<format>[^)]*\)\)\?|\(\?:\\\.\(\?P<format>[^)]*\)\)\?", "", pattern.pattern)
        shown = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^)]*\))*\)", r"{\1}", shown.lstrip("^").rstrip("$")).replace("\\", "")
        found[shown] = _ELSEWHERE.get(shown) or shown.format(**_GIVEN)
    return found | {"/{database}/{query}": "/claims/who_met_whom"}  # by the route of tables


def answering_models(server: Any) -> AbstractAsyncContextManager[None]:
    """While it lasts /-/mcp answers, as from a server that has begun."""
    manager: AbstractAsyncContextManager[None] = datasette_mcp._get_state(server).server.session_manager.run()
    return manager


async def let_in(path: Path) -> dict[str, dict[str, list[str]]]:
    """Route -> who -> the methods by which they are let in; what they then ask wrongly is another matter."""
    server = datasette(path)
    server.root_enabled = True
    await server.invoke_startup()
    root = {"ds_actor": server.client.actor_cookie({"id": "root"})}
    tokens = {scope: add_token(path, scope, [scope], 1) for scope in ("load", "review", "merge")}
    found: dict[str, dict[str, list[str]]] = {}
    async with answering_models(server):
        for shown, address in addresses(server).items():
            found[shown] = {actor: [] for actor in ACTORS}
            for actor in ACTORS:
                headers = {"authorization": f"Bearer {tokens[actor]}"} if actor in tokens else {}
                cookies = root if actor == "root" else {}
                for method in METHODS:
                    answer = await server.client.request(method, address, headers=headers, cookies=cookies)
                    if answer.status_code not in _REFUSED:
                        found[shown][actor].append(method)
    await server.invoke_shutdown()
    await asyncio.get_running_loop().shutdown_default_executor()
    return found


def table(found: dict[str, dict[str, list[str]]]) -> str:
    """The table of the page: an address a row; those who are let in by the same as anyone are not told again."""
    lines = ["| address | anyone | token | root |", "|---|---|---|---|"]
    for shown, actors in sorted(found.items()):
        tokens = {scope: methods for scope, methods in actors.items() if scope in ("load", "review", "merge")}
        same = all(methods == actors["load"] for methods in tokens.values())
        told = _methods(actors["load"]) if same else "; ".join(f"{one}: {_methods(two)}" for one, two in tokens.items())
        lines.append(f"| `{shown}` | {_methods(actors['anyone'])} | {told} | {_methods(actors['root'])} |")
    return "\n".join(lines) + "\n"


def _methods(methods: list[str]) -> str:
    return " ".join(methods) or "-"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with Database(path) as database:
            database.load(corpus_lines())
        told = table(asyncio.run(let_in(path)))
    PAGE.write_text(PART.sub(lambda part: f"{part[1]}{told}{part[2]}", PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
