"""The description of our addresses tells all of them, and what they give."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from jsonschema import Draft202012Validator

from claims import Database
from claims.catalogue import catalogue
from claims.datasette.asking import Ask
from claims.datasette.routes import DESCRIPTION, routes
from claims.resources import DB
from claims.tokens import add_token
from tests.datasette.conftest import Get, Served
from tests.datasette.described import Described

_KINDS = {"claim": "claims", "document": "documents", "entity": "entities", "event": "events"}


@pytest.fixture(scope="module")
def description(served: Served) -> Described:
    return Described(served)


def test_every_address_is_described(description: Described) -> None:
    """A route that is added without a description fails here; files have none."""
    told = [path.format(key="k") for path in description.paths]
    for pattern, _ in routes():
        assert any(re.match(pattern, path) for path in told) or "static" in pattern, pattern
    for path in told:
        assert any(re.match(pattern, path) for pattern, _ in routes()), path
    assert {f"/ask/{name}.json" for name in catalogue()} < set(told)


def test_a_question_takes_what_the_catalogue_says(description: Described) -> None:
    for query in catalogue().values():
        parameters = description.parameters(f"/ask/{query.name}.json")
        assert {name: one["description"] for name, one in parameters.items()} == query.parameters
    listed = description.parameters("/ask/conflicts.json")["slot"]["schema"]["examples"]
    assert {"date", "polarity"} < set(listed)


def test_each_page_takes_what_is_told(get: Get, description: Described, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways: what a page looks for in its address is told, and what is told is looked for."""
    asked: set[str] = set()
    word = Ask.word

    def noted(self: Ask, name: str) -> str:
        asked.add(name)
        return word(self, name)

    monkeypatch.setattr(Ask, "word", noted)
    some = {"claim": "meti-jucip4-en-01-a", "document": "meti-jucip4-en", "entity": "jp", "event": "jucip-4"}
    for path, operations in description.paths.items():
        if "get" in operations:
            asked.clear()
            get(path.format(key=some.get(path.split("/")[1])))
            told = {name for name, one in description.parameters(path).items() if one["in"] == "query"}
            assert asked == told, path


def _addresses(shipped: Database) -> list[tuple[str, str]]:
    """(path of the description, address) of everything that ships, by slug or key, and of one name in ten."""
    found = []
    for page, table in _KINDS.items():
        for row in shipped.sql(f"select coalesce(slug, key) as one from {table}"):
            found.append((f"/{page}/{{key}}.json", f"/{page}/{quote(row['one'])}.json"))
    names = shipped.sql("select name from aliases union select mention from arguments order by 1")
    return found + [("/named.json", f"/named.json?{urlencode({'name': row['name']})}") for row in names[::10]]


def test_every_answer_is_as_described(get: Get, description: Described, shipped: Database) -> None:
    asked = _addresses(shipped)
    for path, operations in description.paths.items():
        if "get" in operations and "{" not in path:
            asked.append((path, path))
            for name, one in description.parameters(path).items():
                values = [*one["schema"].get("examples", ()), "Kamikawa", "安徳根", "nobody-here", "2024-13", "0", "2"]
                asked += [(path, f"{path}?{urlencode({name: value})}") for value in values]
    asked += [("/ask.json", f"/ask.json?{urlencode({'sql': sql})}") for sql in _statements()]
    asked += [("/search.json", f"/search.json?q={quote(word)}") for word in ("chips", "岸田", "반도체", '"', "x" * 400)]
    statuses = set()
    for path, address in asked:
        answer = get(address)
        statuses.add(answer.status_code)
        assert description.differences(path, answer) == [], address
    assert len(asked) > 500
    assert statuses == {200, 302, 400, 404}


def _statements() -> list[str]:
    shipped = [path.read_text("utf-8") for path in sorted((DB / "examples").glob("*.sql"))]
    return [*shipped, "select 1, 2.5, null, 'x', x'00'", "selec", "select nonesuch from claims", "select :a, :b"]


def test_an_answer_that_is_otherwise_is_noticed(get: Get, description: Described) -> None:
    def other(told: dict[str, Any]) -> Any:
        return SimpleNamespace(status_code=200, headers={"content-type": "application/json"}, json=lambda: told)

    path = "/ask/who_met_whom.json"
    told = get(path).json()
    assert description.differences(path, other(told)) == []
    changes: tuple[dict[str, Any], ...] = (
        {"name": "planned"},
        {"columns": ["nonsense"]},
        {"rows": [[{}]]},
        {"truncated": 1},
        {"notes": None},
    )
    for change in changes:
        assert description.differences(path, other(told | change)), change
    assert description.differences(path, other({key: told[key] for key in told if key != "error"}))


def test_a_name_of_several_leads_by_whom_it_is_of(served_copy: Served) -> None:
    path = served_copy.datasette.get_database("claims").path
    with Database(path) as db:
        db.load(
            [
                {"record": "entity", "slug": "kim-a", "name": "Kim Min-su", "kind": "person", "country": "KR"},
                {"record": "entity", "slug": "kim-b", "name": "Kim Min-su", "kind": "person", "country": "KR"},
            ],
            strict=True,
        )
    answer = served_copy.get("/ask/who_met_whom.json?person=Kim+Min-su")
    assert answer.json()["columns"][0] == "asked_person"
    assert Described(served_copy).differences("/ask/who_met_whom.json", answer) == []


def test_the_receipt_of_a_load_is_as_described(served_copy: Served) -> None:
    description = Described(served_copy)
    path = served_copy.datasette.get_database("claims").path
    headers = {"authorization": f"Bearer {add_token(path, 'all', ['load', 'review', 'merge'], 1)}"}
    good = json.dumps({"record": "source", "name": "Daily"})
    table = (DB / "examples" / "meetings.csv").read_text("utf-8")
    statuses = []
    for query, body in [
        ("", good),
        ("?dry_run=1&rows=1", (DB / "examples" / "records.jsonl").read_text("utf-8") + "\n{}\n"),
        ("?strict=1", "{}"),
        ("?database=none", good),
        ("?set=source=Daily&rows=1", table),
        ("?set=nonsense", table),
        ("", ""),
    ]:
        answer = served_copy.post(f"/-/claims/load{query}", content=body.encode(), headers=headers)
        statuses.append(answer.status_code)
        assert description.differences("/-/claims/load", answer, "post") == [], (query, answer.text)
        if answer.status_code == 200:
            known = description.document["components"]["schemas"]["Loaded"]["properties"]
            assert set(answer.json()) <= set(known), query
    assert set(statuses) == {200, 400, 404}
    refused = served_copy.post("/-/claims/load", content=good.encode())
    assert refused.status_code == 403
    assert description.differences("/-/claims/load", refused, "post") == []


def test_a_record_that_ships_is_a_record_as_described(description: Described) -> None:
    schema = description.paths["/-/claims/load"]["post"]["requestBody"]["content"]["application/x-ndjson"]["schema"]
    validator = Draft202012Validator({**schema, "components": description.document["components"]})
    for line in (DB / "examples" / "records.jsonl").read_text("utf-8").splitlines():
        assert validator.is_valid(json.loads(line)), line
    assert not validator.is_valid({"record": "claim"})


def test_a_merged_entity_leads_to_json(served_copy: Served) -> None:
    path = served_copy.datasette.get_database("claims").path
    with Database(path) as db:
        judged = {
            "record": "judgement",
            "left": "ken-saito",
            "right": "yoko-kamikawa",
            "verdict": "same",
            "who": "T",
            "why": "a test",
        }
        db.load([judged], strict=True)
    answers = [served_copy.get(f"/entity/{slug}.json") for slug in ("ken-saito", "yoko-kamikawa")]
    moved = next(answer for answer in answers if answer.status_code == 302)
    assert moved.headers["location"].endswith(".json")
    assert served_copy.get(moved.headers["location"]).json()["entity"]


def test_the_description_tells_where_the_server_is(get: Get) -> None:
    told = get(DESCRIPTION).json()
    assert told["openapi"] == "3.1.0"
    assert told["servers"] == [{"url": "/"}]
    operations = [one for path in told["paths"].values() for one in path.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    assert all(one["summary"] for one in operations)
