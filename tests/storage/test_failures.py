"""What a server may do to a load: it is in whole or not at all, which the caller learns in one line, and the next load mends it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from claims import Database
from claims.check import check
from claims.errors import ClaimsError, DatabaseError
from claims.export import content_hash
from claims.records import corpus_lines
from claims.storage.postgresql import writing
from tests.conftest import address, claim, taken
from tests.servers import Server, debians


@pytest.fixture(scope="module")
def frail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that may be killed."""
    with debians(tmp_path_factory.mktemp("frail"), quick=False) as server:
        yield server


@pytest.fixture
def db(frail: Server, few: list[dict[str, Any]]) -> Iterator[Database]:
    with Database(frail.url(frail.new()), create=True) as database:
        taken(database, few)
        yield database


def state(db: Database) -> tuple[str, list[str]]:
    with db.engine.connect() as connection:
        return content_hash(connection), [problem for one in check(connection) for problem in one.problems]


def cut(db: Database) -> None:
    """Cut every other connection to the database, as a server does that is told to."""
    with psycopg.connect(address(db).replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and pid <> pg_backend_pid()"
        )


@pytest.mark.parametrize("at", [9, 200])
def test_a_server_that_is_restarted_while_loading_keeps_nothing(frail: Server, db: Database, at: int) -> None:
    before = state(db)
    lines = list(corpus_lines())
    with pytest.raises(DatabaseError, match="nothing of this load was kept; load it again") as raised:
        db.load(lines, on_line=lambda number: frail.restart() if number == at else None)
    assert "\n" not in str(raised.value)
    assert state(db) == before
    assert db.load(lines).rejected == 0
    assert state(db)[1] == []


def test_a_connection_that_is_cut_before_the_commit_keeps_nothing(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(db)
    commit = writing._commit

    def cut_first(*given: Any) -> None:
        cut(db)
        commit(*given)

    monkeypatch.setattr(writing, "_commit", cut_first)
    with pytest.raises(DatabaseError, match="nothing of it was kept; load it again") as raised:
        db.load([claim(slug="c3", kind="visit", summary="Lind visited Oslo.")])
    assert "\n" not in str(raised.value)
    monkeypatch.undo()
    assert state(db) == before


def test_a_connection_that_is_cut_as_the_commit_is_answered_has_its_receipt(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server has it, and the word of it was lost on the way: the receipt says that it is in."""
    told = claim(slug="c3", kind="visit", summary="Lind visited Oslo.")
    with monkeypatch.context() as changed:
        changed.setattr(psycopg.Connection, "commit", _committed_and_cut(db, psycopg.Connection.commit))
        assert db.load([told]).inserted == 1
    assert db.load([told]).unchanged == 1
    assert state(db)[1] == []


def _committed_and_cut(db: Database, commit: Any) -> Any:
    def committed(self: Any) -> None:
        commit(self)
        if not self.read_only and self.isolation_level == psycopg.IsolationLevel.READ_COMMITTED:
            self.close()
            raise psycopg.OperationalError("server closed the connection unexpectedly")

    return committed


def test_a_server_that_does_not_come_back_is_not_said_to_have_kept_it(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_status", lambda *_: None)
    commit = writing._commit

    def cut_first(*given: Any) -> None:
        cut(db)
        commit(*given)

    monkeypatch.setattr(writing, "_commit", cut_first)
    with pytest.raises(DatabaseError, match=r"cannot be asked whether it was kept.*counts as unchanged"):
        db.load([claim(slug="c3", kind="visit", summary="Lind visited Oslo.")])


def test_two_loaders_and_a_reviewer_at_once_lose_nothing(db: Database) -> None:
    url, failed = address(db), list[BaseException]()

    def work(records: list[Any]) -> None:
        try:
            with Database(url) as mine:
                for number in range(6):
                    numbered = [one | {"slug": f"{one['slug']}-{number}"} if "slug" in one else one for one in records]
                    mine.load([one | {"date": f"202{number}-05-03"} if "date" in one else one for one in numbered])
        except ClaimsError as error:
            failed.append(error)

    review = {"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "desk"}
    told = claim(event=None, date_text=None)
    given = ([told | {"slug": "one"}], [told | {"slug": "two", "phase": "scheduled"}], [review])
    threads = [threading.Thread(target=work, args=(records,)) for records in given]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert state(db)[1] == []
    assert db.sql("select count(*) as n from reviews") == [{"n": 1}]
    ids = [row["id"] for row in db.sql("select id from claims order by id")]
    assert ids == list(range(1, 2 + 6 + 6 + 1))


def test_a_full_disk_keeps_nothing_and_says_so(frail: Server, db: Database, tmp_path: Path) -> None:
    """The tables and indexes of the database in a file system of 24 megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small file system cannot be mounted here")
    try:
        home = place / "home"
        home.mkdir()
        subprocess.run(["chown", "-R", "postgres", str(place)], check=True)
        for part in tmp_path.parents:
            part.chmod(part.stat().st_mode | 0o011) if part != Path("/") else None
        tmp_path.chmod(0o755)
        frail.run(f"create tablespace small location '{home}'")
        name = frail.new("tablespace small")
        ballast = home.parent / "ballast"
        ballast.write_bytes(b"0" * 4_000_000)
        with Database(frail.url(name), create=True) as small:
            before = state(small)
            many = [claim(slug=f"c{n}", date=f"{1000 + n:04}", date_text=None, event=None) for n in range(2, 9000)]
            base = [{"record": "source", "name": "Daily"}]
            with pytest.raises(
                DatabaseError, match=r"disk.*is full: nothing of this load was kept; make room"
            ) as raised:
                small.load([*base, *_pages(), *many])
            assert "\n" not in str(raised.value)
            with small.engine.connect() as connection:
                assert content_hash(connection) == before[0]
                (derived,) = [one for one in check(connection) if one.name == "derived tables"]
            assert ["make room" in problem for problem in derived.problems] == [True]  # to compare them takes some
            ballast.unlink()  # room is made
            assert state(small) == before
            with psycopg.connect(address(small).replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute("vacuum")
            assert small.load(base).inserted == 1
        frail.run(f"drop database {name} with (force)")
        frail.run("drop tablespace small")
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _pages() -> list[dict[str, Any]]:
    """Documents with texts that do not become smaller by being packed."""
    import random

    chance = random.Random(1)
    return [
        {"record": "document", "slug": f"page-{n}", "source": "Daily", "title": f"Page {n}", "language": "en",
         "text": " ".join(f"{chance.getrandbits(64):x}" for _ in range(20_000))}
        for n in range(80)
    ]  # fmt: skip
