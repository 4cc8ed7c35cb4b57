from __future__ import annotations

import datetime
import itertools
import json
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.tokens import SCOPES, add_token, remove_token, tokens_file
from tests.conftest import claim
from tests.datasette.conftest import Served

PATH = "/-/claims/load"
Bearer = Callable[..., dict[str, str]]


@pytest.fixture
def body(few: list[dict[str, Any]]) -> bytes:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in few).encode()


@pytest.fixture
def bearer(served_copy: Served) -> Bearer:
    """bearer("load", "review") -> headers of a new token with these scopes; of all of them where none is named."""
    made = itertools.count()

    def headers(*scopes: str, days: int = 1) -> dict[str, str]:
        token = add_token(_file(served_copy), f"test {next(made)}", [*(scopes or SCOPES)], days)
        return {"authorization": f"Bearer {token}"}

    return headers


def _file(served: Served) -> str:
    return str(served.datasette.get_database("claims").path)


def test_records_are_loaded_once(served_copy: Served, body: bytes, few: list[dict[str, Any]], bearer: Bearer) -> None:
    first = served_copy.post(PATH, content=body, headers=bearer()).json()
    assert first == {"ok": True, "inserted": len(few), "unchanged": 0, "superseded": 0, "rejected": 0, "rejects": []}
    assert served_copy.post(PATH, content=body, headers=bearer()).json()["unchanged"] == len(few)
    assert served_copy.get("/claim/c1").status_code == 200
    assert served_copy.get("/search.json?q=Lind").json()["count"] == 2


def test_bad_lines_are_named_and_cost_no_other(served_copy: Served, body: bytes, bearer: Bearer) -> None:
    lines = body.split(b"\n")
    lines.insert(2, b'{"record": "claim", "kind": "dance"}')
    told = served_copy.post(PATH, content=b"\n".join(lines), headers=bearer()).json()
    assert told["rejected"] == 1
    assert told["rejects"][0]["line"] == 3
    assert told["inserted"] == len(lines) - 1


def test_strict_keeps_nothing(served_copy: Served, body: bytes, bearer: Bearer) -> None:
    told = served_copy.post(PATH + "?strict=1", content=body + b"\nnonsense", headers=bearer())
    assert told.status_code == 400
    assert told.json()["errors"]
    assert served_copy.get("/claim/c1").status_code == 404


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("", 403),
        ("Bearer wrong", 403),
        ("Bearer", 403),
        ("Bearer claims_wrong", 401),
        ("Bearer claims_", 401),
        ("Basic x", 403),
    ],
)
def test_without_a_token_nothing_is_written(
    served_copy: Served, body: bytes, bearer: Bearer, given: str, status: int
) -> None:
    bearer()
    assert served_copy.post(PATH, content=body, headers={"authorization": given}).status_code == status
    assert served_copy.post(PATH, content=body).status_code == 403
    assert served_copy.get("/claim/c1").status_code == 404


def test_a_token_that_is_cut_over_or_taken_back_is_none(
    served_copy: Served, body: bytes, bearer: Bearer, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = bearer()
    cut = {"authorization": headers["authorization"][:-1]}
    assert served_copy.post(PATH, content=body, headers=cut).status_code == 401
    now = datetime.datetime.now(datetime.UTC)
    monkeypatch.setattr("claims.tokens._now", lambda: now + datetime.timedelta(days=2))
    told = served_copy.post(PATH, content=body, headers=headers)
    assert (told.status_code, told.json()["errors"]) == (401, ["Token has expired"])
    monkeypatch.undo()
    remove_token(_file(served_copy), "test 0")
    assert served_copy.post(PATH, content=body, headers=headers).status_code == 401
    assert served_copy.get("/claim/c1").status_code == 404


def test_a_token_of_another_database_is_none(served_copy: Served, body: bytes, tmp_path: Path) -> None:
    headers = {"authorization": f"Bearer {add_token(tmp_path / 'other.db', 'test', ['load'], 1)}"}
    assert served_copy.post(PATH, content=body, headers=headers).status_code == 401


def test_only_the_hash_of_a_token_is_kept(served_copy: Served, bearer: Bearer) -> None:
    word = bearer("load")["authorization"].removeprefix("Bearer ")
    path = tokens_file(_file(served_copy))
    assert word not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("scopes", "taken"),
    [
        (["load"], {"claim"}),
        (["review"], {"review"}),
        (["merge"], {"judgement"}),
        (["load", "merge"], {"claim", "judgement"}),
    ],
)
def test_a_token_lets_in_what_its_scopes_say(
    served_copy: Served, body: bytes, bearer: Bearer, scopes: list[str], taken: set[str]
) -> None:
    served_copy.post(PATH, content=body, headers=bearer())
    lines = [
        {"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "Ada"},
        {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "different", "who": "Ada", "why": "two"},
        claim(slug="c3", summary="Ueda met Lind again."),
    ]
    sent = "\n\n".join(json.dumps(line) for line in lines)
    told = served_copy.post(PATH + "?rows=1", content=sent, headers=bearer(*scopes)).json()
    assert {row["record"] for row in told["rows"] if row["record"]} == taken
    assert told["rejected"] == 3 - len(taken)
    assert all("needs a token with the scope" in reject["reason"] for reject in told["rejects"])
    assert {reject["line"] for reject in told["rejects"]} <= {1, 3, 5}


def test_the_token_gives_no_other_right(served_copy: Served, bearer: Bearer) -> None:
    served_copy.get("/")
    told = served_copy.post("/claims/claims/-/insert", json={"row": {}}, headers=bearer())
    assert told.status_code == 403


def test_reading_is_no_loading(served_copy: Served, bearer: Bearer) -> None:
    assert served_copy.get(PATH, headers=bearer()).status_code == 405


def test_a_written_claim_is_in_the_run(served_copy: Served, body: bytes, bearer: Bearer) -> None:
    served_copy.post(PATH, content=body, headers=bearer())
    with Database(served_copy.datasette.get_database("claims").path) as db:
        assert db.sql("select tool from runs order by id desc limit 1") == [{"tool": "http"}]


def test_over_http_what_cannot_be_read_is_the_senders(served_copy: Served, bearer: Bearer) -> None:
    def post(address: str, data: bytes) -> tuple[int, str]:
        answer = served_copy.post(address, content=data, headers=bearer())
        return answer.status_code, answer.json()["errors"][0]

    assert post(PATH, b"%PDF-1.4") == (
        400,
        "what was given looks like a PDF; `claims add FILE` reads an article; a table in it has to be copied into a spreadsheet",
    )
    assert post(PATH + "?set=kind", b"kind\nmeet\n") == (
        400,
        "'kind' is no setting; write NAME=VALUE, as in kind=meet",
    )


def test_a_trial_writes_nothing(served_copy: Served, body: bytes, few: list[dict[str, Any]], bearer: Bearer) -> None:
    told = served_copy.post(PATH + "?dry_run=1&rows=1", content=body, headers=bearer()).json()
    assert (told["dry_run"], told["inserted"], len(told["rows"])) == (True, len(few), len(few))
    assert served_copy.get("/claim/c1").status_code == 404


def test_who_cannot_write_in_time_is_told_when_to_come_again(
    served_copy: Served, body: bytes, bearer: Bearer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims.storage.sqlite.connecting._PRAGMAS", ("foreign_keys = on", "busy_timeout = 100"))
    other = sqlite3.connect(_file(served_copy))
    other.execute("begin immediate")
    told = served_copy.post(PATH, content=body, headers=bearer())
    assert (told.status_code, told.headers["retry-after"]) == (503, "5")
    assert "somebody else is writing" in told.json()["errors"][0]
    other.rollback()
    other.close()
    assert served_copy.post(PATH, content=body, headers=bearer()).status_code == 200


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, 200, "nested too deeply"),
        (b'{"record": "source", "name": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 200, "got `array`"),
        (b"[" * 100_000, 400, "nested too deeply"),
        (b",".join(b"c%d" % i for i in range(100_000)) + b"\n" + b"1," * 99_999 + b"1\n", 400, "columns"),
        (b"{}\n" * 200_000, 413, "lines"),
        (b'{"record": "source", "name": "\\ud800"}', 200, "surrogate"),
        (b'{"record": "source", "name": "a\\u0000b"}', 200, "NUL character"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_bodies_that_mean_harm_are_told_of_in_little_time(
    served_copy: Served, bearer: Bearer, capfd: pytest.CaptureFixture[str], body: bytes, status: int, told: str
) -> None:
    headers = bearer()
    served_copy.get("/")
    started = time.process_time()
    answer = served_copy.post(PATH, content=body, headers=headers)
    assert time.process_time() - started < 3
    assert answer.status_code == status
    assert told in answer.text
    assert "Traceback" not in capfd.readouterr().err


def test_one_answer_tells_of_so_many_lines(served_copy: Served, bearer: Bearer) -> None:
    answer = served_copy.post(PATH + "?rows=1", content=b"{}\n" * 12_000, headers=bearer()).json()
    assert (answer["rejected"], len(answer["rejects"]), len(answer["rows"])) == (12_000, 1_000, 10_000)
    assert "of the first 1000 lines of 12000" in answer["notes"][0]
    assert "of the first 10000 records of 12000" in answer["notes"][1]
