"""A server on loopback that speaks OpenAI's protocol, and misbehaves as it is told."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Behaviour = Callable[["Handler"], None]


class ModelServer(ThreadingHTTPServer):
    """What it is asked is in `asked`; `script` says what becomes of each question, `after` of those behind the last."""

    daemon_threads = True

    def __init__(self, script: list[Behaviour], after: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script, self.after = script, after
        self.asked: list[dict[str, Any]] = []
        self.stopped = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def prompts(self) -> list[str]:
        return [body["messages"][-1]["content"] for body in self.asked]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that gave up is no error here."""


class Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/v1/chat/completions":
            status(404)(self)
            return
        self.server.asked.append(self.body)
        (self.server.script.pop(0) if self.server.script else self.server.after)(self)

    def log_message(self, *_: Any) -> None:
        """Nothing on standard error."""

    def send(self, code: int, content: bytes, kind: str = "application/json") -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def serving(*script: Behaviour, after: Behaviour | None = None) -> Iterator[ModelServer]:
    server = ModelServer(list(script), after or says({"claims": []}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        server.shutdown()
        server.server_close()
        thread.join()


def says(answer: str | dict[str, Any]) -> Behaviour:
    """A stream of the answer in pieces, with its usage at the end."""
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)

    def behave(handler: Handler) -> None:
        pieces = [text[at : at + 40] for at in range(0, len(text), 40)]
        lines = [_chunk({"role": "assistant", "content": ""}), *(_chunk({"content": piece}) for piece in pieces)]
        usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
        lines += [_chunk({}, "stop"), json.dumps({**json.loads(_chunk({})), "choices": [], "usage": usage}), "[DONE]"]
        handler.send(200, "".join(f"data: {line}\n\n" for line in lines).encode(), "text/event-stream")

    return behave


def claims(*items: Any) -> Behaviour:
    """The answer that it was asked for."""
    return says({"claims": list(items)})


def status(code: int, message: str = "no") -> Behaviour:
    """An error, with the header that tells the client not to try again at once."""

    def behave(handler: Handler) -> None:
        content = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
        handler.send_response(code)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(content)))
        handler.send_header("x-should-retry", "false")
        handler.end_headers()
        handler.wfile.write(content)

    return behave


def hangs(handler: Handler) -> None:
    """No answer, and the connection stays open."""
    handler.server.stopped.wait(30)


def drips(handler: Handler) -> None:
    """A letter now and then, for ever: no wait between two of them is long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()
    while not handler.server.stopped.is_set():
        handler.wfile.write(f"data: {_chunk({'content': 'x'})}\n\n".encode())
        handler.wfile.flush()
        time.sleep(0.05)


def breaks_off(handler: Handler) -> None:
    """The connection is closed in the middle of the answer."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(f"data: {_chunk({'content': '{'})}\n\n".encode())


def a_page(handler: Handler) -> None:
    """An HTML page with 200, as of another service at this address."""
    handler.send(200, b"<html><body>It works</body></html>", "text/html")


def without_schema(then: Behaviour) -> Behaviour:
    """400 where the question carries a schema of the answer."""

    def behave(handler: Handler) -> None:
        if "response_format" in handler.body:
            status(400, "response_format is not supported")(handler)
        else:
            then(handler)

    return behave


def _chunk(delta: dict[str, Any], reason: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": reason}
    return json.dumps(
        {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]},
        ensure_ascii=False,
    )
