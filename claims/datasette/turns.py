"""Tables and SQL of one's own wait their turn: two at a time, so that they leave the pages some of Datasette's threads."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, MutableMapping
from typing import Any

from claims.datasette.failing import busy

#: Requests that may read as much as they like at once, and seconds that another waits for one of them to end.
AT_ONCE = 2
PATIENCE = 5.0


def wrap(app: Any, is_long: Callable[[MutableMapping[str, Any]], bool]) -> Any:
    """The application, of whose requests those that `is_long` (of a scope) names take turns; 503 for who would wait too long.

    A turn ends with the first part of the answer: who is slow to take it keeps nobody waiting.
    """
    turns = asyncio.Semaphore(AT_ONCE)

    async def wrapped(scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] != "http" or not is_long(scope):
            await app(scope, receive, send)
            return
        try:
            await asyncio.wait_for(turns.acquire(), PATIENCE)
        except TimeoutError:
            await busy("many others are asking").asgi_send(send)
            return
        is_held = True

        def end() -> None:
            nonlocal is_held
            if is_held:
                turns.release()
            is_held = False

        async def told(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.body":
                end()
            await send(message)

        try:
            await app(scope, receive, told)
        finally:
            end()

    return wrapped
