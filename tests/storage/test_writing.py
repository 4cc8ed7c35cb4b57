"""What becomes of a load where the server fails at its commit, and which failures of a system are the disk's."""

from __future__ import annotations

import errno
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from claims import Database
from claims.errors import DatabaseError
from claims.storage import back_up, driver, store_of
from claims.storage.postgresql import PostgreSQL, writing
from claims.storage.sqlite.trouble import trouble


def _failing(error: Exception) -> Any:
    class Transaction:
        def commit(self) -> None:
            raise error

    return Transaction()


def _of_database(kind: type[sqlalchemy.exc.DBAPIError], *, is_cut: bool) -> sqlalchemy.exc.DBAPIError:
    return kind("commit", None, Exception("of the driver"), connection_invalidated=is_cut)


@pytest.mark.parametrize(
    ("kind", "is_cut"),
    [
        (sqlalchemy.exc.OperationalError, True),
        (sqlalchemy.exc.OperationalError, False),
        (sqlalchemy.exc.InterfaceError, True),
    ],
)
def test_a_server_that_fails_at_the_commit_is_asked_what_became_of_it(
    monkeypatch: pytest.MonkeyPatch, kind: type[sqlalchemy.exc.DBAPIError], is_cut: bool
) -> None:
    engine: Any = None
    transaction = _failing(_of_database(kind, is_cut=is_cut))
    monkeypatch.setattr(writing, "_status", lambda engine, number: "committed")
    writing._commit(engine, transaction, "7", "a server")
    for status, told in (("aborted", "nothing of it was kept"), (None, "a server")):
        monkeypatch.setattr(writing, "_status", lambda engine, number, status=status: status)
        with pytest.raises(DatabaseError, match=told):
            writing._commit(engine, transaction, "7", "a server")


def test_a_commit_that_the_server_refuses_is_no_failure_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    engine: Any = None
    monkeypatch.setattr(writing, "_status", lambda engine, number: "committed")
    with pytest.raises(sqlalchemy.exc.IntegrityError):
        writing._commit(engine, _failing(_of_database(sqlalchemy.exc.IntegrityError, is_cut=False)), "7", "a server")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_the_disks(number: int, tmp_path: Path) -> None:
    assert "the disk is full" in str(trouble(OSError(number, "no room"), tmp_path))


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "no"), ValueError("no")])
def test_what_is_not_the_disks_is_told_as_it_is(error: Exception, tmp_path: Path) -> None:
    assert trouble(error, tmp_path) is None


@pytest.mark.parametrize(
    ("state", "told", "step"),
    [
        ("53100", "the disk of db is full", "make room"), ("53200", "db has no room in its memory (in two lines)", "load fewer"),
        ("40001", "db had another write in the way (in two lines)", "load it again"),
        ("40P01", "db had another write in the way", "load it again"),
        ("57P01", "db went away (in two lines)", "load it again when it is back"), ("08006", "db went away", "when it is back"),
        ("53300", "db went away", "when it is back"), (None, "db went away (in two lines)", "when it is back"),
    ],
)  # fmt: skip
def test_what_the_server_says_has_its_next_step(state: str | None, told: str, step: str) -> None:
    class Said(Exception):
        sqlstate = state

    error = writing._lost("db", Said("in two\n  lines"))
    assert str(error).startswith(told)
    assert ": nothing of this load was kept" in str(error)
    assert step in str(error)


def test_a_database_is_shown_without_its_password() -> None:
    engine = sqlalchemy.create_engine("postgresql+psycopg://ada:secret@host/name")
    assert PostgreSQL().shown(engine) == "postgresql://ada:***@host/name"


@pytest.mark.parametrize("fails", [False, True])
def test_a_backup_is_one_file_or_none(
    fails: bool, db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("of the disk")

    folder = tmp_path / "beside"
    folder.mkdir()
    if fails:
        monkeypatch.setattr(Path, "replace", refused)
    with db.engine.connect() as connection, nullcontext() if not fails else pytest.raises(DatabaseError):
        back_up(connection, folder / "copy.db")
    assert [path.name for path in folder.iterdir()] == ([] if fails else ["copy.db"])


def test_who_migrated_reads_beside_a_writer(db: Database) -> None:
    with db.engine.connect() as connection, db.engine.connect() as other:
        with store_of(connection).migrating(connection):
            pass
        driver(other).execute("begin immediate")
        driver(connection).execute("pragma busy_timeout = 0")
        with connection.begin():
            assert connection.exec_driver_sql("select count(*) from claims").scalar() == 0
        driver(other).execute("rollback")


def test_an_error_prints_no_text(db: Database) -> None:
    with db.engine.connect() as connection, pytest.raises(sqlalchemy.exc.DBAPIError) as raised:
        connection.exec_driver_sql("select ?, nothing", ("of the text",))
    assert "of the text" not in str(raised.value)
