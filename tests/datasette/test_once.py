"""Many who want one answer at once ask for it once; who leaves or fails takes it from nobody else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from claims.datasette.once import Once


class Asked:
    """Counts how often it is asked, and answers when it is let."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.count, self.let = list(answers), 0, asyncio.Event()

    async def __call__(self) -> Any:
        self.count += 1
        await self.let.wait()
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_eight_who_ask_at_once_ask_one_time() -> None:
    async def eight() -> tuple[list[Any], int]:
        once, ask = Once(), Asked("told")
        waiting = [asyncio.ensure_future(once.told("key", ask)) for _ in range(8)]
        await asyncio.sleep(0)
        ask.let.set()
        told = [await one for one in waiting]
        return [*told, await once.told("key", ask)], ask.count

    assert asyncio.run(eight()) == (["told"] * 9, 1)


def test_what_fails_is_told_to_all_who_wait_and_asked_again_later() -> None:
    async def failing() -> tuple[Any, int]:
        once, ask = Once(), Asked(ValueError("no"), "told")
        ask.let.set()
        for waited in await asyncio.gather(*(once.told("key", ask) for _ in range(3)), return_exceptions=True):
            with pytest.raises(ValueError, match="no"):
                raise waited
        return await once.told("key", ask), ask.count

    assert asyncio.run(failing()) == ("told", 2)


def test_who_leaves_takes_the_answer_from_nobody() -> None:
    async def leaving() -> tuple[Any, int]:
        once, ask = Once(), Asked("told")
        first, second = (asyncio.ensure_future(once.told("key", ask)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        ask.let.set()
        return await second, ask.count

    assert asyncio.run(leaving()) == ("told", 1)
