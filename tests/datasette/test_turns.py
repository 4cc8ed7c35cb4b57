"""Who asks much keeps nobody from the pages, and is told to come again where too many do."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from urllib.parse import urlencode

import pytest

from claims.datasette import addresses, turns
from tests.datasette.conftest import Served
from tests.datasette.test_keeping import Asked

_LONG = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*), {} from n"


def _heavy(number: int) -> str:
    door = ("/claims/-/query.json?", "/ask.json?", "/claims/claims.json?")[number % 3]
    sql = _LONG.format(number)
    return door + urlencode(
        {"_where": f"1 < ({sql.replace(f', {number}', '')}) + {number}"} if "claims.json" in door else {"sql": sql}
    )


def test_a_page_is_answered_while_many_ask_much(served_copy: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 2.0)

    one = Asked(served_copy)  # an application of its own, as a server has

    async def asked() -> tuple[float, int, list[int]]:
        await one.ask("/search.json?q=a")
        heavy = [asyncio.create_task(one.ask(_heavy(number))) for number in range(12)]
        await asyncio.sleep(0.3)
        started = time.monotonic()
        status, _, _ = await one.ask("/search.json?q=b")
        took = time.monotonic() - started
        return took, status, [(await each)[0] for each in heavy]

    took, status, others = served_copy.run(asked())
    assert status == 200
    assert took < 3  # all of them one after another take a dozen seconds
    assert set(others) <= {400, 503}
    assert others.count(400) >= 2
    assert others.count(503) >= 1


@pytest.mark.parametrize(
    ("path", "query", "is_long"),
    [
        ("/claims/claims.json", b"", True),
        ("/claims/-/query", b"sql=select+1", True),
        ("/claims/who_met_whom", b"", True),
        ("/claims", b"", False),
        ("/ask", b"sql=select+1", True),
        ("/ask.csv", b"sql=select+1", True),
        ("/ask", b"p=1&s%71l=select+1", True),
        ("/-/mcp", b"", True),
        ("/-/mcpx", b"", False),
        ("/ask/who_met_whom", b"person=a", False),
        ("/search", b"q=a", False),
        ("/", b"", False),
    ],
)
def test_what_may_read_as_much_as_it_likes(served: Served, path: str, query: bytes, is_long: bool) -> None:
    assert addresses.is_long(served.datasette, {"path": path, "query_string": query}) == is_long


def test_a_turn_ends_where_the_answer_begins_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.2)
    taken = asyncio.Event()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/fails":
            raise ValueError("it fails")
        await send({"type": "http.response.start", "status": 200, "headers": []})
        if scope["path"] == "/works":
            await taken.wait()
        await send({"type": "http.response.body", "body": b"", "more_body": True})
        await taken.wait()

    async def asked(path: str) -> int:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        await wrapped({"type": "http", "path": path}, None, send)
        return int(sent[0]["status"])

    async def all_of_them() -> None:
        for _ in range(3):
            with pytest.raises(ValueError, match="it fails"):
                await asked("/fails")
        slow = [asyncio.create_task(asked("/tells")) for _ in range(5)]  # slow to take what they are told
        await asyncio.sleep(0)
        works = [asyncio.create_task(asked("/works")) for _ in range(turns.AT_ONCE)]
        await asyncio.sleep(0.1)
        assert await asked("/works") == 503
        taken.set()
        assert {await one for one in [*slow, *works]} == {200}

    wrapped = turns.wrap(app, lambda scope: True)
    asyncio.run(all_of_them())
