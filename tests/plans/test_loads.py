"""What loads little reads no table of claims whole: told by the steps of each statement of a load, as SQLite plans it, not by a clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from claims import Database
from tests.conftest import taken
from tests.plans.loads import BIG, LOADS, fill

_ASKED = re.compile(r"(?:\s|--[^\n]*\n)*(?:select|with|insert|update|delete)\b")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("loads") / "large.db"
    with Database(path, create=True) as db:
        fill(db)
        yield db


@pytest.mark.parametrize("what", LOADS)
def test_what_loads_little_reads_nothing_whole(what: str, large: Database) -> None:
    given = LOADS[what](large)
    whole: dict[str, set[str]] = {}

    def explained(connection: Connection, cursor: object, statement: str, values: object, *_: object) -> None:
        if _ASKED.match(statement):
            for table in _read_whole(connection, statement):
                whole.setdefault(table, set()).add(" ".join(statement.split())[:200])

    event.listen(large.engine, "before_cursor_execute", explained)
    try:
        taken(large, given)
    finally:
        event.remove(large.engine, "before_cursor_execute", explained)
    assert whole == {}


def _read_whole(connection: Connection, statement: str) -> Iterator[str]:
    """The big tables that a statement goes through from end to end."""
    raw = connection.connection.driver_connection
    assert raw is not None
    roots = dict(raw.execute("select rootpage, tbl_name from main.sqlite_master where rootpage > 0").fetchall())
    opened: dict[int, str] = {}
    for _, step, cursor, root, schema, *_ in raw.execute(f"explain {statement}", _marks(statement)):
        if step in ("OpenRead", "OpenWrite") and schema == 0:
            opened[cursor] = roots.get(root, "")
        elif step == "Rewind" and opened.get(cursor) in BIG:
            yield opened[cursor]


def _marks(statement: str) -> object:
    named = re.findall(r"(?<![:\w]):(\w+)", statement)
    return dict.fromkeys(named) if named else (None,) * statement.count("?")
