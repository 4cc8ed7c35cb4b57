"""The time of a guarded connection: each statement has its own, however long the connection stood idle before."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from claims.storage import Budget, Guarded

ENDLESS = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n"


@pytest.fixture
def connection() -> Iterator[Guarded]:
    with closing(sqlite3.connect(":memory:", factory=Guarded)) as made:
        yield made


def test_an_idle_connection_owes_nothing(connection: Guarded, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite looks at the clock after so many steps of a statement, those of its earlier runs among them."""
    now = time.monotonic()
    for asked in range(2000):
        monkeypatch.setattr(time, "monotonic", lambda at=now + 60 * asked: at)
        with Budget(1):
            assert connection.execute("select 1").fetchall() == [(1,)]


def test_a_statement_ends_when_its_time_is_up(connection: Guarded) -> None:
    connection.seconds = 0.05
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(ENDLESS).fetchall()


def test_the_statements_of_a_request_share_its_time(connection: Guarded) -> None:
    connection.set_progress_handler(lambda: False, 1000)
    with Budget(0.05):
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                connection.execute(ENDLESS).fetchall()
