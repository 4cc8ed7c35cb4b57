"""A name that several carry: an answer of each, told apart, with the same notice wherever it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claims import Database
from claims.catalogue import NAMED, Meant, askings, catalogue
from claims.cli import main
from claims.errors import QueryError
from tests.conftest import address, claim, taken
from tests.datasette.conftest import Served

pytestmark = pytest.mark.both_engines

LIND = {"role": "participant", "name": "Lind", "entity": "lind"}


@pytest.fixture
def two(db: Database, few: list[dict[str, Any]]) -> Database:
    """Two ministers whose names are written alike in Latin letters, and a text that names one of them, or a third."""
    people = [
        {"record": "entity", "slug": slug, "name": name, "kind": "person", "country": "CN",
         "aliases": [{"name": "Wang Zhi", "language": "en", "kind": "romanised"}]}
        for slug, name in (("wang-zhi-1", "王植"), ("wang-zhi-2", "王質"))
    ]  # fmt: skip
    said = [
        claim(slug=f"w{number}", event=None, summary=f"{number}",
              arguments=[{"role": "participant", "name": "Wang Zhi"} | entity, LIND])
        for number, entity in enumerate([{"entity": "wang-zhi-1"}, {"entity": "wang-zhi-2"}, {}])
    ]  # fmt: skip
    for number, one in enumerate(said):
        one["date_text"] = f"{number}"
    taken(db, [*few, *people, *said])
    return db


def test_each_is_answered_for_and_told_apart(two: Database) -> None:
    answer = two.query("timeline", entity="Wang Zhi")
    keys = {row["slug"]: row["key"] for row in two.sql("select slug, key from entities")}
    told = {row["summary"]: row["asked_entity"] for row in answer}
    assert told == {
        "0": f"王植 ({keys['wang-zhi-1']})",
        "1": f"王質 ({keys['wang-zhi-2']})",
        "2": "Wang Zhi (in the text, of no known entity)",
    }
    (note,) = answer.notes
    assert note.startswith("entity: 'Wang Zhi' is the name of 3:")
    assert [row["summary"] for row in two.query("timeline", entity="wang-zhi-1")] == ["0"]
    assert two.query("timeline", entity="wang-zhi-1").notes == []
    pairs = two.query("who_met_whom", person="Wang Zhi", other="Lind")
    assert {row["asked_person"][:8].split(" (")[0] for row in pairs} == {"王植", "王質", "Wang Zhi"}
    assert "asked_other" not in pairs[0]


def test_every_question_by_name_can_be_asked_of_each() -> None:
    for query in catalogue().values():
        for name in set(query.parameters) & set(NAMED):
            (_, second) = askings(query.sql, {}, {name: [Meant(1, "a", None), Meant(2, "b", None)]})
            assert f"name_key(:{name})" not in second.sql
            assert f":{name}_meant" in second.sql


def test_sql_for_other_clients_asks_of_one_and_names_the_keys_of_several(two: Database) -> None:
    with pytest.raises(QueryError, match=r"'Wang Zhi' is the name of 3: .*; SQL asks of one: give its key"):
        two.query_sql("timeline", entity="Wang Zhi")
    told = CliRunner().invoke(main, ["--db", address(two), "query", "who_met_whom", "--person", "Wang Zhi", "--sql"])
    assert (told.exit_code, told.stdout) == (1, "")
    keys = {row["slug"]: row["key"] for row in two.sql("select slug, key from entities")}
    assert keys["wang-zhi-1"] in told.stderr
    for one in (keys["wang-zhi-2"], "wang-zhi-2"):
        assert [row["summary"] for row in two.sql(two.query_sql("timeline", entity=one))] == ["1"]


def test_a_name_that_several_carry_and_none_answers_for_says_so(two: Database) -> None:
    answer = two.query("timeline", entity="Wang Zhi", since="2030")
    assert answer == []
    assert "is the name of 3" in answer.notes[0]


@pytest.fixture
def served_two(two: Database) -> Iterator[Served]:
    two.sql("pragma wal_checkpoint(truncate)")
    server = Served(Path(str(two.engine.url.database)))
    yield server
    server.close()


@pytest.mark.of_sqlite
def test_the_same_notice_on_the_command_line_in_json_and_on_pages(two: Database, served_two: Served) -> None:
    (note,) = two.query("timeline", entity="Wang Zhi").notes
    told = CliRunner().invoke(
        main, ["--db", address(two), "query", "timeline", "--entity", "Wang Zhi", "--format", "json"]
    )
    assert note in told.stderr
    assert {row["asked_entity"] for row in json.loads(told.stdout)} == {
        row["asked_entity"] for row in two.query("timeline", entity="Wang Zhi")
    }
    data = served_two.get("/ask/timeline.json?entity=Wang+Zhi").json()
    assert data["notes"] == [note]
    assert data["columns"][0] == "asked_entity"
    assert len(data["rows"]) == 3
    page = served_two.get("/ask/timeline?entity=Wang+Zhi").text
    assert "is the name of 3" in page
    refused = served_two.get("/ask/timeline.sql?entity=Wang+Zhi")
    assert refused.status_code == 400
    assert refused.text.startswith("-- entity: 'Wang Zhi' is the name of 3:")
    plain = served_two.get("/claims/timeline?entity=Wang+Zhi").text
    assert "is the name of 3" in plain
    assert "/ask/timeline?entity=Wang+Zhi" in plain
