"""Of several processes at one address, whoever has the least to do takes the next connection."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from functools import partial

import pytest

from claims.datasette.accepting import accept


class Counted(asyncio.Protocol):
    """Says who has taken the connection."""

    def __init__(self, taken: list[str], name: str) -> None:
        self._taken, self._name = taken, name

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._taken.append(self._name)
        transport.close()


def taken(under_way: dict[str, Callable[[], int]], connections: int) -> list[str]:
    """Who takes each of so many connections, one after the other."""
    found: list[str] = []

    async def run() -> None:
        with closing(socket.create_server(("127.0.0.1", 0))) as listening, ExitStack() as held:
            asks = [
                asyncio.create_task(accept(held.enter_context(listening.dup()), partial(Counted, found, name), under))
                for name, under in under_way.items()
            ]
            for _ in range(connections):
                reader, writer = await asyncio.open_connection(*listening.getsockname())
                await reader.read()
                writer.close()
            for ask in asks:
                ask.cancel()
                with suppress(asyncio.CancelledError):
                    await ask

    asyncio.run(run())
    return found


def test_who_has_nothing_to_do_takes_all() -> None:
    assert taken({"busy": lambda: 3, "idle": lambda: 0}, 8) == ["idle"] * 8


def test_who_is_alone_takes_all_however_much_there_is_to_do() -> None:
    began = time.monotonic()
    assert taken({"busy": lambda: 10_000}, 5) == ["busy"] * 5
    assert time.monotonic() - began < 2


def test_who_is_done_meanwhile_waits_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.datasette.accepting._LONGEST", 60.0)
    left = iter([10_000] * 3 + [0] * 100)
    began = time.monotonic()
    assert taken({"busy": lambda: next(left)}, 1) == ["busy"]
    assert time.monotonic() - began < 2
