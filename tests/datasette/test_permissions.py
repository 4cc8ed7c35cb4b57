"""Who is let in where: every route, by every method, as everyone, against the table that the documentation prints."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.datasette import probe

#: Where someone without a token may send a form: to Datasette's message of its own and to log out; a count; what a model asks.
_POSTED = {"/-/messages", "/-/logout", "/{database}/{table}/-/count", "/-/mcp"}
_FILES = {"/-", "/-/static/{path}", "/-/claims/static/{path}", "/:memory:{rest}", "/favicon.ico"}


@pytest.fixture(scope="module")
def found(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    path = tmp_path_factory.mktemp("probe") / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    return asyncio.run(probe.let_in(path))


def test_the_page_tells_who_is_let_in(found: dict[str, dict[str, list[str]]]) -> None:
    told = probe.PART.search(probe.PAGE.read_text("utf-8"))
    assert told is not None
    assert told[0] == f"{told[1]}{probe.table(found)}{told[2]}", "run python -m tests.datasette.probe"


def test_only_the_loading_door_lets_a_token_in_where_nobody_else_is(found: dict[str, dict[str, list[str]]]) -> None:
    for route, actors in found.items():
        for scope in ("load", "review", "merge"):
            more = set(actors[scope]) - set(actors["anyone"])
            assert more == ({"POST"} if route == "/-/claims/load" else set()), route


def test_nobody_sends_anything_without_a_token(found: dict[str, dict[str, list[str]]]) -> None:
    assert {route for route, actors in found.items() if "POST" in actors["anyone"]} == _POSTED | _FILES
    assert {method for actors in found.values() for methods in actors.values() for method in methods} == {"GET", "POST"}
