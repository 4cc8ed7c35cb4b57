"""Connections that say nothing keep nobody out: who sends no request, or takes no answer, is left after a while."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

#: Seconds until the head of a request is there, and until a part of an answer is taken.
HEAD, TAKEN = 10.0, 30.0
#: Bytes of an answer that the system holds: what it holds counts as taken, and 30 seconds must be enough for some of it.
_ON_THE_WAY = 64 * 1024
#: Bytes of a body that are read after the answer, so that the connection can be used again.
_UNASKED = 256 * 1024
#: Requests under way; more are told to come again (503). Open connections too: those that wait longest make room.
MOST_AT_ONCE = 200


class Connection(H11Protocol):
    """A connection as uvicorn's, with an end to its patience."""

    _waits: asyncio.TimerHandle | None = None  # for a request
    _tells: asyncio.TimerHandle | None = None  # what is not taken yet
    _unasked = 0  # bytes that came of a body after the answer

    def connection_made(self, transport: Any) -> None:
        """One that waits makes room where there are too many."""
        while len(self.connections) >= MOST_AT_ONCE - 1:
            waiting = {one: one._waits.when() for one in self.connections if isinstance(one, Connection) and one._waits}
            if not waiting:
                break
            min(waiting, key=lambda one: waiting[one])._leave()
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _ON_THE_WAY)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """A long body is not read to its end once it is answered."""
        if self.conn.our_state is h11.DONE and self.conn.their_state is h11.SEND_BODY:
            self._unasked += len(data)
            if self._unasked > _UNASKED:
                self._leave()
                return
        super().data_received(data)

    def send_400_response(self, msg: str) -> None:
        """As uvicorn's, where nothing has been answered yet."""
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            super().send_400_response(msg)
        else:
            self._leave()

    def handle_events(self) -> None:
        """The head of a request is whole where there is a new cycle."""
        before = self.cycle
        super().handle_events()
        if self.cycle is not before:
            self._wait_no_more()
            self._unasked = 0

    def on_response_complete(self) -> None:
        """What was sent already of the next request is read now."""
        self._wait()
        super().on_response_complete()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._tell(self.transport.get_write_buffer_size())

    def resume_writing(self) -> None:
        self._tell_no_more()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_more()
        self._tell_no_more()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._wait_no_more()
        self._waits = self.loop.call_later(HEAD, self._leave)

    def _wait_no_more(self) -> None:
        if self._waits is not None:
            self._waits.cancel()
        self._waits = None

    def _tell(self, left: int) -> None:
        """Look again whether of these bytes fewer are left."""
        self._tell_no_more()
        self._tells = self.loop.call_later(TAKEN, self._told, left)

    def _told(self, left: int) -> None:
        now = self.transport.get_write_buffer_size()
        if now < left:
            self._tell(now)
        else:
            self.transport.abort()

    def _tell_no_more(self) -> None:
        if self._tells is not None:
            self._tells.cancel()
        self._tells = None

    def _leave(self) -> None:
        """End it, after what is still to be told."""
        self._wait_no_more()
        self.connections.discard(self)
        self.transport.close()
