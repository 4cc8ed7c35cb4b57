"""What becomes of a server whose file is lost, damaged or another one: told in a line, and guarded all the while."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from claims import Database
from claims.datasette import failing
from tests.datasette.conftest import Served
from tests.datasette.test_keeping import Asked

PATHS = ("/", "/claims/claims.json?_size=1", "/claims/statements", "/search?q=Oslo", "/claim/meti-jucip4-en-01-a", "/new.atom",
         "/ask.json?sql=select+1", "/claims/-/query.json?sql=select+1")  # fmt: skip


@pytest.fixture(autouse=True)
def untold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(failing, "_told_at", -failing._SILENT)


@pytest.fixture
def file(served_copy: Served) -> Path:
    for path in PATHS:
        assert served_copy.get(path).status_code == 200
    return Path(served_copy.datasette.get_database("claims").path)


def remove(file: Path) -> None:
    for beside in ("", "-wal", "-shm"):
        Path(f"{file}{beside}").unlink(missing_ok=True)


@pytest.mark.parametrize("lost", ["deleted", "empty", "cut"])
def test_a_file_that_is_lost_is_told_in_a_line_and_read_again_when_it_is_back(
    served_copy: Served, file: Path, lost: str, capfd: pytest.CaptureFixture[str]
) -> None:
    kept = Path(shutil.copy(file, file.with_name("kept")))
    remove(file)
    if lost != "deleted":
        file.write_bytes(b"" if lost == "empty" else kept.read_bytes()[: 3 * 4096])
    for path in PATHS:
        answer = served_copy.get(path)
        if lost == "empty":  # it is a database without tables
            assert answer.status_code in (200, 400, 404), path
        else:
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5"), path
        assert str(file) not in answer.text
    told = "".join(capfd.readouterr())
    assert len(told.splitlines()) <= 1, told
    for path in PATHS:  # nobody is let in by another name meanwhile, and nothing is written
        assert served_copy.get(path, headers={"host": "evil.example"}).status_code == 421
    remove(file)
    os.replace(kept, file)
    assert [served_copy.get(path).status_code for path in PATHS] == [200] * len(PATHS)


def test_a_file_in_the_place_of_another_is_read(served_copy: Served, file: Path) -> None:
    asked = Asked(served_copy)
    path = "/claims/sources.json?_size=1&_extra=count&name=Nobody+Times"
    assert b'"count": 0' in asked.get(path)[2]
    other = Path(shutil.copy(file, file.with_name("other.db")))
    with Database(other) as db:
        db.load([{"record": "source", "name": "Nobody Times"}])
        db.sql("pragma wal_checkpoint(truncate)")
    for beside in ("-wal", "-shm"):
        Path(f"{file}{beside}").unlink(missing_ok=True)
    os.replace(other, file)
    assert b'"count": 1' in asked.get(path)[2]
    assert served_copy.get("/ask.json?sql=select+count(*)+as+n+from+sources+where+name='Nobody+Times'").json()["rows"]


def test_a_damaged_page_is_told_in_a_line(served_copy: Served, file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("create table others (x)")  # so that nothing that is remembered holds
        (page,) = connection.execute("select rootpage from sqlite_master where name = 'claims'").fetchone()
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xff" * 4096)
    connection = sqlite3.connect(file)
    connection.execute("create table more (x)")
    connection.close()
    capfd.readouterr()
    for path in ("/claims/claims.json?_size=2", "/claim/meti-jucip4-en-01-a", "/new.atom", "/claims/claims.csv"):
        assert served_copy.get(path).status_code == 503, path
    assert "malformed); `claims check` says more\n" in (told := "".join(capfd.readouterr()))
    assert len(told.splitlines()) == 1
