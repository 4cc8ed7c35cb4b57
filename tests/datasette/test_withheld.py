"""The text of a withheld document leaves by no route; the same walk finds it everywhere where it is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
import pytest
from click.testing import CliRunner

from claims import Database
from claims.catalogue import catalogue
from claims.cli import main
from claims.export import export
from claims.records import Document, encode
from tests.conftest import claim
from tests.datasette.conftest import Served
from tests.datasette.probe import addresses

_WORDS = "quorble fandrix zemplity grosk wendle prantic urbolt"
TEXT = (
    f"Minister Ueda {_WORDS} met Governor Lind in Oslo on 3 May 2021. They {_WORDS} agreed to share grain data."
    f" Nobody {_WORDS} signed."
)
_RECORDS: list[dict[str, Any]] = [
    {"record": "source", "name": "Daily"},
    {"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en",
     "published_on": "2021-05-04", "text": TEXT},
    {"record": "entity", "slug": "ueda", "name": "Ueda Mari", "kind": "person", "country": "JP"},
    {"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "NO"},
    {"record": "entity", "slug": "oslo", "name": "Oslo", "kind": "place", "country": "NO"},
    {"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet"},
    claim(evidence=[{"quote": f"Minister Ueda {_WORDS} met Governor Lind"}]),
    claim(slug="c2", phase="scheduled", due="2030", evidence=[{"quote": f"They {_WORDS} agreed to share grain data"}],
          summary="They will share grain data."),
    *({"record": "sentence", "document": "daily-1", "start": at, "end": end} for at, end in
      [(0, TEXT.index(" They")), (TEXT.index("They"), TEXT.index(" Nobody"))]),
    {"record": "sentence", "document": "daily-1", "start": TEXT.index("Nobody"), "end": len(TEXT), "reason": "background"},
]  # fmt: skip
_NAMES = "select name from sqlite_master where type in ('table', 'view')"
_PAIRS = list(pairwise(_WORDS.split()))


def told(body: bytes | str) -> bool:
    """Whether two words of the text that stand together there stand together here."""
    text = body if isinstance(body, str) else body.decode("utf-8", "replace")
    return any(re.search(rf"{one}\W{{0,40}}{other}", text, re.IGNORECASE) for one, other in _PAIRS)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("held") / "claims.db"
    with Database(path) as db:
        db.load(_RECORDS, strict=True)
    return path


@pytest.fixture(scope="module")
def withheld(held: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the text left out, as the page on publishing says: it was never in this file."""
    path = tmp_path_factory.mktemp("withheld") / "claims.db"
    with Database(held) as db, db.engine.connect() as connection:
        records = [
            msgspec.structs.replace(one, text=None) if isinstance(one, Document) else one for one in export(connection)
        ]
    with Database(path) as db:
        db.load([encode(one) for one in records], strict=True)
    return path


def _walk(server: Served) -> Iterator[tuple[str, Any]]:
    """(address, answer) of all that anybody may read."""
    given = {"document": "daily-1", "entity": "ueda", "event": "grain-talks", "claim": "c1"}
    paths = set(addresses(server.datasette).values())
    for kind, name in given.items():
        paths |= {f"/{kind}/{name}", f"/{kind}/{name}.json"}
    paths |= {f"/document/daily-1?{urlencode({'claim': one})}" for one in ("c1", "c2")}
    paths |= {"/", "/.json", "/claims", "/claims.json", "/new.atom", "/planned.ics"}
    paths |= {"/map", "/map.json", "/timeline", "/timeline.json"}
    for word in ("quorble", f'"{_WORDS}"', "grain", "Ueda", "urbolt sign*"):
        paths |= {f"/search?q={quote(word)}", f"/search.json?q={quote(word)}"}
        paths |= {f"/-/search?q={quote(word)}", f"/-/tables?q={quote(word)}"}
        paths |= {
            f"/claims/{table}.json?_search={quote(word)}" for table in ("claims", "documents", "entities", "statements")
        }
    for name in catalogue():
        paths |= {f"/ask/{name}{form}" for form in ("", ".json", ".csv", ".sql")}
        paths |= {f"/claims/{name}{form}" for form in ("", ".json", ".csv")}
    tables = server.get(f"/claims/-/query.json?{urlencode({'sql': _NAMES, '_shape': 'arrayfirst'})}").json()
    assert len(tables) > 60
    for table in tables:
        paths |= {f"/claims/{table}{form}" for form in ("", ".json?_size=max", ".csv?_stream=1", ".json?_labels=on")}
        for form in ("", ".json", ".csv"):
            paths.add(f"/claims/-/query{form}?{urlencode({'sql': f'select * from {table}'})}")
    for table in ("documents", "claims", "evidence", "arguments", "sentences"):
        paths |= {f"/claims/{table}/1", f"/claims/{table}/1.json", f"/claims/{table}/1,0.json"}
    for sql in (
        "select substr(text, 1, 100) from documents",
        "select highlight(documents_search, 0, '', '') from documents_search where documents_search match 'ueda'",
        "select snippet(documents_search, 0, '', '', '', 60) from documents_search where documents_search match 'grain'",
        "select group_concat(words, ' ') from document_words",
        "select group_concat(quote) from statements",
        "select group_concat(hex(block)) from documents_search_data",
        "select group_concat(cast(block as text)) from claims_search_data",
    ):
        paths |= {f"/claims/-/query{form}?{urlencode({'sql': sql})}" for form in ("", ".json", ".csv")}
    for path in sorted(paths):
        yield path, server.get(path)


def test_no_page_tells_a_withheld_text(withheld: Path) -> None:
    server = Served(withheld)
    try:
        answers = {path: (answer.status_code, told(answer.content)) for path, answer in _walk(server)}
    finally:
        server.close()
    assert [path for path, (_, is_told) in answers.items() if is_told and "quorble" not in path] == []
    assert sum(status == 200 for status, _ in answers.values()) > 300


def test_the_same_walk_finds_a_text_that_is_held(held: Path) -> None:
    server = Served(held)
    try:
        found = {path for path, answer in _walk(server) if told(answer.content)}
    finally:
        server.close()
    assert {
        "/document/daily-1", "/claim/c1", "/claim/c1.json", "/ask/who_met_whom.csv", "/claims/documents.json?_size=max",
        "/claims/documents/1", "/claims/statements.csv?_stream=1", "/search.json?q=grain",
    } <= found  # fmt: skip


def test_no_command_tells_a_withheld_text(withheld: Path, held: Path, tmp_path: Path) -> None:
    def run(path: Path, *words: str) -> str:
        return CliRunner().invoke(main, ["--db", str(path), *words]).output

    commands = [
        ("export",),
        ("export", "--no-history"),
        ("check",),
        ("sql", "select * from statements"),
        ("sql", "select * from documents"),
    ]
    commands += [("query", name) for name in catalogue()]
    assert [words for words in commands if told(run(withheld, *words))] == []
    assert told(run(held, "export"))
    assert told(run(held, "query", "who_met_whom"))
    for name in ("backup", "replica", "parquet"):
        (tmp_path / name).mkdir()
    run(withheld, "backup", str(tmp_path / "backup" / "copy.db"))
    run(tmp_path / "replica" / "copy.db", "pull", str(withheld))
    run(withheld, "export", "--parquet", str(tmp_path / "parquet"))
    run(held, "backup", str(tmp_path / "held.db"))
    files = [one for name in ("backup", "replica", "parquet") for one in (tmp_path / name).rglob("*") if one.is_file()]
    assert {one.suffix for one in files} >= {".db", ".parquet"}
    assert [one for one in files if told(one.read_bytes())] == []
    assert told((tmp_path / "held.db").read_bytes())


def test_a_withheld_text_leaves_its_length_and_no_quote(withheld: Path) -> None:
    with Database(withheld) as db:
        assert db.sql("select count(*) as n from evidence where quoted is not null") == [{"n": 0}]
        (row,) = db.sql("select text_length from documents")
    assert row["text_length"] == len(TEXT)
