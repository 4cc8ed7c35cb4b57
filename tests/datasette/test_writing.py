from __future__ import annotations

import json
from typing import Any

import pytest

from claims import Database
from tests.datasette.conftest import Served

TOKEN = "a-long-random-token"
PATH = "/-/claims/load"


@pytest.fixture
def body(few: list[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in few).encode()


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_TOKEN", TOKEN)


def _headers(token: str = TOKEN) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_records_are_loaded_once(served_copy: Served, body: bytes, few: list[dict[str, Any]]) -> None:
    first = served_copy.post(PATH, content=body, headers=_headers()).json()
    assert first == {"ok": True, "inserted": len(few), "unchanged": 0, "superseded": 0, "rejected": 0, "rejects": []}
    assert served_copy.post(PATH, content=body, headers=_headers()).json()["unchanged"] == len(few)
    assert served_copy.get("/claim/c1").status_code == 200
    assert served_copy.get("/search.json?q=Lind").json()["count"] == 2


def test_bad_lines_are_named_and_cost_no_other(served_copy: Served, body: bytes) -> None:
    lines = body.split(b"\n")
    lines.insert(2, b'{"record": "claim", "kind": "dance"}')
    told = served_copy.post(PATH, content=b"\n".join(lines), headers=_headers()).json()
    assert told["rejected"] == 1
    assert told["rejects"][0]["line"] == 3
    assert told["inserted"] == len(lines) - 1


def test_strict_keeps_nothing(served_copy: Served, body: bytes) -> None:
    told = served_copy.post(PATH + "?strict=1", content=body + b"\nnonsense", headers=_headers())
    assert told.status_code == 400
    assert told.json()["errors"]
    assert served_copy.get("/claim/c1").status_code == 404


@pytest.mark.parametrize("headers", [{}, _headers("wrong"), {"authorization": ""}, {"authorization": TOKEN[:-1]}])
def test_without_the_token_nothing_is_written(served_copy: Served, body: bytes, headers: dict[str, str]) -> None:
    assert served_copy.post(PATH, content=body, headers=headers).status_code == 403
    assert served_copy.get("/claim/c1").status_code == 404


def test_no_token_is_no_key(served_copy: Served, body: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_TOKEN", "")
    assert served_copy.post(PATH, content=body, headers={"authorization": "Bearer "}).status_code == 403


def test_the_token_gives_no_other_right(served_copy: Served) -> None:
    served_copy.get("/")
    told = served_copy.post("/claims/claims/-/insert", json={"row": {}}, headers=_headers())
    assert told.status_code == 403


def test_reading_is_no_loading(served_copy: Served) -> None:
    assert served_copy.get(PATH, headers=_headers()).status_code == 405


def test_a_written_claim_is_in_the_run(served_copy: Served, body: bytes) -> None:
    served_copy.post(PATH, content=body, headers=_headers())
    with Database(served_copy.datasette.get_database("claims").path) as db:
        assert db.sql("select tool from runs order by id desc limit 1") == [{"tool": "http"}]


def test_over_http_what_cannot_be_read_is_the_senders(served_copy: Served) -> None:
    def post(address: str, data: bytes) -> tuple[int, str]:
        answer = served_copy.post(address, content=data, headers=_headers())
        return answer.status_code, answer.json()["errors"][0]

    assert post(PATH, b"%PDF-1.4") == (
        400,
        "what was given looks like a PDF; `claims add FILE` reads an article; a table in it has to be copied into a spreadsheet",
    )
    assert post(PATH + "?set=kind", b"kind\nmeet\n") == (
        400,
        "'kind' is no setting; write NAME=VALUE, as in kind=meet",
    )


def test_a_trial_writes_nothing(served_copy: Served, body: bytes, few: list[dict[str, Any]]) -> None:
    told = served_copy.post(PATH + "?dry_run=1&rows=1", content=body, headers=_headers()).json()
    assert (told["dry_run"], told["inserted"], len(told["rows"])) == (True, len(few), len(few))
    assert served_copy.get("/claim/c1").status_code == 404
