"""What becomes of a load where the server fails at its commit, and which failures of a system are the disk's."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from claims.errors import DatabaseError
from claims.storage.postgresql import writing
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
