"""A language model asks at `/-/mcp` what everybody is told, and each of its questions stands by itself."""

from __future__ import annotations

import json
from typing import Any

from claims import Database
from tests.datasette.conftest import Served
from tests.datasette.probe import answering_models

_TAKES = {"accept": "application/json, text/event-stream"}
_HELLO = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}


async def _asked(served: Served, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The answers to these calls, each sent as if by somebody of whom nothing is known."""
    answers = []
    async with answering_models(served.datasette):
        for method, given in calls:
            body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": given}
            answers.append(await served.datasette.client.post("/-/mcp", json=body, headers=_TAKES))
    return answers


def test_each_question_of_a_model_stands_by_itself(served_copy: Served) -> None:
    question = {
        "name": "execute_sql",
        "arguments": {"database": served_copy.name, "sql": "select count(*) as n from claims"},
    }
    hello, answer = served_copy.run(_asked(served_copy, ("initialize", _HELLO), ("tools/call", question)))
    assert (hello.status_code, answer.status_code) == (200, 200)
    assert "mcp-session-id" not in hello.headers
    (told,) = json.loads(answer.json()["result"]["content"][0]["text"])["rows"]
    assert told["n"] == served_copy.get(f"/{served_copy.name}/claims.json?_size=0&_extra=count").json()["count"]


def test_a_model_is_answered_as_everybody_is(served_copy: Served, shipped: Database) -> None:
    given = {"database": served_copy.name, "query": "conflicts", "parameters": {"slot": "date"}}
    (answer,) = served_copy.run(
        _asked(served_copy, ("tools/call", {"name": "execute_canned_query", "arguments": given}))
    )
    rows = json.loads(answer.json()["result"]["content"][0]["text"])["rows"]
    assert rows == [dict(row) for row in shipped.query("conflicts", slot="date")]
