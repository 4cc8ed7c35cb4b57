"""What Datasette's own pages cannot read of an address is refused in a line: no failure, and nothing in the log."""

from __future__ import annotations

import random
from typing import Any
from urllib.parse import urlencode

import pytest

from claims.datasette import freshness
from tests.datasette.conftest import Get

pytestmark = [  # Datasette refuses some where it has begun others
    pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
SEED = 20240626
_VALUES = (
    "", "0", "-1", "9" * 20, "1e309", "NaN", "\0", "\r\nX: y", "\x1b[31m", "\u202e", "'", '"', "[", "{", "%", "*", "~", ",",
    "a" * 9000, "on", "[]", "{}", "null", '["a"]', '{"a": 1}', "岸" * 300, "../../etc", "max", "claims", "summary", "1,2", "１",
)  # fmt: skip
_OF_TABLES = (
    "_size", "_next", "_sort", "_sort_desc", "_col", "_nocol", "_facet", "_facet_array", "_facet_date", "_facet_size", "_labels",
    "_shape", "_ttl", "_timelimit", "_extra", "_where", "_search", "_search_words", "_searchmode", "_nofacet", "_nocount",
    "_json", "_json_infinity", "_nl", "_dl", "_stream", "_header", "_filter_column", "_filter_op", "_through", "nothing", "id",
    "id__in", "id__gt", "summary__glob", "summary__arraycontains", "date_edtf__date", "kind__isnull", "confidence__lt",
)  # fmt: skip
_OF_SQL = ("sql", "_shape", "_timelimit", "_size", "_json", "_json_infinity", "_hide_sql", "person", "since", "_stream")
_OF_LISTS = (
    "q",
    "_next",
    "_size",
    "page",
    "page_size",
    "action",
    "parent",
    "child",
    "table",
    "database",
    "row",
    "search",
    "_json",
)
#: Addresses and the parameters that are tried at them.
ADDRESSES = {
    **{f"/claims/{table}{form}": _OF_TABLES for table in ("claims", "statements") for form in ("", ".json", ".csv")},
    **{f"/claims/{name}{form}": _OF_SQL for name in ("-/query", "who_met_whom") for form in ("", ".json", ".csv")},
    **{f"/{name}{form}": ("_next", "_size", "_sort", "_extra", "sql", "_shape") for name in ("", "claims") for form in ("", ".json")},
    **{f"/claims/claims/1{form}": ("_extra", "_shape", "_extras", "_json", "_blob_column") for form in ("", ".json")},
    **dict.fromkeys(
        ("/-/jump.json", "/-/allowed.json", "/-/queries", "/-/queries.json", "/claims/-/queries", "/claims/claims/-/autocomplete",
         "/claims/claims/-/fragment", "/claims/-/schema", "/-/schema", "/claims/-/query/parameters", "/claims/agreed/-/definition",
         "/-/debug/autocomplete", "/-/api", "/-/actor.json"), _OF_LISTS),
}  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_what_cannot_be_read_is_refused(get: Get, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    print(f"seed {SEED}")
    capfd.readouterr()
    chance = random.Random(f"{SEED} {path}")
    for name in ADDRESSES[path]:
        for value in chance.sample(_VALUES, 4):
            answer = get(f"{path}?{urlencode({name: value})}")
            assert answer.status_code < 500 or answer.status_code == 503, (name, value, answer.text[:300])
            assert "".join(capfd.readouterr()) == "", (name, value)


@pytest.mark.parametrize(
    "path",
    ["claims.json?_timelimit=x", "claims.json?_facet={", "claims.json?_where=%00", "claims.json?_json_infinity=x",
     "statements.json?_next=x"],
)  # fmt: skip
def test_a_word_in_the_place_of_another_is_told(get: Get, path: str) -> None:
    answer = get(f"/claims/{path}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]


@pytest.mark.parametrize(
    "sql", ["select zeroblob(999999999)", "select hex(randomblob(400000000))", "select printf('%.*c',1e9,'x')"]
)
@pytest.mark.parametrize("door", ["/claims/-/query.json", "/claims/-/query.csv", "/ask.json", "/ask.csv"])
def test_a_value_too_big_is_told_at_every_door(
    get: Get, door: str, sql: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert get(f"{door}?{urlencode({'sql': sql})}").status_code == 400
    assert "".join(capfd.readouterr()) == ""


def test_a_fault_of_ours_is_still_one(
    get: Get, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: Any) -> Any:
        raise ValueError("a slip of ours")

    monkeypatch.setattr(freshness, "told", fails)
    assert get("/claims/claims?_size=1").status_code == 500
    assert "a slip of ours" in capfd.readouterr().err
