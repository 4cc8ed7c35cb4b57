"""Reading leaves no trace: no file is made, none is changed, and what may not be written is read."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claims import ClaimsError, Database
from claims.check import check
from claims.cli import main
from claims.errors import DatabaseError
from claims.serve import datasette

ASKING = (
    ["query", "agreed"], ["sql", "select 1"], ["export"], ["check"], ["serve"], ["suggest-merges"], ["gather"],
    ["review", "c1", "--accept"], ["merge", "a", "b", "--why", "x"],
)  # fmt: skip


@pytest.mark.parametrize("words", ASKING, ids=lambda words: words[0])
def test_asking_a_database_that_is_not_there_says_so_and_makes_nothing(words: list[str], tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--db", str(tmp_path / "clams.db"), *words])
    assert result.exit_code == 1
    assert "clams.db is not there" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_python_makes_a_file_when_something_is_loaded(tmp_path: Path, few: list[dict[str, Any]]) -> None:
    path = tmp_path / "new.db"
    with Database(path) as db:
        with pytest.raises(DatabaseError, match="is not there"):
            db.sql("select 1")
        with pytest.raises(DatabaseError, match="is not there"):
            db.query("agreed")
        assert list(tmp_path.iterdir()) == []
        db.load(few)
        assert db.query("agreed")
    with Database(tmp_path / "empty.db", create=True) as db:
        assert db.query("agreed") == []


def test_reading_changes_no_byte(shipped_file: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(shipped_file, tmp_path / "copy.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("pragma journal_mode = delete")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    for words in (["query", "agreed"], ["export"], ["check"], ["sql", "select count(*) from claims"]):
        assert CliRunner().invoke(main, ["--db", str(path), *words]).exit_code == 0
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


@pytest.fixture
def sealed(shipped_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database whose file and folder may be read only, as on a medium for reading: root may write anywhere, so it is told so."""
    folder = tmp_path / "medium"
    folder.mkdir()
    path = Path(shutil.copy(shipped_file, folder / "sealed.db"))
    may = os.access

    def access(what: Any, mode: int) -> bool:
        return may(what, mode) and not (mode == os.W_OK and folder in (Path(what), *Path(what).parents))

    monkeypatch.setattr("claims.storage.sqlite.opening.os.access", access)
    return path


def test_what_may_not_be_written_is_read(sealed: Path) -> None:
    with Database(sealed) as db:
        assert db.query("agreed")
        with db.engine.connect() as connection:
            findings = check(connection)
        assert [finding.problems for finding in findings if finding.problems] == []
        assert "for reading only" in findings[-2].name
        with pytest.raises(ClaimsError, match=r"sealed.db may only be read"):
            db.load([{"record": "source", "name": "X"}])
    assert datasette(sealed).databases["sealed"].is_mutable is False
    assert [file.name for file in sealed.parent.iterdir()] == ["sealed.db"]


def test_changes_that_are_still_in_the_log_are_told_of(sealed: Path) -> None:
    Path(f"{sealed}-wal").write_bytes(b"x" * 100)
    with pytest.raises(DatabaseError, match="journal_mode = delete"):
        Database(sealed).query("agreed")


def test_init_asks_before_it_adds_to_what_is_somebody_elses(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table birds (name text)")
    before = path.read_bytes()
    for words in (["init"], ["demo", "--no-serve"]):
        refused = CliRunner().invoke(main, ["--db", str(path), *words], input="n\n")
        assert refused.exit_code == 1
        assert "holds something else (birds)" in refused.stderr
        assert path.read_bytes() == before
    assert CliRunner().invoke(main, ["--db", str(path), "load", "-"], input="").exit_code == 1
    assert path.read_bytes() == before
    assert CliRunner().invoke(main, ["--db", str(path), "init", "--yes"]).exit_code == 0
    with Database(path) as db:
        assert db.sql("select count(*) as n from birds") == [{"n": 0}]
        assert db.query("agreed") == []
