"""A fresh database, and one with everything that ships: on SQLite, and on PostgreSQL where a test is of both engines.

A module whose tests are of both says so by `pytestmark = pytest.mark.both_engines`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.load import Receipt
from claims.records import corpus_lines
from tests.servers import Server, started

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "article" / "000_e92e1c2018eeff45.txt"


def texts() -> list[tuple[str, str]]:
    """(language, text) of every document that ships with its text."""
    records = (json.loads(line) for line in corpus_lines() if b'"record": "document"' in line)
    return [(record["language"], record["text"]) for record in records if "text" in record]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "both_engines: the test runs on SQLite and on PostgreSQL")
    config.addinivalue_line("markers", "of_sqlite: not this one of them, which is about SQLite")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marked = metafunc.definition.get_closest_marker
    if "engine" in metafunc.fixturenames and marked("both_engines") and not marked("of_sqlite"):
        metafunc.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request: pytest.FixtureRequest) -> str:
    """The engine that the test's databases are of."""
    return str(getattr(request, "param", "sqlite"))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of PostgreSQL of this session's own."""
    with started(tmp_path_factory.mktemp("postgresql")) as running:
        yield running


@pytest.fixture(scope="session")
def empty_template(server: Server) -> str:
    """The name of a database that is made and empty, to be copied."""
    return server.template(lambda db: None)


@pytest.fixture(scope="session")
def shipped_template(server: Server) -> str:
    """The name of a database with everything that ships, to be copied."""
    return server.template(lambda db: db.load(corpus_lines(), strict=True))


@pytest.fixture
def db(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    if engine == "sqlite":
        with Database(tmp_path / "claims.db", create=True) as database:
            yield database
        return
    server: Server = request.getfixturevalue("server")
    with server.copy(request.getfixturevalue("empty_template")) as database:
        yield database


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shipped") / "claims.db"
    with Database(path) as database:
        database.load(corpus_lines(), strict=True)
        database.sql("pragma wal_checkpoint(truncate)")
    return path


@pytest.fixture(scope="session")
def shipped(engine: str, request: pytest.FixtureRequest) -> Iterator[Database]:
    """What ships, to be read only."""
    if engine == "sqlite":
        with Database(request.getfixturevalue("shipped_file")) as database:
            yield database
        return
    server: Server = request.getfixturevalue("server")
    with server.copy(request.getfixturevalue("shipped_template")) as database:
        yield database


@pytest.fixture
def copy(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Database]:
    """What ships, to be changed."""
    if engine == "sqlite":
        with Database(shutil.copy(request.getfixturevalue("shipped_file"), tmp_path / "copy.db")) as database:
            yield database
        return
    server: Server = request.getfixturevalue("server")
    with server.copy(request.getfixturevalue("shipped_template")) as database:
        yield database


@pytest.fixture
def article() -> str:
    if not ARTICLE.exists():
        pytest.skip("the article's text is withheld and not beside this checkout")
    return ARTICLE.read_bytes().decode("utf-8")


TEXT = "Minister Ueda met Governor Lind in Oslo on 3 May 2021. They agreed to share grain data. Lind did not sign."


@pytest.fixture
def few() -> list[dict[str, Any]]:
    """A source, a document, three entities, an event and two claims, in an order in which they load."""
    return [
        {"record": "source", "name": "Daily", "kind": "outlet", "country": "NO", "reliability": "B"},
        {"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en",
         "published_on": "2021-05-04", "text": TEXT},
        {"record": "entity", "slug": "ueda", "name": "Ueda Mari", "kind": "person", "country": "JP",
         "aliases": [{"name": "上田真理", "language": "ja", "kind": "official"}]},
        {"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "NO"},
        {"record": "entity", "slug": "oslo", "name": "Oslo", "kind": "place", "country": "NO"},
        {"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet"},
        claim(),
        claim(slug="c2", kind="cooperate", phase="agreed", evidence=[{"quote": "They agreed to share grain data"}],
              summary="Ueda and Lind agreed to share grain data.", event="grain-talks"),
    ]  # fmt: skip


def address(db: Database) -> str:
    """The database as --db takes it."""
    return db.engine.url.render_as_string(hide_password=False)


def claim(**fields: Any) -> dict[str, Any]:
    """A claim on the document of `few`, with these fields changed."""
    return {
        "record": "claim", "slug": "c1", "document": "daily-1", "kind": "meet", "phase": "occurred", "date": "2021-05-03",
        "date_text": "3 May 2021", "date_basis": "stated", "event": "grain-talks",
        "arguments": [
            {"role": "participant", "name": "Ueda", "entity": "ueda"},
            {"role": "participant", "name": "Lind", "entity": "lind"},
            {"role": "place", "name": "Oslo", "entity": "oslo"},
        ],
        "evidence": [{"quote": "met Governor Lind in Oslo on 3 May 2021"}],
        "summary": "Ueda met Lind in Oslo on 3 May 2021.",
    } | fields  # fmt: skip


def taken(db: Database, records: Iterable[Any]) -> Receipt:
    """The receipt of a load of which every line is taken, doubtful or not."""
    receipt = db.load(records)
    assert [str(reject.error) for reject in receipt.rejects] == []
    return receipt
