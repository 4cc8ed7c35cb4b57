"""A database of every older revision comes to this version's with all that it holds, whatever happens on the way."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config

from claims import Database
from claims.check import check
from claims.errors import DatabaseError
from claims.export import export
from claims.resources import MIGRATIONS
from claims.storage import create_engine, driver, functions, head_revision, revisions, upgrade

OLD = Path(__file__).parent / "of_0001.sql"
_TABLES = (
    "sources", "documents", "sentences", "entities", "aliases", "judgements", "events", "claims", "arguments", "evidence", "links",
    "placements", "reviews", "runs",
)  # fmt: skip


@pytest.fixture(scope="module")
def of_0001(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of revision 0001, with rows in every table but placements."""
    path = tmp_path_factory.mktemp("old") / "claims.db"
    with closing(sqlite3.connect(path)) as connection:
        functions.register(connection)
        connection.execute("pragma journal_mode = wal")
        connection.executescript(OLD.read_text("utf-8"))
    return path


@pytest.fixture
def old(of_0001: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(of_0001, tmp_path / "claims.db"))


def _rows(path: Path) -> dict[str, list[dict[str, Any]]]:
    """Every row of the tables of 0001, in the columns that it had."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        return {table: [dict(row) for row in connection.execute(f"select * from {table}")] for table in _TABLES}


def _is_kept(before: dict[str, list[dict[str, Any]]], path: Path) -> bool:
    after = _rows(path)
    return all(
        [{name: row[name] for name in (before[table] or [{}])[0]} for row in after[table]] == before[table]
        for table in _TABLES
    )


def _problems(path: Path) -> list[str]:
    with Database(path) as db, db.engine.connect() as connection:
        return [problem for finding in check(connection) for problem in finding.problems]


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("select version_num from alembic_version").fetchone()[0])


def _init(path: Path, *before: str) -> subprocess.Popen[str]:
    """`claims init` on the file, after some statements of Python."""
    script = "\n".join([*before, "import sys; from claims.cli import main; main()"])
    words = [sys.executable, "-c", script, "--db", str(path), "init"]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("revision", revisions()[:-1])
def test_every_older_revision_comes_to_this_one(old: Path, revision: str) -> None:
    before = _rows(old)
    assert all(before[table] for table in _TABLES if table != "placements")
    engine = create_engine(old)
    if revision != "0001":
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
    assert _revision(old) == revision
    with pytest.raises(DatabaseError, match="claims init"):
        Database(old)
    upgrade(engine)
    engine.dispose()
    assert _revision(old) == head_revision()
    assert _is_kept(before, old)
    assert _problems(old) == []


def test_what_was_loaded_then_can_be_asked_for_and_loaded_again_now(old: Path) -> None:
    engine = create_engine(old)
    upgrade(engine)
    engine.dispose()
    with Database(old) as db:
        told = {(row["other"], row["quote"]) for row in db.query("who_met_whom", person="上田真理")}
        assert ("Ada Lind", "met Governor Lind in Oslo on 3 May 2021") in told
        (failed,) = db.sql("select retraction from claims where slug = 'c3'")
        assert failed["retraction"] == "misread"
        (merged,) = db.sql("select count(*) as n from canonical where entity_id <> canonical_id")
        assert merged["n"] == 1
        with db.engine.connect() as connection:
            records = list(export(connection))
        receipt = db.load(records)
        assert (receipt.rejected, receipt.inserted, receipt.superseded) == (0, 0, 0)
    assert _problems(old) == []


def test_views_of_ones_own_are_there_after_it(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("create view mine as select count(*) as n from claims")
        connection.commit()
    engine = create_engine(old)
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("select n from mine").scalar() == 5
    engine.dispose()


def test_two_upgraders_at_once(old: Path) -> None:
    """Both are held up until both have seen that there is something to do: one does it, the other finds it done."""
    before = _rows(old)
    with closing(sqlite3.connect(old)) as holding:
        holding.execute("begin immediate")
        both = [_init(old), _init(old)]
        for one in both:
            with pytest.raises(subprocess.TimeoutExpired):
                one.wait(timeout=3)
        holding.rollback()
    for one in both:
        _, told = one.communicate(timeout=120)
        assert (one.returncode, len(told.strip().splitlines())) == (0, 1), told
    assert _is_kept(before, old)
    assert _problems(old) == []


def test_who_cannot_upgrade_in_time_is_told_in_one_line(old: Path) -> None:
    with closing(sqlite3.connect(old)) as holding:
        holding.execute("begin immediate")
        _, told = _init(old).communicate(timeout=120)
        holding.rollback()
    assert len(told.strip().splitlines()) == 1, told
    assert "somebody else is writing" in told
    assert _revision(old) == "0001"


@pytest.mark.parametrize(
    "place", ["claims.storage.building.build", "claims.storage.building.fill_all", "alembic.op.create_table"]
)
def test_killed_in_the_middle(old: Path, place: str) -> None:
    before = _rows(old)
    stop = (
        f"import os, {place.rpartition('.')[0]}; {place} = lambda *a, **k: os.kill(os.getpid(), {int(signal.SIGKILL)})"
    )
    killed = _init(old, stop)
    killed.communicate(timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert _revision(old) == "0001"
    assert _is_kept(before, old)
    again = _init(old)
    _, told = again.communicate(timeout=120)
    assert again.returncode == 0, told
    assert _is_kept(before, old)
    assert _problems(old) == []


def test_an_upgrade_that_fails_leaves_what_was_there(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _rows(old)
    engine = create_engine(old)
    with engine.connect() as connection:
        driver(connection)  # the file can be opened
    monkeypatch.setattr(
        "claims.storage.building.fill_all", lambda *_: (_ for _ in ()).throw(OSError("the disk is gone"))
    )
    with pytest.raises(OSError, match="the disk is gone"):
        upgrade(engine)
    engine.dispose()
    assert _revision(old) == "0001"
    assert _is_kept(before, old)
