"""Pages served from a replica: each says how fresh it is, and what is written at them is at the source and back."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest

from claims import Database
from claims.datasette.freshness import age, told_now
from claims.datasette.guarded import GuardedDatabase
from claims.errors import ReplicaError
from claims.replica import Keeper, Slice, pull, shown
from claims.tokens import SCOPES, add_token
from tests.conftest import claim, taken
from tests.datasette.conftest import Served

pytestmark = pytest.mark.both_engines
PAGES = ("/", "/search", "/map", "/timeline", "/ask", "/ask/agreed", "/claim/c1", "/document/daily-1", "/entity/lind",
         "/event/grain-talks", "/replica", "/replica/claims", "/replica/claims/1", "/replica/agreed")  # fmt: skip


@pytest.fixture
def keeper(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> Keeper:
    taken(db, few)
    return Keeper(db.engine.url.render_as_string(hide_password=False), tmp_path / "replica.db", Slice(), 3600)


@pytest.fixture
def kept(keeper: Keeper) -> Iterator[Served]:
    keeper.begin()
    server = Served(keeper.file, keeper)
    yield server
    server.close()


def _post(server: Served, record: dict[str, Any], more: str = "") -> dict[str, Any]:
    file = str(server.datasette.get_database(server.name).path)
    token = add_token(file, f"test {time.monotonic_ns()}", [*SCOPES], 1)
    headers = {"authorization": f"Bearer {token}"}
    answer = server.post(f"/-/claims/load{more}", content=json.dumps(record).encode(), headers=headers)
    told: dict[str, Any] = answer.json()
    return told


def _fresh(server: Served, path: str) -> str:
    text: str = server.get(path).text
    assert text.count('class="freshness"') == 1, path
    return text.partition('class="freshness">')[2].partition("</p>")[0]


def test_each_page_says_how_fresh_it_is(kept: Served, keeper: Keeper, db: Database) -> None:
    for path in PAGES:
        told = _fresh(kept, path)
        assert "As of" in told, path
        assert "just now" in told
        assert f"from {shown(keeper.source)}." in told


def test_a_database_of_its_own_says_nothing(get: Any) -> None:
    for path in ("/", "/search", "/shipped/claims"):
        assert "freshness" not in get(path).text


def test_what_is_written_at_the_pages_is_at_the_source_and_back(kept: Served, db: Database) -> None:
    review = {"record": "review", "claim": "c1", "verdict": "rejected", "reviewer": "desk", "note": "another day"}
    assert _post(kept, review)["inserted"] == 1
    assert db.sql("select verdict, note from reviews") == [{"verdict": "rejected", "note": "another day"}]
    assert "another day" in kept.get("/claim/c1").text
    assert _post(kept, claim(certainty="PS"))["superseded"] == 1
    assert db.sql("select tool from runs order by id desc limit 1") == [{"tool": "http"}]
    assert kept.get("/claim/c1.json").json()["claim"]["certainty"] == "PS"


def test_a_trial_is_written_nowhere(kept: Served, db: Database) -> None:
    assert _post(kept, claim(certainty="PS"), "?dry_run=1")["dry_run"] is True
    assert db.sql("select count(*) as n from claims") == [{"n": 2}]


def test_pages_go_on_where_the_source_is_away(kept: Served, keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "source", "postgresql+psycopg://ann:geheim@127.0.0.1:1/claims")
    with pytest.raises(ReplicaError):
        keeper.pull()
    told = _fresh(kept, "/claim/c1")
    assert "Not kept up: the source postgresql+psycopg://ann@127.0.0.1:1/claims cannot be reached" in told
    assert "geheim" not in told
    assert not _post(kept, claim(certainty="PS"))["ok"]


def test_a_write_that_has_not_come_back_is_told(
    kept: Served, keeper: Keeper, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: Any) -> None:
        raise ReplicaError("the source is away")

    monkeypatch.setattr(keeper, "pull", away)
    told = _post(kept, claim(certainty="PS"))
    assert told["superseded"] == 1
    assert told["notes"] == ["it is at the source, and not at these pages yet: the source is away"]


def test_a_replica_that_nobody_keeps_takes_no_writes(
    kept: Served, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept.datasette, "claims_keeper", None)
    told = _post(kept, claim(certainty="PS"))
    assert told["ok"] is False
    assert "replica of" in told["errors"][0]
    assert "As of" in _fresh(kept, "/claim/c1")


def test_what_came_before_is_served_where_the_source_is_away_at_the_start(keeper: Keeper, tmp_path: Path) -> None:
    keeper.begin()
    away = Keeper("postgresql+psycopg://127.0.0.1:1/claims", keeper.file, Slice(), 3600)
    away.begin()
    assert "cannot be reached" in away.trouble
    none = Keeper("postgresql+psycopg://127.0.0.1:1/claims", tmp_path / "none.db", Slice(), 3600)
    with pytest.raises(ReplicaError, match="cannot be reached"):
        none.begin()
    assert not none.file.exists()


def test_it_is_kept_up_meanwhile(keeper: Keeper, db: Database) -> None:
    keeper.begin()
    often = Keeper(keeper.source, keeper.file, Slice(), 0.05)
    with often.running():
        taken(db, [claim(certainty="PS")])
        until = time.monotonic() + 20
        with Database(keeper.file) as replica:
            while time.monotonic() < until and replica.sql("select count(*) as n from claims") == [{"n": 2}]:
                time.sleep(0.05)
            assert replica.sql("select count(*) as n from claims") == [{"n": 3}]


def test_an_answer_is_not_kept_past_what_it_says_of_its_freshness(kept: Served, keeper: Keeper, get: Any) -> None:
    before = told_now(kept.datasette)
    keeper.trouble = "the source is away"
    assert told_now(kept.datasette) != before
    kept.datasette.claims_keeper = None
    assert told_now(kept.datasette) is None


def test_a_slice_says_so(keeper: Keeper) -> None:
    pull(keeper.source, keeper.file, entity="lind", since="2021")
    server = Served(keeper.file)
    assert "entity Ada Lind, since 2021-01-01 only" in _fresh(server, "/")
    server.close()


def test_an_age_is_told_in_words() -> None:
    now = datetime(2026, 1, 3, 12, tzinfo=UTC)
    told = {"2026-01-03T11:59:30.000Z": "just now", "2026-01-03T11:58:00.000Z": "2 minutes ago",
            "2026-01-03T11:00:00.000Z": "1 hour ago", "2026-01-01T11:00:00.000Z": "2 days ago"}  # fmt: skip
    assert {instant: age(instant, now) for instant in told} == told
    assert age(None, now) == ""


def test_who_asks_reaches_the_replica_alone(kept: Served, keeper: Keeper, db: Database) -> None:
    """Every database that is served is a file of SQLite, guarded; and what changes at the source is not seen until a pull."""
    kept.get("/")
    served = dict(kept.datasette.databases)
    assert {type(one) for name, one in served.items() if name != "_memory"} == {GuardedDatabase}
    assert [Path(one.path) for name, one in served.items() if name != "_memory"] == [keeper.file]
    taken(db, [claim(slug="later", kind="visit", evidence=[{"quote": "Lind did not sign"}], summary="Lind went home.")])
    with patched_connect() as opened:
        for path in (
            *PAGES,
            "/replica/claims.json",
            "/-/databases.json",
            "/replica/-/query.json?sql=select+count(*)+from+claims",
        ):
            assert "Lind went home" not in kept.get(path).text
    assert opened == []
    keeper.pull()
    assert "Lind went home" in kept.get("/document/daily-1").text


@contextmanager
def patched_connect() -> Iterator[list[str]]:
    """The addresses of servers to which anything connects meanwhile."""
    opened: list[str] = []
    before = psycopg.Connection.connect

    def connect(address: str = "", *given: Any, **more: Any) -> Any:
        opened.append(address)
        return before(address, *given, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.Connection, "connect", connect)
        patch.setattr(psycopg, "connect", connect)
        yield opened
