"""Answers that are asked for once, however many want them meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any

#: Answers held of one edition: strangers may ask for what is not there.
MOST = 2_000


class Once:
    """Answers by key. Of many who want one that is not there yet, the first asks and the others wait: all at once would
    ask eight times what is asked of a server that has just begun, or whose database has just changed."""

    def __init__(self) -> None:
        self._told: dict[Hashable, asyncio.Future[Any]] = {}

    def __len__(self) -> int:
        return len(self._told)

    async def told(self, key: Hashable, ask: Callable[[], Awaitable[Any]]) -> Any:
        """What `ask` gives, or gave. What it raises all who wait are told, and who comes later asks again."""
        asked = self._told.get(key)
        if asked is None:
            asked = self._told[key] = asyncio.ensure_future(ask())
            asked.add_done_callback(lambda done: self._forget(key, done))
        elif asked.done() and not asked.cancelled() and asked.exception() is None:
            return asked.result()
        return await asyncio.shield(asked)  # who leaves takes it from nobody else

    def _forget(self, key: Hashable, done: asyncio.Future[Any]) -> None:
        if (done.cancelled() or done.exception() is not None) and self._told.get(key) is done:
            del self._told[key]


class Lasting:
    """Answers by key that hold for one edition of a database, or of all that are served (see `editions`)."""

    def __init__(self) -> None:
        self._edition: Hashable = None
        self._told = Once()

    def __len__(self) -> int:
        return len(self._told)

    async def told(self, edition: Hashable, key: Hashable, ask: Callable[[], Awaitable[Any]]) -> Any:
        """What `ask` gives, asked where nothing is held of this edition; None is an edition that nobody knows."""
        if edition is None:
            return await ask()
        if edition != self._edition or len(self._told) >= MOST:
            self._edition, self._told = edition, Once()
        return await self._told.told(key, ask)  # of the edition in which it was asked, whatever comes meanwhile
