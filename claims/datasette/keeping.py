"""Answers kept until a database changes: what anybody may see, and is asked for again, is not worked out again.

An answer is kept by its address for one edition of the served databases (see `editions`), and carries an ETag, so that
a browser that has it gets 304 and no body. Kept is only what depends on nothing but the address: 200s of our pages, tables,
views and questions, asked without cookie, token or actor, that Datasette itself does not call private. SQL of one's own
is always asked anew, as it may ask for the time or for chance. Who asks while the same is being worked out waits for it.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from datasette.plugins import pm
from datasette.utils import await_me_maybe
from datasette.utils.asgi import Request

from claims.datasette.editions import Edition, editions_of, steady
from claims.datasette.freshness import told_now
from claims.datasette.verdicts import are_steady

Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

#: Megabytes of answers that are kept unless the plugin's setting `keep_mb` says otherwise; 0 keeps none.
KEPT_MB = 64
#: Bytes of one answer; a longer one goes out as it comes.
MOST_BYTES = 4 * 1024 * 1024
#: An answer that took so many seconds may tell less than all, as Datasette cuts facets and counts short: it is soon asked again.
SLOW, SLOW_KEPT = 1.0, 30.0
_PERSONAL = (b"cookie", b"authorization")
_ANEW = {"sql", "_where", "_stream", "_trace"}
_VARIES = {b"cookie", b"authorization", b"accept-encoding"}


@dataclass(frozen=True)
class Answer:
    """A finished answer. `until` is when it must be worked out again though nothing changed (time.monotonic), None never."""

    headers: Headers
    body: bytes
    tag: bytes
    until: float | None


class Kept:
    """Answers of one edition, the least recently asked of them let go where they are more than `most` bytes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._edition: Edition | None = None
        self._answers: OrderedDict[Any, Answer] = OrderedDict()
        self._bytes = 0

    def get(self, edition: Edition, key: Any) -> Answer | None:
        """The answer, None where there is none of this edition."""
        if edition != self._edition:
            self._answers.clear()
            self._edition, self._bytes = edition, 0
        answer = self._answers.get(key)
        if answer is None:
            return None
        if answer.until is not None and answer.until < time.monotonic():
            self._let_go(key)
            return None
        self._answers.move_to_end(key)
        return answer

    def put(self, edition: Edition, key: Any, answer: Answer) -> None:
        """Keep an answer that was begun in this edition; not where another has begun since."""
        if edition != self._edition or len(answer.body) > self._most:
            return
        self._let_go(key)
        self._answers[key] = answer
        self._bytes += len(answer.body)
        while self._bytes > self._most:
            self._let_go(next(iter(self._answers)))

    def _let_go(self, key: Any) -> None:
        answer = self._answers.pop(key, None)
        if answer is not None:
            self._bytes -= len(answer.body)


def wrap(app: Any, datasette: Any, is_ours: Callable[[str], bool]) -> Any:
    """An ASGI application that keeps the answers of the paths that `is_ours` names."""
    most = int((datasette.plugin_config("claims") or {}).get("keep_mb", KEPT_MB)) * 1024 * 1024
    if most <= 0:
        return app
    kept, editions = Kept(most), editions_of(datasette)
    underway: dict[Any, asyncio.Future[Answer | None]] = {}

    async def wrapped(scope: Message, receive: Any, send: Send) -> None:
        if scope["type"] == "lifespan":
            try:
                await app(scope, receive, send)
            finally:
                editions.close()
        elif scope.get("method") == "GET":
            with steady():
                await answered(scope, receive, send)
        else:
            await app(scope, receive, send)

    async def answered(scope: Message, receive: Any, send: Send) -> None:
        edition = editions.now() if await _is_anybodys(datasette, scope, is_ours) else None
        if edition is None:
            await app(scope, receive, send)
            return
        key = (_key(scope), told_now(datasette))
        answer = kept.get(edition, key)
        if answer is None and (edition, key) in underway:
            answer = await asyncio.shield(underway[edition, key])  # who goes away takes nobody's answer along
        if answer is not None:
            await _give(answer, scope, send)
            return
        made: asyncio.Future[Answer | None] = asyncio.get_running_loop().create_future()
        if (edition, key) not in underway:
            underway[edition, key] = made
        try:
            answer = await _made(app, scope, receive, send)
            if answer is not None:
                kept.put(edition, key, answer)
        finally:
            if underway.get((edition, key)) is made:
                del underway[edition, key]
            made.set_result(answer)
        if answer is not None:
            await _give(answer, scope, send)

    return wrapped


async def _is_anybodys(datasette: Any, scope: Message, is_ours: Callable[[str], bool]) -> bool:
    """Whether everybody without an account gets the same answer to this request."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope.get("actor") or datasette.in_client():
        return False
    if any(name in _PERSONAL for name, _ in scope["headers"]) or not is_ours(scope["path"]):
        return False
    query = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
    if any(name in _ANEW for name, _ in query):
        return False
    if not are_steady():
        return False
    request = Request(scope, None)
    actors = [await await_me_maybe(actor) for actor in pm.hook.actor_from_request(datasette=datasette, request=request)]
    return not any(actors)  # by address of the network, or by a header of a plugin's own


def _key(scope: Message) -> Any:
    """All of a request that an answer may depend on: links in it are led by its host."""
    named = dict(scope["headers"])
    return (
        scope.get("raw_path") or scope["path"],
        scope.get("query_string", b""),
        scope.get("scheme"),
        scope.get("root_path"),
        named.get(b"host"),
        named.get(b"accept"),
    )


async def _made(app: Any, scope: Message, receive: Any, send: Send) -> Answer | None:
    """The answer, held back to be given; None where it was not to be kept and has been sent as it came."""
    began = time.monotonic()
    start: Message = {}
    body = bytearray()
    is_passed_on = False

    async def held(message: Message) -> None:
        nonlocal is_passed_on
        if is_passed_on:
            await send(message)
        elif message["type"] == "http.response.start":
            start.update(message)
            if not _may_be_kept(start["status"], start.get("headers", [])):
                is_passed_on = True
                await send(message)
        elif message["type"] == "http.response.body":
            body.extend(message.get("body", b""))
            if len(body) > MOST_BYTES:
                is_passed_on = True
                await send(start)
                await send({**message, "body": bytes(body)})

    await app(scope, receive, held)
    if is_passed_on or not start:
        return None
    ended = time.monotonic()
    headers = [(name, value) for name, value in start["headers"] if name.lower() != b"content-length"]
    if not any(name.lower() == b"cache-control" for name, _ in headers):
        headers.append((b"cache-control", b"no-cache"))  # to be kept by a browser, and asked for again by its tag
    tag = b'"' + hashlib.sha256(body).hexdigest()[:20].encode() + b'"'
    until = ended + SLOW_KEPT if ended - began > SLOW else None
    return Answer([*headers, (b"etag", tag)], bytes(body), tag, until)


def _may_be_kept(status: int, headers: Headers) -> bool:
    if status != 200:
        return False
    for name, value in headers:
        name, value = name.lower(), value.lower()
        if name in (b"set-cookie", b"etag") or (
            name == b"cache-control" and (b"private" in value or b"no-store" in value)
        ):
            return False
        if name == b"vary" and not {part.strip() for part in value.split(b",")} <= _VARIES:
            return False
    return True


async def _give(answer: Answer, scope: Message, send: Send) -> None:
    """The answer, or only that the browser has it already (RFC 9110, 13.1.2: compared weakly)."""
    known = b",".join(value for name, value in scope["headers"] if name == b"if-none-match")
    tags = {tag.strip().removeprefix(b"W/") for tag in known.split(b",")}
    if b"*" in tags or answer.tag in tags:
        told = [(name, value) for name, value in answer.headers if name.lower() != b"content-type"]
        await send({"type": "http.response.start", "status": 304, "headers": told})
        await send({"type": "http.response.body", "body": b""})
        return
    length = (b"content-length", str(len(answer.body)).encode())
    await send({"type": "http.response.start", "status": 200, "headers": [*answer.headers, length]})
    await send({"type": "http.response.body", "body": answer.body})
