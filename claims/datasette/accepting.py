"""Connections of one address shared out among several processes: the next is taken by whoever has the least to do."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

#: Seconds that a connection is left to others for each request that is under way here, and at most.
_LEFT, _LONGEST = 0.002, 0.02
#: Seconds until it is tried again where the system has no room for another connection.
_NO_ROOM = 1.0


async def accept(listening: socket.socket, make: Callable[[], asyncio.Protocol], under_way: Callable[[], int]) -> None:
    """Take connections until cancelled, each for a protocol that `make` gives; `under_way` tells how many requests are.

    A loop of asyncio's own takes all that wait as soon as it looks: of eight at once one process would have most, and
    another none.
    """
    loop = asyncio.get_running_loop()
    listening.setblocking(False)
    while True:
        await _readable(loop, listening)
        waited = 0.0
        while waited < min(under_way() * _LEFT, _LONGEST):
            await asyncio.sleep(_LEFT)
            waited += _LEFT
        try:
            taken, _ = listening.accept()
        except (BlockingIOError, InterruptedError, ConnectionAbortedError):
            continue  # another process has it, or nobody
        except OSError:
            await asyncio.sleep(_NO_ROOM)
            continue
        taken.setblocking(False)
        await loop.connect_accepted_socket(make, taken)


async def _readable(loop: asyncio.AbstractEventLoop, listening: socket.socket) -> None:
    ready = asyncio.Event()
    loop.add_reader(listening, ready.set)
    try:
        await ready.wait()
    finally:
        loop.remove_reader(listening)
