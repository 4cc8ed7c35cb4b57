"""What is made ready before anybody asks is what is asked."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from claims.datasette.readying import make_ready, statements
from claims.storage.sqlite import Guarded, functions, terms
from tests.datasette.conftest import Served


def test_each_statement_could_be_asked_but_that_it_is_not_told_of_what(shipped_file: Path) -> None:
    with closing(sqlite3.connect(shipped_file, factory=Guarded)) as connection:
        functions.register(connection)
        terms.register(connection, 1000)
        for sql in statements():
            with pytest.raises(sqlite3.ProgrammingError, match="binding"):
                connection.execute(sql, {})


def test_pages_ask_what_was_read_before(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """In every thread. What a page asks of its thing is among it."""
    asked: set[str] = set()
    execute = Guarded.execute

    def seen(self: Guarded, sql: str, parameters: object = ()) -> object:
        asked.add(sql)
        return execute(self, sql, parameters)

    served_copy.run(served_copy.datasette.invoke_startup())
    key = served_copy.get(f"/{served_copy.name}/events.json?_size=1&_shape=array").json()[0]["key"]
    monkeypatch.setattr(Guarded, "execute", seen)
    assert served_copy.get(f"/event/{key}").status_code == 200
    assert served_copy.get("/ask/agreed?party=Japan").status_code == 200
    pages = {sql for sql in asked if sql.startswith("-- ")}
    assert pages & set(statements())


def test_every_thread_reads_them(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: set[int] = set()
    execute = Guarded.execute

    def seen(self: Guarded, sql: str, parameters: object = ()) -> object:
        if sql == statements()[0]:
            threads.add(threading.get_ident())
        return execute(self, sql, parameters)

    served_copy.run(served_copy.datasette.invoke_startup())
    monkeypatch.setattr(Guarded, "execute", seen)
    served_copy.run(make_ready(served_copy.datasette, "localhost", lambda: False))
    assert len(threads) == served_copy.datasette.setting("num_sql_threads")


def test_a_server_that_is_to_end_is_made_ready_no_further(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    served_copy.run(served_copy.datasette.invoke_startup())
    monkeypatch.setattr("claims.datasette.guarded.GuardedDatabase.learn", lambda *_: pytest.fail("goes on"))
    served_copy.run(make_ready(served_copy.datasette, "localhost", lambda: True))
