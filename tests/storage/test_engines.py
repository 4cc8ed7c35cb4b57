"""One text of SQL, one loader: every question answers alike on every engine, and so does whatever people do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
import sqlglot
from hypothesis import HealthCheck, settings
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from claims import Database
from claims.catalogue import catalogue, limited
from claims.catalogue import given as asked_of
from claims.export import content_hash, export
from claims.records import Claim, corpus_lines
from claims.resources import DB
from claims.stream.given import stream
from tests.conftest import claim
from tests.servers import Server
from tests.test_round_trip import PAGES, Round

#: Values of each parameter; those of entities, events, documents and claims are taken from what ships.
GIVEN = {
    "slot": ("date", "place", "name", "outcome", "tenure", "provision"),
    "kind": ("meet", "sign", "topic"),
    "since": ("2023", "2024-03", "2024-06-26"),
    "until": ("2023", "2024-06-30"),
    "as_of": ("2024-01-01", "2025-01-01"),
    "day": ("2024-01-01",),
    "likelihood": ("set", "unlikely"),
    "tool": ("load",),
}
#: When a database learned it, which is its own.
OWN = ("recorded_at",)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, server: Server) -> Iterator[tuple[Database, Database]]:
    path = tmp_path_factory.mktemp("both") / "claims.db"
    with Database(path) as sqlite, Database(server.url(server.new())) as postgresql:
        for db in (sqlite, postgresql):
            db.load(corpus_lines(), strict=True)
            db.load([{"record": "review", "claim": "jf-54-b", "verdict": verdict, "reviewer": who}
                     for verdict, who in (("unsure", "desk"), ("rejected", "ann"), ("accepted", "desk"))])  # fmt: skip
        yield sqlite, postgresql


def asked(db: Database, name: str) -> Iterator[dict[str, str]]:
    """Parameter sets of a question: none, each alone, each with another."""
    names = tuple(row["name"] for row in db.sql("select name from entities order by id"))[::11]
    known = GIVEN | dict.fromkeys(("person", "other", "party", "topic", "entity", "office", "organisation"), names)
    for table, column, step in (("event", "slug", 1), ("document", "slug", 2), ("claim", "key", 41)):
        rows = db.sql(f"select {column} as v from {table}s where {column} is not null order by id")
        known[table] = tuple(row["v"] for row in rows)[::step]
    parameters = list(catalogue()[name].parameters)
    yield {}
    for one in parameters:
        yield from ({one: value} for value in known[one])
    for one in parameters:
        for other in parameters:
            if one < other:
                yield from ({one: a, other: b} for a, b in zip(known[one][:3], known[other][-3:], strict=False))


@pytest.mark.parametrize("name", list(catalogue()))
def test_a_question_answers_alike_row_for_row(name: str, both: tuple[Database, Database]) -> None:
    sqlite, postgresql = both
    some = 0
    for given in asked(sqlite, name):
        ours, theirs = sqlite.query(name, **given), postgresql.query(name, **given)
        assert _bare(theirs) == _bare(ours), given
        assert theirs.notes == ours.notes, given
        some += len(ours)
    assert some


@pytest.mark.parametrize("name", list(catalogue()))
def test_the_first_rows_are_the_first_of_all(name: str, both: tuple[Database, Database]) -> None:
    """PostgreSQL reads some lines otherwise where it is asked for no more."""
    sqlite, postgresql = both
    some = 0
    with postgresql.engine.connect() as connection:
        for asking in itertools.islice(asked(sqlite, name), 0, None, 3):
            one, values = asked_of(name, asking)
            every = connection.exec_driver_sql(one.sql, values).fetchall()
            for most in (1, 7):
                assert connection.exec_driver_sql(limited(one.sql, most), values).fetchall() == every[:most], asking
            some += len(every) > 7
    assert some or name in ("offices", "topics")


def _bare(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name not in OWN} for row in rows]


class Both(Round):
    """The same done to a database of each engine; what it holds is compared at each step."""

    server: Server
    template: str

    def __init__(self) -> None:
        super().__init__()
        self._copy = self.server.copy(self.template)
        self.other = self._copy.__enter__()
        load = self.db.load

        def on_both(given: Any, **how: Any) -> Any:
            records = [*given]
            receipt = load(records, **how)
            theirs = self.other.load(records, **how)
            assert theirs.as_dict() == receipt.as_dict()
            assert [str(reject) for reject in theirs.rejects] == [str(reject) for reject in receipt.rejects]
            return receipt

        self.db.load = on_both  # type: ignore[method-assign]

    @initialize()
    def base(self) -> None:
        super().base()

    @rule(page=st.sampled_from(PAGES), text=st.sampled_from(["Lind met Ueda.", "On 3 May 2021 they met in Oslo."]))
    def retell(self, page: str, text: str) -> None:
        self.db.load([claim(slug=f"{page}-x", document=page, summary=text, date="2021-05", event=None)])

    @invariant()
    def round_trip(self) -> None:
        told = []
        for db in (self.db, self.other):
            with db.engine.connect() as connection:
                told.append((content_hash(connection), sum(isinstance(one, Claim) for one in export(connection))))
        assert told[0] == told[1]

    def teardown(self) -> None:
        self._copy.__exit__(None, None, None)
        super().teardown()


def test_whatever_people_do_comes_to_the_same_on_both(server: Server, empty_template: str) -> None:
    Both.server, Both.template = server, empty_template
    run_state_machine_as_test(
        Both,
        settings=settings(
            max_examples=4,
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )


def _statements() -> list[Path]:
    """Every file of SQL but the indexes of words, what refuses a change, and what only Datasette asks."""
    folders = ("checks", "derived", "export", "extract", "gather", "queries", "resolve", "views")
    return [path for name in folders for path in sorted((DB / name).glob("*.sql")) if not path.stem.endswith("_search")]


@pytest.mark.parametrize("path", _statements(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_is_read_by_other_engines_too(path: Path) -> None:
    sql = re.sub(r"\) without rowid", ")", path.read_text("utf-8"))
    for tree in sqlglot.parse(sql, read="sqlite"):
        if tree is not None:
            for engine in ("postgres", "duckdb", "spark"):
                assert tree.sql(dialect=engine, unsupported_level=sqlglot.ErrorLevel.IGNORE)


#: Words that mean otherwise, or nothing, on other engines; see docs/how-to/run-on-postgresql.md.
BANNED = {
    r"\binsert or\b": "insert ... on conflict do nothing",
    r"\btemp\.": "the name alone",
    r"\bgroup_concat\s*\(\s*distinct": "over an ordered subselect of what is distinct",
    r"\b(?:and|where|on)\s+\w+\.is_\w+\s*(?:$|\)|\band\b|\bor\b)": "= 1",
    r"\b(?:max|min)\s*\([^()]*,": "case",
    r"\b(?:glob|ifnull|iif|strftime|printf|instr)\b\s*\(?": "the words of standard SQL",
    r"\border by [^\n]*= [:?]": "case",
}


@pytest.mark.parametrize("path", _statements(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_file_has_words_that_mean_otherwise_elsewhere(path: Path) -> None:
    sql = re.sub(r"--[^\n]*|'[^']*'", "", path.read_text("utf-8"))
    for pattern, instead in BANNED.items():
        assert not re.search(pattern, sql, re.MULTILINE | re.IGNORECASE), f"{pattern}: write {instead}"


def test_the_same_stream_gives_the_same_export_but_for_its_times(both: tuple[Database, Database]) -> None:
    hashes = []
    for db in both:
        with db.engine.connect() as connection:
            hashes.append(content_hash(connection))
    assert hashes[0] == hashes[1]
    assert len(list(stream(corpus_lines())))
