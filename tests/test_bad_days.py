"""What goes wrong beneath the database: each ends in one line with the next step, and keeps all or nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.errors import DatabaseError, RecordError
from claims.load.gathered import gathered
from claims.records import Placed, corpus_lines
from claims.storage import BusyError

_CLAIMS = [sys.executable, "-c", "from claims.cli import main; main()"]


def run(path: Path, *words: str, limit: int | None = None, text: str = "") -> subprocess.CompletedProcess[str]:
    """`claims` on a database; with `limit`, no file may grow beyond so many blocks of 1024 bytes."""
    command = [*_CLAIMS, "--db", str(path), *words]
    if limit is not None:
        command = ["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "bash", *command]
    return subprocess.run(command, capture_output=True, text=True, input=text, timeout=120)


@pytest.fixture
def file(shipped_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(shipped_file, tmp_path / "claims.db"))


def _one_line(ended: subprocess.CompletedProcess[str]) -> str:
    lines = ended.stderr.strip().splitlines()
    assert (ended.returncode, len(lines)) == (1, 1), ended.stderr[-2000:]
    assert ";" in lines[0]
    return lines[0]


def test_no_room_for_a_load_keeps_nothing_of_it(file: Path, tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    text = "Ueda met Lind in Oslo. " * 40
    told = [{"record": "source", "name": "Daily"}]
    told += [
        {
            "record": "document",
            "slug": f"d{n}",
            "source": "Daily",
            "title": f"T{n}",
            "language": "en",
            "text": f"{n} {text}",
        }
        for n in range(3000)
    ]
    records.write_text("\n".join(map(json.dumps, told)))
    before = run(file, "check").stdout
    ended = run(file, "load", str(records), limit=file.stat().st_size // 1024 + 200)
    assert "disk" in _one_line(ended)
    assert run(file, "check").stdout == before


def test_no_room_for_a_new_database(tmp_path: Path) -> None:
    assert "disk" in _one_line(run(tmp_path / "claims.db", "demo", "--no-serve", limit=300))
    assert run(tmp_path / "claims.db", "demo", "--no-serve").returncode == 0


def test_a_damaged_page_is_told(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        (page,) = connection.execute("select rootpage from sqlite_master where name = 'claims'").fetchone()
    connection.close()
    with file.open("r+b") as opened:
        opened.seek((page - 1) * 4096)
        opened.write(b"\xff" * 4096)
    for words in (
        ("query", "agreed"),
        ("sql", "select * from claims"),
        ("export",),
        ("review", "meti-jucip4-en-01-a", "--accept"),
    ):
        assert "damaged" in _one_line(run(file, *words))


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    for words in (("init",), ("sql", "select 1"), ("load", "-"), ("check",)):
        assert "not a database" in _one_line(run(path, *words))


def test_a_table_of_others_by_the_name_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table claims (id integer primary key, policy text)")
    connection.close()
    assert "claims that is not ours" in _one_line(run(path, "init", "--yes"))
    with sqlite3.connect(path) as connection:
        assert [row[0] for row in connection.execute("select name from sqlite_master")] == ["claims"]
    connection.close()


def test_who_cannot_write_in_time_is_told_in_one_line(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = sqlite3.connect(file)
    writer.execute("begin immediate")
    started = time.monotonic()
    assert "somebody else is writing" in _one_line(run(file, "review", "meti-jucip4-en-01-a", "--accept"))
    assert time.monotonic() - started < 30
    with Database(file) as db, pytest.raises(BusyError, match="run it again"):
        db.load([{"record": "source", "name": "Daily"}])
    writer.rollback()
    writer.close()
    assert run(file, "review", "meti-jucip4-en-01-a", "--accept").returncode == 0


def test_who_sends_slowly_keeps_nobody_from_writing(file: Path) -> None:
    loading = subprocess.Popen(
        [*_CLAIMS, "--db", str(file), "load", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert loading.stdin is not None
    loading.stdin.write('{"record": "source", "name": "Daily"}\n{"record": "source", "name": "Weekly"}\n')
    loading.stdin.flush()
    time.sleep(3)
    assert loading.poll() is None
    assert run(file, "review", "meti-jucip4-en-01-a", "--accept").returncode == 0
    told, _ = loading.communicate()
    assert json.loads(told)["inserted"] == 2


def test_what_is_gathered_is_what_was_given() -> None:
    refused = Placed(1, RecordError("", "no"))

    def items() -> Iterator[Any]:
        yield from (b"a\n", {"x": "é"}, b"", b"\x00" * 10, "text", 3, refused)

    with gathered(items(), is_at_hand=False) as all_there:
        assert [*all_there] == [
            b"a\n",
            '{"x": "é"}'.encode(),
            b"",
            b"\x00" * 10,
            b"text",
            3,
            refused,
        ]


def test_a_load_that_ends_in_an_error_of_the_stream_locks_nothing(file: Path) -> None:
    def items() -> Iterator[dict[str, Any]]:
        yield {"record": "source", "name": "Daily"}
        with sqlite3.connect(file, timeout=0) as other:  # nobody holds the lock while the stream is read
            other.execute("begin immediate")
            other.rollback()
        other.close()
        raise OSError("the line went dead")

    with Database(file) as db:
        with pytest.raises(OSError, match="line went dead"):
            db.load(items())
        assert db.sql("select count(*) as n from sources where name = 'Daily'") == [{"n": 0}]


def test_a_backup_is_whole_while_others_write(file: Path, tmp_path: Path) -> None:
    with Database(file) as db:
        db.load([{"record": "source", "name": "Daily"}])  # is in the log, and not yet in the file
        ended = run(file, "backup", str(tmp_path / "copy.db"))
    assert ended.returncode == 0, ended.stderr
    assert run(tmp_path / "copy.db", "check").stdout == run(file, "check").stdout
    assert "there already" in _one_line(run(file, "backup", str(tmp_path / "copy.db")))


def test_no_room_for_a_backup_leaves_none(file: Path, tmp_path: Path) -> None:
    assert "disk" in _one_line(run(file, "backup", str(tmp_path / "copy.db"), limit=200))
    assert not (tmp_path / "copy.db").exists()


def test_a_file_for_reading_only_raises_no_false_alarm(file: Path) -> None:
    from claims.check import check
    from claims.storage import create_engine, store_of

    engine = create_engine(file)
    with engine.connect() as connection, store_of(connection).only_reading(connection):
        found = {finding.name: finding for finding in check(connection)}
    engine.dispose()
    assert [one.name for one in found.values() if one.problems] == []
    assert found["search index"].looked_at > 0  # which was looked at all the same


def test_a_search_index_that_is_wrong_is_found_in_a_file_for_reading_only(file: Path) -> None:
    from claims.check import check
    from claims.storage import create_engine, store_of

    with sqlite3.connect(file) as writing:
        writing.execute("insert into claims_search (claims_search, rowid, words) values ('delete', 1, 'nothing of it')")
    writing.close()
    engine = create_engine(file)
    with engine.connect() as connection, store_of(connection).only_reading(connection):
        assert [finding.name for finding in check(connection) if finding.problems] == ["search index"]
    engine.dispose()


def test_the_error_is_of_this_package(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with Database(path) as db:
        db.load(corpus_lines())
    path.write_bytes(path.read_bytes()[:8192])
    for beside in ("-wal", "-shm"):
        Path(f"{path}{beside}").unlink(missing_ok=True)
    with pytest.raises(DatabaseError):
        Database(path).load([{"record": "source", "name": "Daily"}])
