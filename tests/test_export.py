"""Out and in again: the same keys, the same answers, the same history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.export import content_hash, export
from claims.records import encode
from tests.conftest import claim

pytestmark = pytest.mark.both_engines


def lines(db: Database, **how: bool) -> list[bytes]:
    with db.engine.connect() as connection:
        return [encode(record) for record in export(connection, **how)]


def digest(db: Database) -> str:
    with db.engine.connect() as connection:
        return content_hash(connection)


def test_what_ships_comes_out_whole(shipped: Database, db: Database) -> None:
    assert db.load(lines(shipped)).rejected == 0
    assert digest(db) == digest(shipped)
    assert sorted(lines(db)) == sorted(lines(shipped))
    for table in ("claims", "documents", "entities", "events"):
        keys = f"select key from {table} order by key"
        assert db.sql(keys) == shipped.sql(keys)


def test_its_own_export_changes_nothing(copy: Database) -> None:
    assert copy.load(lines(copy)).changed is False


def test_history_comes_along(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> None:
    db.load(few, strict=True)
    db.load(
        [claim(certainty="PR"), {"record": "review", "claim": "c2", "verdict": "rejected", "reviewer": "desk"}],
        strict=True,
    )
    db.load([claim(certainty="PR", retraction="withdrawn by the paper")], strict=True)
    with Database(tmp_path / "other.db") as other:
        assert other.load(lines(db)).rejected == 0
        assert lines(other) == lines(db)
        told = "select key, certainty, recorded_at, retracted_at, retraction from claims order by key, recorded_at"
        assert other.sql(told) == db.sql(told)
        assert other.query("timeline") == db.query("timeline") == []


def test_without_history_only_what_stands(db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few, strict=True)
    before = lines(db, history=False)
    db.load([claim(slug="c9", polarity="-")], strict=True)
    db.load([claim(slug="c9", polarity="-", retraction="no")], strict=True)
    assert lines(db, history=False) == before


def test_two_databases_merge_by_key(tmp_path: Path, few: list[dict[str, Any]]) -> None:
    with Database(tmp_path / "a.db") as a, Database(tmp_path / "b.db") as b:
        a.load(few[:-1], strict=True)
        b.load([*few[:-2], few[-1]], strict=True)
        receipt = a.load(lines(b))
        assert (receipt.inserted, receipt.superseded, receipt.rejected) == (
            2,
            0,
            0,
        )  # a claim, and the run that brought it
        b.load(lines(a))
        assert digest(a) == digest(b)


def test_a_correction_told_to_be_older_than_what_it_corrects_comes_after_it(
    db: Database, few: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Two databases that merge may have learned them the other way round."""
    db.load(few, strict=True)
    db.load([claim(slug="c8", certainty="PS", polarity="-", recorded_at="2024-05-02T00:00:00.000Z")], strict=True)
    key = db.sql("select key from claims where slug = 'c8'")[0]["key"]
    corrected = claim(slug="c9", kind="attend", supersedes=key, recorded_at="2023-05-01T00:00:00.000Z")
    db.load([corrected], strict=True)
    db.load(
        [claim(slug="c9", kind="attend", certainty="PR", supersedes=None, recorded_at="2022-05-01T00:00:00.000Z")],
        strict=True,
    )
    with Database(tmp_path / "other.db") as other:
        assert other.load(lines(db)).rejects == []
        assert lines(other) == lines(db)
