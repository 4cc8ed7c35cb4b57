"""What an export to Parquet writes: all at first, nothing where nothing is new, little where little is; whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from claims import Database
from claims.errors import DatabaseError
from claims.scan import Scan, write_parquet, writing
from claims.scan import snapshot as snapshots
from tests.conftest import claim, taken


def _export(db: Database, folder: Path) -> writing.Written:
    with db.engine.connect() as connection:
        return write_parquet(connection, folder)


def _many(first: int, count: int) -> list[dict[str, Any]]:
    return [claim(slug=f"n{n}", date=f"{1000 + n:04}", date_text=None, event=None) for n in range(first, first + count)]


@pytest.fixture
def folder(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> Path:
    taken(db, [*few, *_many(0, 400)])
    _export(db, tmp_path / "archive")
    return tmp_path / "archive"


def test_nothing_new_writes_nothing(db: Database, folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = _export(db, folder)
    assert (done.files, done.bytes, done.removed) == (0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_new_claim_leaves_the_files_of_other_years(db: Database, folder: Path) -> None:
    taken(db, _many(400, 1))
    done = _export(db, folder)
    assert 0 < done.files < 0.2 * done.total_files
    claims = {path.parent.name for path in (folder / "claims").rglob("*.parquet")}
    assert {"year=1000", "year=1399", "year=1400"} <= claims


def test_what_changes_without_a_new_row_comes_too(db: Database, folder: Path) -> None:
    taken(db, [{"record": "source", "name": "The Daily", "kind": "ministry"}])
    assert _export(db, folder).files > 0
    with Scan(folder) as scan:
        assert scan.query("agreed") == db.query("agreed")


def test_a_file_has_types_and_says_what_its_columns_hold(folder: Path) -> None:
    schema = parquet.read_schema(next((folder / "claims" / "year=1000").glob("*.parquet")))
    assert str(schema.field("id").type) == "int64"
    assert str(schema.field("confidence").type) == "double"
    assert b"EDTF" in (schema.field("date_edtf").metadata or {})[b"comment"]


def test_an_export_that_breaks_off_leaves_the_archive_as_it_was(
    db: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshots.read(folder)
    taken(db, _many(400, 3))

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(snapshots, "write", full)
    with pytest.raises(OSError, match="No space"):
        _export(db, folder)
    monkeypatch.undo()
    assert snapshots.read(folder) == before
    with Scan(folder) as scan:
        assert len(scan.query("timeline")) == 402
    assert _export(db, folder).files > 0
    with Scan(folder) as scan:
        assert scan.query("timeline") == db.query("timeline")


def test_a_folder_of_something_else_is_left_alone(db: Database, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"-")
    with pytest.raises(DatabaseError, match="holds something else"):
        _export(db, tmp_path / "photos")
