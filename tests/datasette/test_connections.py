"""Who connects and says nothing, or takes no answer, keeps nobody else from a server."""

from __future__ import annotations

import contextlib
import http.client
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

_SERVER = """
import sys
from claims.datasette import connections
from claims.serve import serve
connections.HEAD, connections.TAKEN = 2.0, 2.0
serve(sys.argv[1], 0, on_ready=lambda url: print(url, flush=True))
"""
#: Begun, and never ended: nothing, a head, a second request after a first one.
_BEGUN = (b"", b"GET / HTTP/1.1\r\nhost: localhost\r\nx: ", b"GET /x HTTP/1.1\r\nhost: localhost\r\n\r\nGET")


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server writes what goes wrong."""
    return tmp_path_factory.mktemp("log") / "log.txt"


@pytest.fixture(scope="module")
def at(shipped_file: Path, log: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """(host, port) of a server that waits two seconds."""
    path = tmp_path_factory.mktemp("connections") / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    with log.open("w") as opened:
        server = subprocess.Popen(
            [sys.executable, "-c", _SERVER, str(path)], stdout=subprocess.PIPE, stderr=opened, text=True
        )
    assert server.stdout is not None
    address = urlsplit(server.stdout.readline().strip())
    yield str(address.hostname), int(address.port or 0)
    server.send_signal(signal.SIGTERM)
    server.wait(10)
    server.stdout.close()


def status(at: tuple[str, int], path: str = "/-/claims/openapi.json") -> int:
    connection = http.client.HTTPConnection(*at, timeout=30)
    connection.request("GET", path, headers={"host": "localhost"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def is_ended(connection: socket.socket, seconds: float) -> bool:
    """Whether the other side ends it in this time."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if select.select([connection], [], [], left)[0]:
            try:
                if not connection.recv(65536):
                    return True
            except ConnectionError:
                return True
    return False


def test_many_who_say_nothing_keep_nobody_out(at: tuple[str, int]) -> None:
    silent = []
    try:
        for number in range(230):
            one = socket.create_connection(at)
            one.sendall(_BEGUN[number % len(_BEGUN)])
            silent.append(one)
        assert status(at) == 200
    finally:
        for one in silent:
            one.close()


@pytest.mark.parametrize("begun", _BEGUN)
def test_a_request_that_does_not_come_is_not_waited_for(at: tuple[str, int], begun: bytes) -> None:
    with socket.create_connection(at) as one:
        one.sendall(begun)
        assert is_ended(one, 20)


def test_a_head_that_comes_letter_by_letter_is_not_waited_for(at: tuple[str, int]) -> None:
    with socket.create_connection(at) as one:
        one.sendall(b"GET / HTTP/1.1\r\nhost: localhost\r\nx: ")
        for _ in range(60):
            try:
                one.sendall(b"a")
            except ConnectionError:
                return
            if is_ended(one, 0.5):
                return
    pytest.fail("it goes on")


def _asking(at: tuple[str, int]) -> socket.socket:
    """Who asks for much, and takes little at once."""
    one = socket.socket()
    one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    one.connect(at)
    one.sendall(b"GET /-/claims/openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n" * 40)
    return one


def test_an_answer_that_is_not_taken_is_ended_and_one_taken_slowly_is_not(at: tuple[str, int]) -> None:
    with _asking(at) as idle, _asking(at) as slow:
        taken = 0
        for _ in range(30):
            time.sleep(0.2)
            taken += len(slow.recv(100_000))
        slow.settimeout(20)
        assert 0 < _rest(idle) < 40 * 200_000
        assert _rest(slow) > 40 * 200_000 - taken


def _rest(one: socket.socket) -> int:
    """Bytes that still come."""
    count = 0
    with contextlib.suppress(ConnectionError):
        while part := one.recv(1 << 20):
            count += len(part)
    return count


def test_an_upgrade_is_none(at: tuple[str, int]) -> None:
    head = b"GET / HTTP/1.1\r\nhost: evil.example\r\nupgrade: websocket\r\nconnection: upgrade\r\n"
    with socket.create_connection(at) as one:
        one.sendall(head + b"sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n")
        assert one.recv(65536).startswith(b"HTTP/1.1 421 ")


_MEGABYTE = b"a" * (1 << 20)


def _sent(at: tuple[str, int], head: bytes, parts: Iterator[bytes]) -> tuple[bytes, int]:
    """(the first of the answer, bytes that were taken of what was sent after the head)."""
    with socket.create_connection(at) as one:
        one.sendall(head)
        time.sleep(0.3)  # as it is answered before the end of what comes
        count = 0
        with contextlib.suppress(ConnectionError):
            for part in parts:
                one.sendall(part)
                count += len(part)
        with contextlib.suppress(ConnectionError):
            return one.recv(65536), count
    return b"", count


@pytest.mark.parametrize(
    "path", [b"/", b"/nothing", b"/-/claims/load", b"/claims/claims", b"/-/claims/static/claims.css"]
)
@pytest.mark.parametrize("method", [b"GET", b"POST"])
def test_a_long_body_where_none_is_taken_is_not_read_to_its_end(
    at: tuple[str, int], log: Path, method: bytes, path: bytes
) -> None:
    head = method + b" " + path + b" HTTP/1.1\r\nhost: localhost\r\n"
    answer, count = _sent(at, head + b"content-length: 60000000\r\n\r\n", (_MEGABYTE for _ in range(60)))
    assert count < 20_000_000  # what the systems of both sides hold
    parts = (b"100000\r\n" + _MEGABYTE + b"\r\n" for _ in range(60))
    answer, count = _sent(at, head + b"transfer-encoding: chunked\r\n\r\n", parts)
    assert count < 20_000_000
    assert not answer or answer.startswith(b"HTTP/1.1 ")
    assert log.read_text() == ""


def test_a_short_body_where_none_is_taken_leaves_the_connection(at: tuple[str, int]) -> None:
    with socket.create_connection(at) as one:
        one.settimeout(10)
        for _ in range(3):
            one.sendall(b"POST /search HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3000\r\n\r\n")
            time.sleep(0.2)
            one.sendall(b"a" * 3000)
            assert one.recv(65536).startswith(b"HTTP/1.1 405 ")


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        (b"POST /nothing HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n", b"ZZ\r\nabc\r\n"),
        (b"POST /-/messages HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n", b"ZZ\r\nabc\r\n"),
        (b"GET /nothing HTTP/1.1\r\nhost: localhost\r\n\r\n", b"\x00\x01\r\n\r\n"),
        (b"GET / HTTP/1.1\r\n\r\n", b""),
        (b"GET / HTTP/1.1\r\nhost: localhost\r\nhost: localhost\r\n\r\n", b""),
        (b"GET / HTTP/1.1\r\nhost: [::1\r\n\r\n", b""),
        (b"GET http://evil.example/ HTTP/1.1\r\nhost: localhost\r\n\r\n", b""),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b""),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"a" * 300, b""),
        (b"GET / HTTP/1.1\r\nhost: localhost\r\nx: " + b"a" * 1_000_000 + b"\r\n\r\n", b""),
    ],
)
def test_what_is_no_request_is_refused_in_a_line_and_fills_no_log(
    at: tuple[str, int], log: Path, head: bytes, rest: bytes
) -> None:
    answer, _ = _sent(at, head, iter([rest]))
    assert not answer or answer.startswith(b"HTTP/1.1 4")
    assert status(at) == 200
    assert log.read_text() == ""


def test_who_leaves_a_long_answer_fills_no_log(at: tuple[str, int], log: Path) -> None:
    for _ in range(10):
        with socket.create_connection(at) as one:
            one.sendall(b"GET /claims/arguments.csv?_stream=1 HTTP/1.1\r\nhost: localhost\r\n\r\n")
            one.recv(100)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # at once
    assert status(at) == 200
    assert log.read_text() == ""
