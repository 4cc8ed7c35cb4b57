"""What is derived costs what has changed, not what is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from claims import Database
from claims.storage import derived, driver


@pytest.mark.parametrize("change", [derived.clear, derived.fill], ids=["clear", "fill"])
def test_one_claim_is_derived_without_reading_the_others(
    copy: Database, change: Callable[[Connection, list[int]], None]
) -> None:
    """Counted in SQLite's own steps, a hundred at a time."""
    with copy.engine.connect() as connection:
        every = list(connection.exec_driver_sql("select id from claims").scalars())
        one = _steps(connection, lambda: change(connection, every[-1:]))
        connection.rollback()
        assert one * 20 < _steps(connection, lambda: change(connection, every))


def _steps(connection: Connection, work: Callable[[], None]) -> int:
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    raw = driver(connection)
    raw.set_progress_handler(count, 100)
    try:
        work()
    finally:
        raw.set_progress_handler(None, 0)
    return counted
