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
from claims.datasette import taking
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
    endings = ("", ".json", ".csv", ".sql")
    assert {f"/ask/{name}{ending}" for name in catalogue() for ending in endings} < set(told)
    assert {"/claim/k", "/claim/k.json", "/search", "/search.json", "/ask.csv", "/new.atom"} < set(told)


def test_no_other_method_is_taken_than_those_told(served: Served, description: Described) -> None:
    some = {"key": "jp"}
    for path, operations in description.paths.items():
        for method in ("get", "post", "put", "patch", "delete", "options"):
            if method not in operations:
                answer = served.run(served.datasette.client.request(method, path.format(**some)))
                assert answer.status_code in (403, 405), (path, method)


def test_what_is_read_is_told_in_its_head_alone(served: Served) -> None:
    for path in ("/search", "/search.json?q=x", "/ask/planned.csv", "/new.atom", "/claim/none.json", DESCRIPTION):
        whole, head = served.get(path), served.run(served.datasette.client.head(path))
        assert (head.status_code, head.headers["content-type"]) == (whole.status_code, whole.headers["content-type"])


def test_bounds_are_told_and_hold(get: Get, description: Described) -> None:
    page = description.parameters("/search.json")["page"]["schema"]
    assert page == {"type": "integer", "minimum": 1, "maximum": 99_999}
    for number, shown in [("1", 1), ("99999", 99_999), ("0", 1), ("100000", 1), ("-1", 1), ("1.5", 1)]:
        assert get(f"/search.json?page={number}").json()["page"] == shown
    most = description.parameters("/search.json")["q"]["schema"]["maxLength"]
    assert get(f"/search.json?q={'x' * most}").json()["errors"] == []
    assert get(f"/search.json?q={'x' * (most + 1)}").json()["errors"] != []


def test_a_question_takes_what_the_catalogue_says(description: Described) -> None:
    for query in catalogue().values():
        parameters = description.parameters(f"/ask/{query.name}.json")
        assert {name: one["description"] for name, one in parameters.items()} == query.parameters
    listed = description.parameters("/ask/conflicts.json")["slot"]["schema"]["examples"]
    assert {"date", "polarity"} < set(listed)


def test_each_page_takes_what_is_told(get: Get, description: Described, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways: what a page looks for in its address is told, and what is told is looked for."""
    asked: set[str] = set()
    word = taking.word

    def noted(request: Any, name: str) -> str:
        asked.add(name)
        return word(request, name)

    monkeypatch.setattr(taking, "word", noted)
    some = {"claim": "meti-jucip4-en-01-a", "document": "meti-jucip4-en", "entity": "jp", "event": "jucip-4"}
    for path, operations in description.paths.items():
        if "get" in operations:
            asked.clear()
            get(path.format(key=some.get(path.split("/")[1])))
            told = {name for name, one in description.parameters(path).items() if one["in"] == "query"}
            assert asked == told - {"parameters"}, path  # those are the statement's own


def _addresses(shipped: Database) -> list[tuple[str, str]]:
    """(path of the description, address) of everything that ships, by slug or key, and of one name in twenty."""
    found = []
    for page, table in _KINDS.items():
        for row in shipped.sql(f"select coalesce(slug, key) as one from {table}"):
            found.append((f"/{page}/{{key}}.json", f"/{page}/{quote(row['one'])}.json"))
    names = shipped.sql("select name from aliases union select mention from arguments order by 1")
    return found + [("/named.json", f"/named.json?{urlencode({'name': row['name']})}") for row in names[::20]]


def test_every_answer_is_as_described(get: Get, description: Described, shipped: Database) -> None:
    asked = _addresses(shipped)
    for path, operations in description.paths.items():
        if "get" in operations and "{" not in path:
            asked.append((path, path))
        if "get" in operations and "{" not in path and path.endswith(".json"):
            for name, one in description.parameters(path).items():
                values = [*one["schema"].get("examples", ()), "Kamikawa", "安徳根", "nobody-here", "2024-13", "0", "2"]
                asked += [(path, f"{path}?{urlencode({name: value})}") for value in values]
    asked += [
        (path, f"{path}?{urlencode({'sql': sql})}") for path in ("/ask.json", "/ask.csv") for sql in _statements()
    ]
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


@pytest.mark.parametrize(
    "address", ["/ask/as_known_on{}?day=99", "/ask/planned{}?since=nonsense", "/ask/agreed{}?until=2024-13"]
)
def test_a_day_that_is_none_is_refused_at_every_door(get: Get, description: Described, address: str) -> None:
    """Else the rows of no day are shown as those of the day."""
    for ending in ("", ".json", ".csv", ".sql"):
        answer = get(address.format(ending))
        assert answer.status_code == 400
        assert "is not a day" in answer.text
        assert description.differences(address.format(ending).partition("?")[0], answer) == []


def test_datasettes_page_of_a_question_says_that_a_day_is_none(get: Get) -> None:
    assert "is not a day" in get("/claims/planned?since=nonsense&party=&until=").text


def test_letters_of_any_script_are_a_slug(served_copy: Served) -> None:
    path = served_copy.datasette.get_database("claims").path
    with Database(path) as db:
        db.load([{"record": "entity", "slug": "上田", "name": "Ueda", "kind": "person"}], strict=True)
    for address in ("/entity/上田", "/entity/%E4%B8%8A%E7%94%B0", "/entity/%E4%B8%8A%E7%94%B0.json"):
        answer = served_copy.get(address)
        assert answer.status_code == 200
        assert "Ueda" in answer.text
    assert "holds no entity 下田" in served_copy.get("/entity/%E4%B8%8B%E7%94%B0.json").json()["errors"][0]


def test_an_answer_that_is_otherwise_is_noticed(get: Get, description: Described) -> None:
    def other(told: dict[str, Any]) -> Any:
        return SimpleNamespace(status_code=200, headers={"content-type": "application/json"}, json=lambda: told)

    path = "/ask/who_met_whom.json"
    told = get(path).json()
    assert description.differences(path, other(told)) == []
    changes: tuple[dict[str, Any], ...] = (
        {"name": "planned"},
        {"parameters": {"person": 1}},
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
        ("?strict=perhaps", good),
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
