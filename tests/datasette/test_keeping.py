"""Answers are kept until a database changes, for those whom they are the same for, and are never another's or yesterday's."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.datasette import keeping
from tests.datasette.conftest import Served

Headers = dict[str, str]


class Asked:
    """Requests from outside, unlike those of Datasette's own client; `worked` are the paths that reached Datasette."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.worked: list[str] = []
        self.app = served.datasette.app()

    def get(self, path: str, headers: Headers | None = None, method: str = "GET") -> tuple[int, Headers, bytes]:
        return self.served.run(self.ask(path, headers, method))  # type: ignore[no-any-return]

    async def ask(self, path: str, headers: Headers | None = None, method: str = "GET") -> tuple[int, Headers, bytes]:
        sent: list[Any] = []
        raw, _, query = path.partition("?")
        given = {"host": "localhost", **(headers or {})}
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": raw, "raw_path": raw.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
            "client": ("127.0.0.1", 1), "server": ("localhost", 80),
        }  # fmt: skip

        async def receive() -> Any:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        told = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], told, b"".join(one.get("body", b"") for one in sent[1:])


@pytest.fixture
def asked(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> Asked:
    made = Asked(served_copy)
    work_out = keeping._made

    async def counted(app: Any, scope: Any, receive: Any, send: Any) -> Any:
        made.worked.append(scope["path"])
        return await work_out(app, scope, receive, send)

    monkeypatch.setattr(keeping, "_made", counted)
    return made


@pytest.mark.parametrize(
    "path", ["/", "/search?kind=meet", "/ask/agreed.json", "/claims/claims.json?_size=2", "/claims", "/claims/timeline"]
)
def test_asked_again_it_is_the_same_and_not_worked_out_again(asked: Asked, path: str) -> None:
    first, second = asked.get(path), asked.get(path)
    assert first == second
    assert first[0] == 200
    assert len(asked.worked) == 1
    assert asked.get(f"{path}{'&' if '?' in path else '?'}x=1")[0] == 200
    assert len(asked.worked) == 2


def test_who_has_it_gets_no_body(asked: Asked) -> None:
    tag = asked.get("/search")[1]["etag"]
    status, headers, body = asked.get("/search", {"if-none-match": f'"other", W/{tag}'})
    assert (status, headers["etag"], headers["cache-control"], body) == (304, tag, "no-cache", b"")
    assert asked.get("/search", {"if-none-match": '"other"'})[0] == 200


def test_another_writer_changes_the_answer(asked: Asked, tmp_path: Path) -> None:
    path = str(asked.served.datasette.databases["claims"].path)
    before = asked.get("/claims/sources.json?_size=1&_extra=count&name=Nobody+Times")
    with Database(path) as db:
        db.load([{"record": "source", "name": "Nobody Times", "kind": "outlet", "country": "JP"}])
    after = asked.get("/claims/sources.json?_size=1&_extra=count&name=Nobody+Times")
    assert b'"count": 0' in before[2]
    assert b'"count": 1' in after[2]
    assert before[1]["etag"] != after[1]["etag"]


def test_equal_content_after_a_change_has_the_same_tag(asked: Asked) -> None:
    before = asked.get("/ask/agreed.json")
    with sqlite3.connect(str(asked.served.datasette.databases["claims"].path)) as connection:
        connection.execute("create table others (x)")
    connection.close()
    after = asked.get("/ask/agreed.json", {"if-none-match": before[1]["etag"]})
    assert len(asked.worked) == 2
    assert after[0] == 304


@pytest.mark.parametrize(
    "headers", [{"cookie": "ds_actor=x"}, {"authorization": "Bearer dstok_x"}, {"cookie": "anything=1"}]
)
def test_with_a_cookie_or_a_token_nothing_is_kept_or_given_from_what_is_kept(asked: Asked, headers: Headers) -> None:
    asked.get("/search")
    told = asked.get("/search", headers)[1]
    assert "etag" not in told
    assert "no-store" in told["cache-control"]


def test_who_is_known_by_another_sign_is_asked_for_anew(asked: Asked) -> None:
    from datasette import hookimpl
    from datasette.plugins import pm

    class ByHeader:
        @hookimpl  # type: ignore[untyped-decorator]
        def actor_from_request(self, request: Any) -> Any:
            return {"id": "editor"} if request.headers.get("x-editor") else None

    plugin = ByHeader()
    pm.register(plugin)
    try:
        asked.get("/search")
        told = asked.get("/search", {"x-editor": "1"})[1]
    finally:
        pm.unregister(plugin)
    assert "etag" not in told
    assert "no-store" in told["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/ask?sql=select+random()",
        "/claims/-/query.json?sql=select+random()+as+r",
        "/claims/claims.json?_where=1",
        "/-/versions.json",
    ],
)
def test_what_depends_on_more_than_the_content_is_always_asked_anew(asked: Asked, path: str) -> None:
    assert "etag" not in asked.get(path)[1]
    assert asked.worked == []


def test_views_and_queries_of_somebodys_own_are_always_asked_anew(asked: Asked) -> None:
    with sqlite3.connect(str(asked.served.datasette.databases["claims"].path)) as connection:
        connection.execute("create view dice as select random() as r")
    connection.close()
    first, second = (asked.get("/claims/dice.json") for _ in range(2))
    assert first[0] == second[0] == 200
    assert first[2] != second[2]


def test_errors_are_not_kept(asked: Asked) -> None:
    for _ in range(2):
        assert asked.get("/claim/nothing")[0] == 404
    assert len(asked.worked) == 2


def test_many_who_ask_at_once_wait_for_one_answer(asked: Asked) -> None:
    async def together() -> Any:
        return await asyncio.gather(*(asked.ask("/search?kind=sign") for _ in range(8)))

    answers = asked.served.run(together())
    assert len({answer[2] for answer in answers}) == 1
    assert len(asked.worked) == 1


def test_a_host_of_its_own_has_answers_of_its_own(asked: Asked) -> None:
    one = asked.get("/claims/claims.json?_size=1", {"host": "127.0.0.1:7001"})
    other = asked.get("/claims/claims.json?_size=1", {"host": "localhost:7002"})
    assert b"127.0.0.1:7001" in one[2]
    assert b"127.0.0.1:7001" not in other[2]


def test_kept_are_no_more_bytes_than_asked_for() -> None:
    kept = keeping.Kept(most=100)
    edition = (("claims", "/x", (1, 1)),)
    assert kept.get(edition, "a") is None
    for name in "abc":
        kept.put(edition, name, keeping.Answer([], name.encode() * 40, b'"t"', None))
    assert kept.get(edition, "a") is None
    assert kept.get(edition, "b") is not None
    kept.put(edition, "d", keeping.Answer([], b"d" * 40, b'"t"', None))
    assert kept.get(edition, "c") is None  # b was asked for since
    kept.put(edition, "e", keeping.Answer([], b"e" * 101, b'"t"', None))
    assert kept.get(edition, "e") is None


def test_an_answer_begun_before_a_change_is_not_kept_after_it() -> None:
    kept = keeping.Kept(most=100)
    old, new = (("claims", "/x", (1, 1)),), (("claims", "/x", (1, 2)),)
    kept.get(old, "a")
    kept.get(new, "a")
    kept.put(old, "a", keeping.Answer([], b"a", b'"t"', None))
    assert kept.get(new, "a") is None


def test_what_took_long_is_soon_asked_again() -> None:
    kept = keeping.Kept(most=100)
    edition = (("claims", "/x", (1, 1)),)
    kept.get(edition, "a")
    kept.put(edition, "a", keeping.Answer([], b"a", b'"t"', until=0.0))
    assert kept.get(edition, "a") is None


def test_the_owner_may_keep_nothing(served_copy: Served) -> None:
    served_copy.datasette.config.setdefault("plugins", {})["claims"] = {"keep_mb": 0}
    asked = Asked(served_copy)
    assert "etag" not in asked.get("/search")[1]
