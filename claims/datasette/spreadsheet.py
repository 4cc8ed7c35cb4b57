"""CSV that is safe to open in a spreadsheet: no cell runs as a formula.

A cell that begins with = + - @, a tab, a line end or the full-width forms of these gets a ' before it (OWASP,
"CSV Injection"). Numbers, and + or - alone (the polarity of a claim), are no formula and stay. `?_raw=1` leaves all as it is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping, Sequence
from typing import Any
from urllib.parse import parse_qs

_Message = MutableMapping[str, Any]
_Send = Callable[[_Message], Awaitable[None]]
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_HARMLESS = re.compile(r"[+-]?(\d+(\.\d*)?([eE][+-]?\d+)?)?")


def safe(value: Any) -> Any:
    """`value` as a cell that no spreadsheet takes for a formula; what is no text stays as it is."""
    if isinstance(value, str) and _FORMULA.match(value) and not _HARMLESS.fullmatch(value):
        return f"'{value}"
    return value


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The rows as CSV with a header, led by the byte order mark by which spreadsheets know UTF-8."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow([safe(column) for column in columns])
    writer.writerows([safe(value) for value in row] for row in rows)
    return "\ufeff" + file.getvalue()


def wrap(app: Any, is_ours: Callable[[str], bool]) -> Any:
    """An ASGI application whose CSV at our paths is safe: Datasette streams them, so they are made safe as they pass."""

    async def wrapped(scope: _Message, receive: Any, send: _Send) -> None:
        is_asked = scope["type"] == "http" and is_ours(scope["path"]) and "_raw" not in _query(scope)
        if not is_asked:
            await app(scope, receive, send)
            return
        cells = Cells()
        is_csv = False

        async def sent(message: _Message) -> None:
            nonlocal is_csv
            if message["type"] == "http.response.start":
                kind = next((value for name, value in message["headers"] if name.lower() == b"content-type"), b"")
                is_csv = scope["path"].endswith(".csv") or kind.startswith(b"text/csv")
            elif is_csv and message["type"] == "http.response.body":
                more = message.get("more_body", False)
                message = {**message, "body": cells.feed(message.get("body", b""), last=not more)}
            await send(message)

        await app(scope, receive, sent)

    return wrapped


class Cells:
    """A stream of CSV in UTF-8, made safe piece by piece. Holds back at most one cell."""

    def __init__(self) -> None:
        self._quoted = False
        self._cell = bytearray()

    def feed(self, data: bytes, *, last: bool = False) -> bytes:
        """What is finished of the stream so far; with `last`, the rest too."""
        out = bytearray()
        for byte in data:
            if byte == 0x22:
                self._quoted = not self._quoted
            self._cell.append(byte)
            if not self._quoted and byte in b",\n":
                out += self._taken()
        if last:
            out += self._taken()
        return bytes(out)

    def _taken(self) -> bytes:
        """The cell with its separator. A quoted cell keeps its quotes, and the ' goes inside them."""
        whole = self._cell.decode("utf-8", "replace")
        self._cell.clear()
        body = whole.rstrip(",\r\n") if not whole.endswith('"') else whole
        quote = '"' if body.startswith('"') else ""
        inner = body[1:-1] if quote and body.endswith('"') and len(body) > 1 else body
        if safe(inner) is inner:
            return whole.encode()
        return f"{quote}'{whole[len(quote) :]}".encode()


def _query(scope: _Message) -> dict[str, list[str]]:
    return parse_qs(scope.get("query_string", b"").decode("latin-1"))
