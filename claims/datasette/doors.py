"""What every request passes first, and every answer last: hosts, other sites, sizes, slow senders, and headers for browsers.

An ASGI application around Datasette's. What is refused here has run no SQL.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import secrets
from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import PayloadTooLarge, Response

from claims.storage import Budget

_Message = MutableMapping[str, Any]
_Send = Callable[[_Message], Awaitable[None]]
#: Bytes of an address: SQL of some pages, written into a link.
LONGEST_ADDRESS = 32 * 1024
#: Parameters of an address, and facets among them: each facet counts a whole table.
MOST_PARAMETERS = 200
MOST_FACETS = 8
#: Bytes of a body, but where records are taken (see `writing`).
LONGEST_FORM = 2 * 1024 * 1024
#: Seconds until the next part of a body, and for the whole of it.
PATIENCE = 10.0
LONGEST_UPLOAD = 120.0
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"x-frame-options": b"DENY",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}
_POLICY_NAME = b"content-security-policy"
_POLICY = (
    "default-src 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'; "
)
_METHODS = ("GET", "HEAD", "OPTIONS", "POST")
_RECORDS = "/-/claims/load"
#: A Host header: a name or an address, and a port.
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([\w.~-]*))(?::(\d{0,5}))?", re.IGNORECASE | re.ASCII)
_NONCE = "claims_nonce"  # in the scope
#: Of the one attribute of Datasette's table page that holds script: `openColumnChooser()`.
_CHOOSER = "sha256-+l3zeDxxnrQy0aouZ6fIDwi+bFJ9b3COj5bWIKEUFYU="


def wrap(
    app: Any,
    is_ours: Callable[[str], bool],
    hosts: Collection[str],
    seconds: float,
    *,
    is_question: Callable[[str], Awaitable[bool]],
    is_open: bool = False,
) -> Any:
    """The application behind these doors, at the paths that are ours.

    `hosts` are the names by which the server may be asked, none = any; `seconds` of SQL are given to one request; a path
    that `is_question` is asked by GET alone; `is_open` lets pages of other sites ask (CORS).
    """

    async def wrapped(scope: _Message, receive: Any, send: _Send) -> None:
        if scope["type"] != "http" or not is_ours(scope["path"]):
            await app(scope, receive, send)
            return
        sending = _with_headers(_added, send)
        refusal = _refusal(scope, hosts, is_open=is_open)
        if refusal is None and scope["method"] == "POST" and await is_question(scope["path"]):
            refusal = _error(405, "questions are asked by GET", {"allow": "GET, HEAD, OPTIONS"})
        if refusal is not None:
            await refusal.asgi_send(sending)
            return
        started = False

        async def told(message: _Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await sending(message)

        with Budget(seconds):
            try:
                await app(scope, _patient(receive, None if _takes_records(scope) else LONGEST_FORM), told)
            except (SlowSenderError, SenderLeftError):
                if not started:
                    await unsent().asgi_send(sending)

    return wrapped


def with_policy(app: Any, is_ours: Callable[[str], bool]) -> Any:
    """The application whose answers say which scripts may run in them; what is kept of an answer is kept with this."""

    async def wrapped(scope: _Message, receive: Any, send: _Send) -> None:
        if scope["type"] != "http" or not is_ours(scope["path"]):
            await app(scope, receive, send)
            return
        words: list[str] = []  # filled by the template that asks for one
        await app({**scope, _NONCE: words}, receive, _with_headers(lambda: {_POLICY_NAME: _policy(words)}, send))

    return wrapped


class SlowSenderError(Exception):
    """A body that does not come."""


class SenderLeftError(Exception):
    """Who sends a body is gone before the end of it: nobody waits for an answer."""


def unsent() -> Response:
    """408, for a body that did not come whole."""
    return _error(408, "the rest of the request did not come; send it again")


def nonce(request: Any) -> str:
    """A word that the scripts of this one answer carry; "" where it is of no request that passed here."""
    if request is None or _NONCE not in request.scope:
        return ""
    words: list[str] = request.scope[_NONCE]
    if not words:
        words.append(secrets.token_urlsafe(16))
    return words[0]


def names_of(host: str) -> set[str]:
    """The names by which a server that listens on `host` may be asked: those of this machine too where it listens there."""
    names = {host.strip("[]").lower()}
    if host == "localhost" or _is_loopback(host):
        names |= {"localhost", "127.0.0.1", "::1"}
    return names


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _refusal(scope: _Message, hosts: Collection[str], *, is_open: bool) -> Response | None:
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    query = scope.get("query_string", b"")
    if scope["method"] not in _METHODS:
        return _error(405, f"{scope['method']} is not taken here", {"allow": ", ".join(_METHODS)})
    if scope["method"] == "GET" and scope["path"].endswith("/-/mcp"):  # it would stay open, and keep a place
        return _error(405, "a language model asks by POST", {"allow": "POST"})
    name = _name(headers.get(b"host", ""))
    if name is None:
        return _error(400, "the Host header is no name with a port")
    if hosts and name not in hosts:
        return _error(421, "this server is not asked by that name; `claims serve --name NAME` adds one")
    if len(scope.get("raw_path") or scope["path"]) + len(query) > LONGEST_ADDRESS:
        return _error(414, f"an address may have {LONGEST_ADDRESS} bytes; ask for less at once")
    if query.count(b"&") >= MOST_PARAMETERS:
        return _error(400, f"an address may have {MOST_PARAMETERS} parameters")
    if not scope["path"].startswith("/"):
        return _error(400, "an address begins with /")
    if query.count(b"&") >= MOST_FACETS:
        facets = [
            name for name, _ in parse_qsl(query.decode("latin-1")) if name in ("_facet", "_facet_array", "_facet_date")
        ]
        if len(facets) > MOST_FACETS:
            return _error(400, f"at most {MOST_FACETS} facets are counted at once")
    if not _takes_records(scope) and int(headers.get(b"content-length", "0")) > LONGEST_FORM:
        return _error(413, f"a body may have {LONGEST_FORM} bytes here")
    if not is_open and _is_embedded(headers):
        return _error(403, "another site asks for this on your behalf; open the link itself")
    return None


def _is_embedded(headers: dict[bytes, str]) -> bool:
    """Whether a page of another site asks in the background, by an image, a frame or a script: a link that is followed is none.

    Browsers say so themselves (Fetch Metadata); where they say nothing, nobody asks on another's behalf.
    """
    if headers.get(b"sec-fetch-site", "none") in ("none", "same-origin"):
        return False
    is_followed = headers.get(b"sec-fetch-mode") == "navigate" and headers.get(b"sec-fetch-dest") == "document"
    return not is_followed


def _name(host: str) -> str | None:
    """The name in a Host header, without its port; None where it is no such header."""
    told = _HOST.fullmatch(host.strip())
    if told is None or int(told[3] or 0) > 65535:
        return None
    return (told[1] or told[2]).lower()


def _takes_records(scope: _Message) -> bool:
    return bool(scope["method"] == "POST" and scope["path"].endswith(_RECORDS))


def _patient(receive: Any, most: int | None) -> Any:
    """`receive` that waits for a body only so long, and takes `most` bytes of it; None = whoever reads it bounds it."""
    until: float | None = None
    is_whole = False
    taken = 0

    async def received() -> _Message:
        nonlocal until, is_whole, taken
        if is_whole:  # what comes now is that the client leaves, whenever that is
            message: _Message = await receive()
            return message
        now = asyncio.get_running_loop().time()
        until = until or now + LONGEST_UPLOAD
        try:
            message = await asyncio.wait_for(receive(), min(PATIENCE, max(until - now, 0)))
        except TimeoutError:
            raise SlowSenderError from None
        if message["type"] != "http.request":
            raise SenderLeftError
        is_whole = not message.get("more_body", False)
        taken += len(message.get("body", b""))
        if most is not None and taken > most:
            raise PayloadTooLarge(f"a body may have {most} bytes here")
        return message

    return received


def _with_headers(added: Callable[[], dict[bytes, bytes]], send: _Send) -> _Send:
    """Headers by which a browser keeps scripts of others out; what an answer says itself stays."""

    async def sent(message: _Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message.get("headers", [])}
            more = [(name, value) for name, value in added().items() if name not in given]
            message = {**message, "headers": [*message.get("headers", []), *more]}
        await send(message)

    return sent


def _policy(words: list[str]) -> bytes:
    """Our own pages hold no script and no style in their text; Datasette's do, and their scripts carry the word."""
    if not words:
        return f"{_POLICY}script-src 'self'; style-src 'self'".encode()
    scripts = f"script-src 'self' 'nonce-{words[0]}' 'unsafe-hashes' '{_CHOOSER}'"
    return f"{_POLICY}{scripts}; style-src 'self' 'unsafe-inline'".encode()


def _added() -> dict[bytes, bytes]:
    return {**_HEADERS, _POLICY_NAME: _policy([])}


def _error(status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    return Response.json({"ok": False, "errors": [reason], "status": status}, status=status, headers=headers)
