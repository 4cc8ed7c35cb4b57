"""What gathering holds while it looks at every claim, as the first load of a large database makes it do."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from claims import Database
from claims.identity import gather
from claims.models import instant_now
from claims.storage.meanings import Moved
from tests.bench.workload import write


def peak(path: Path, claims: int) -> int:
    """Bytes that Python holds at most while all claims of a database of so many are gathered."""
    write(path / f"{claims}.jsonl", claims)
    with Database(path / f"{claims}.db") as db:
        db.load(path / f"{claims}.jsonl")
        with db.engine.connect() as connection:
            connection.exec_driver_sql("delete from gathered")  # as if no load had looked yet
            tracemalloc.start()
            try:
                gather(connection, set(), range(0), set(), instant_now(), Moved())
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()
                connection.rollback()


def test_gathering_holds_little_of_each_claim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A third of them tell of a happening, and few of these share anything with another: only those are held, a few documents at a time."""
    monkeypatch.setattr("claims.identity.slices._AT_ONCE", 5)
    monkeypatch.setattr("claims.identity.sharing._AT_ONCE", 500)
    few, many = peak(tmp_path, 3_000), peak(tmp_path, 9_000)
    assert (many - few) / 6_000 < 220
