"""The same work in several processes, as Python runs on one core at a time: begun together, replaced when lost, ended together."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import Any

from claims.errors import ClaimsError

#: One that ends sooner would end again: it is not replaced.
_SOON = 10.0
_SECONDS_TO_END = 5.0
_ENDING = (signal.SIGTERM, signal.SIGINT)


def run(count: int, work: Callable[..., None], *given: Any) -> None:
    """Call `work(*given)` in `count` processes until SIGTERM or SIGINT comes, which each of them is sent and ends by.

    Both must be of what can be pickled. A process that is lost is replaced; all end where this one does, however it does.
    Afterwards the signal has its usual effect here. Raises ClaimsError where one ends by itself within ten seconds.
    """
    stopped: list[int] = []
    running: dict[SpawnProcess, float] = {}

    def stop(sent: int, frame: FrameType | None) -> None:
        stopped.append(sent)
        _send_end(running)

    before = {one: signal.signal(one, stop) for one in _ENDING}
    try:
        while not stopped:
            while len(running) < count and not stopped:
                running[_begin(work, given)] = time.monotonic()
            wait([one.sentinel for one in running])
            for lost in [one for one in running if not one.is_alive()]:
                if time.monotonic() - running.pop(lost) < _SOON and not stopped:
                    raise ClaimsError(
                        f"a process ended at once with {lost.exitcode}", "its reason stands above; try with one process"
                    )
    finally:
        _send_end(running)
        until = time.monotonic() + _SECONDS_TO_END
        for one in running:
            one.join(max(0.0, until - time.monotonic()))
            if one.is_alive():
                one.kill()
        for sent, how in before.items():
            signal.signal(sent, how)
    signal.raise_signal(stopped[0])


def _begin(work: Callable[..., None], given: tuple[Any, ...]) -> SpawnProcess:
    process = multiprocessing.get_context("spawn").Process(target=_work, args=(work, given))
    process.start()
    return process


def _work(work: Callable[..., None], given: tuple[Any, ...]) -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()
    with suppress(KeyboardInterrupt):  # at a terminal each is sent it
        work(*given)


def _end_after(parent: int) -> None:
    """A parent that was killed could not send a signal."""
    wait([parent])
    os.kill(os.getpid(), signal.SIGTERM)


def _send_end(running: dict[SpawnProcess, float]) -> None:
    for one in running:
        if one.is_alive():
            one.terminate()
