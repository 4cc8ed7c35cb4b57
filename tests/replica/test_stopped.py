"""A pull that is stopped, a source that went back, a replica that was tampered with: nothing half, nothing wrong."""

from __future__ import annotations

import shutil
from typing import Any

import pytest
from sqlalchemy import event

from claims import Database
from claims.errors import DatabaseError, ReplicaError
from claims.replica import Slice, pull, pulling, shown, sought
from claims.replica.address import cache_file
from tests.conftest import claim, taken
from tests.replica.conftest import Pair, lines, sound


def _stopped_after(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Stop a pull in the middle of this transaction."""
    count = 0
    whole = pulling.copy  # type: ignore[attr-defined]

    def copy(*given: Any) -> Any:
        nonlocal count
        count += 1
        receipt = whole(*given)
        if count == number:
            raise KeyboardInterrupt
        return receipt

    monkeypatch.setattr(pulling, "copy", copy)


@pytest.mark.parametrize("asked", [{}, {"topic": "semiconductors"}], ids=str)
def test_a_stopped_pull_goes_on(shipped_pair: Pair, monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any]) -> None:
    monkeypatch.setattr(sought, "_BATCH", 40)
    _stopped_after(monkeypatch, 3)
    with pytest.raises(KeyboardInterrupt):
        shipped_pair.pull(**asked)
    with shipped_pair.replica() as replica:
        sound(replica)
        (row,) = replica.sql("select began_at is not null as is_begun, as_of, content from replica")
        assert row == {"is_begun": 1, "as_of": None, "content": None}
        before = replica.sql("select count(*) as n from claims")[0]["n"]
        assert before > 0
        assert set(lines(replica)) < set(lines(shipped_pair.source))
    monkeypatch.undo()
    rest = shipped_pair.pull()
    with shipped_pair.replica() as replica:
        assert rest.claims == replica.sql("select count(*) as n from claims")[0]["n"] - before
        sound(replica)
    if not asked:
        shipped_pair.agree()
    other = shipped_pair.file.with_name("other.db")
    assert pull(shipped_pair.address, other, **asked).standing.content == rest.standing.content


def test_a_stopped_pull_of_what_is_new_leaves_what_was(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    done = pair.pull()
    taken(pair.source, [claim(certainty="PS"), {"record": "link", "source": "c1", "type": "repeats", "target": "c2"}])
    _stopped_after(monkeypatch, 1)
    with pytest.raises(KeyboardInterrupt):
        pair.pull()
    with pair.replica() as replica:
        assert replica.sql("select content, as_of from replica") == [
            {"content": done.standing.content, "as_of": done.standing.as_of}
        ]
        assert replica.sql("select count(*) as n from claims where retracted_at is not null") == [{"n": 0}]
    monkeypatch.undo()
    pair.agree()


def test_nothing_new_costs_no_look_at_records(pair: Pair) -> None:
    pair.pull()
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked.append(statement)

    from sqlalchemy import Engine

    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert pair.pull().pieces == 0
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert not [one for one in asked if "from claims" in one or "from documents" in one or "from evidence" in one]
    assert len(asked) < 30


def test_an_older_state_of_the_source_is_noticed(pair: Pair) -> None:
    """Restored from a backup, it goes on from there to as many changes as it had before."""
    backup = pair.file.with_name("backup.db")
    pair.source.sql("pragma wal_checkpoint(truncate)")
    shutil.copy(pair.source.engine.url.database or "", backup)
    taken(pair.source, [claim(certainty="PS")])
    pair.pull()
    path = pair.source.engine.url.database or ""
    pair.source.close()
    for name in (f"{path}-wal", f"{path}-shm"):
        pair.file.with_name(name.rpartition("/")[2]).unlink(missing_ok=True)
    shutil.copy(backup, path)
    with Database(path) as restored:
        taken(restored, [claim(slug="c2", certainty="U", kind="cooperate", phase="agreed", summary="Otherwise.")])
    with pytest.raises(ReplicaError, match="not here what it is at the source; make the replica again with --anew"):
        pair.pull()


def test_what_was_changed_in_the_replica_is_found(pair: Pair) -> None:
    pair.pull()
    with pair.replica() as replica, replica.engine.begin() as connection:
        connection.exec_driver_sql("update entities set country = 'SE' where slug = 'lind'")
    assert pair.pull().pieces == 0
    with pytest.raises(ReplicaError, match=r"entity .* is not here what it is at the source"):
        pair.pull(verify=True)


def test_a_replica_takes_no_records(pair: Pair) -> None:
    pair.pull()
    with pair.replica() as replica, pytest.raises(DatabaseError, match=r"a replica of .*claims pull"):
        replica.load([claim(certainty="PS")])


def test_a_source_of_another_version_is_told(pair: Pair) -> None:
    with pair.source.engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '0007'")
    with pytest.raises(ReplicaError, match=r"the source .*source|claims.* revision 0007.*claims init` there"):
        pair.pull()
    assert not pair.file.exists()


def test_a_source_that_is_away_is_told_without_the_password(pair: Pair) -> None:
    with pytest.raises(ReplicaError, match="cannot be reached") as told:
        pull("postgresql+psycopg://ann:geheim@127.0.0.1:1/claims", pair.file)
    assert "geheim" not in str(told.value)
    assert "\n" not in str(told.value)


def test_passwords_are_not_shown() -> None:
    address = "postgresql+psycopg://ann:geheim@db.example/claims?password=geheim&sslmode=require&sslpassword=geheim"
    assert shown(address) == "postgresql+psycopg://ann@db.example/claims?sslmode=require"
    assert cache_file(address, Slice()) != cache_file(address, Slice(since="2024-01-01"))
    assert cache_file(address, Slice()).name.startswith("claims-")
