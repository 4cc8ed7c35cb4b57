"""A database that is not ours, served with the plugin installed: every page as Datasette alone shows it, byte for byte."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from datasette import handle_exception
from datasette.app import Datasette
from datasette.plugins import pm

from claims.datasette import plugin

PATHS = (
    "/birds", "/birds.json", "/birds/seen", "/birds/seen.json?_shape=objects", "/birds/seen.csv", "/birds/seen.csv?_stream=1",
    "/birds/seen/1", "/birds/seen/1.json", "/birds/seen?_search=owl", "/birds/seen?_search=o*+-&_sort=person",
    "/birds/seen?_facet=person", "/birds/-/query?sql=select+person,claim,event_key+from+seen+where+place=:place&place=Oslo",
    "/birds/-/query.csv?sql=select+formula+from+seen", "/birds/-/query.json?sql=select+name_key('a')",
    "/birds/-/query?sql=pragma+foreign_keys", "/birds/nothing", "/birds/timeline", "/birds/claims",
)  # fmt: skip
WITHOUT_CLAIMS = (
    "/",
    "/.json",
    "/search",
    "/timeline",
    "/ask",
    "/claim/x",
    "/map.json",
    "/new.atom",
    "/-/claims/load",
    "/nothing",
)


#: what no two askings have in common
_TOOK = re.compile(rb'took [\d.]+ms|"query_ms": [\d.]+')


@pytest.fixture(autouse=True)
def without_tracebacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handle_exception, "rich", None)


@pytest.fixture
def birds(tmp_path: Path) -> Path:
    path = tmp_path / "birds.db"
    with sqlite3.connect(path) as connection:
        connection.executescript(
            """
            create table places (id integer primary key, name text);
            insert into places values (1, 'Oslo');
            create table seen (
                id integer primary key, person text, claim text, key text, event_key text, entity_key text, document text,
                place text, formula text, place_id integer references places (id)
            );
            insert into seen values
                (
                    1, 'Ada', 'abcdefghijklmnopqrstuvwxyz', 'abcdefghijklmnopqrstuvwxyz', 'e1', 'abcdefghijklmnopqrstuvwxyz',
                    'd1', 'Oslo', '=1+1', 1
                ),
                (2, 'an owl', 'b', 'c', 'd', 'e', 'f', 'Oslo', '@x', 9);
            create virtual table seen_fts using fts5 (person, content = 'seen', content_rowid = 'id');
            insert into seen_fts (seen_fts) values ('rebuild');
            create table claims (id integer primary key, person text);
            """
        )
    return path


def answers(paths: tuple[str, ...], files: list[Path]) -> dict[str, tuple[int, bytes, dict[str, str]]]:
    async def ask() -> dict[str, Any]:
        server = Datasette(files=[str(file) for file in files], settings={"facet_time_limit_ms": 2000})
        await server.invoke_startup()
        found = {}
        for path in paths:
            response = await server.client.get(path)
            body = _TOOK.sub(b"", response.content)
            found[path] = (response.status_code, body, dict(response.headers) | {"content-length": ""})
        await server.invoke_shutdown()
        await asyncio.get_running_loop().shutdown_default_executor()
        return found

    return asyncio.run(ask())


@pytest.fixture
def alone() -> Any:
    """`answers` of Datasette without the plugin."""

    def ask(paths: tuple[str, ...], files: list[Path]) -> Any:
        pm.unregister(plugin)
        try:
            return answers(paths, files)
        finally:
            pm.register(plugin, name="claims")

    return ask


def test_with_no_claims_beside_it(birds: Path, alone: Any) -> None:
    expected = alone((*PATHS, *WITHOUT_CLAIMS), [birds])
    found = answers((*PATHS, *WITHOUT_CLAIMS), [birds])
    for path, answer in expected.items():
        assert found[path] == answer, path
    assert {answer[0] for answer in expected.values()} >= {200, 404}


def test_beside_claims(birds: Path, shipped_file: Path, alone: Any) -> None:
    expected = alone(PATHS, [birds, shipped_file])
    found = answers(PATHS, [birds, shipped_file])
    for path, answer in expected.items():
        assert found[path] == answer, path
    ours = answers(("/claims/statements?_size=5",), [birds, shipped_file])
    assert b"/document/" in ours["/claims/statements?_size=5"][1]  # which is still shown as ours


def test_a_database_at_the_address_of_a_page_keeps_it(
    birds: Path, shipped_file: Path, alone: Any, tmp_path: Path
) -> None:
    timeline = tmp_path / "timeline.db"
    timeline.write_bytes(birds.read_bytes())
    paths = ("/timeline", "/timeline/seen", "/timeline/seen.csv")
    assert answers(paths, [timeline, shipped_file]) == alone(paths, [timeline, shipped_file])
