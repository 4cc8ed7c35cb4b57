"""The bench measures the same rows: what is loaded raw is what the loader would have written."""

from __future__ import annotations

from pathlib import Path

from claims import Database
from tests.bench.copied import compared
from tests.bench.peers import claims, raw
from tests.bench.peers.tables import COLUMNS
from tests.bench.workload import write
from tests.servers import Server


def test_raw_and_the_loader_write_as_many_rows(tmp_path: Path) -> None:
    file = tmp_path / "claims.jsonl"
    write(file, 200)
    counts = []
    for peer in (raw, claims):
        path = tmp_path / f"{peer.__name__.rpartition('.')[2]}.db"
        peer.load(file, path)
        with Database(path) as db:
            counts.append({table: db.sql(f"select count(*) as n from {table}")[0]["n"] for table in COLUMNS})
    assert counts[0] == counts[1]
    assert counts[0]["claims"] == 200


def test_rows_are_loaded_and_copied(server: Server, tmp_path: Path) -> None:
    loaded, every, base, derived = compared(server, tmp_path, 100)
    assert loaded.startswith("100 claims loaded")
    assert "rows of every table copied" in every
    assert "rows of the base tables copied" in base
    assert "and all else derived" in derived
