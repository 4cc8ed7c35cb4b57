"""Work in several processes: begun together, replaced when lost, gone with the one that began them."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from claims import processes, serve
from claims.errors import ClaimsError
from claims.replica import Keeper, Slice

_RUN = """
import signal, sys
from pathlib import Path
from claims import processes
from tests import test_processes
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what begins the tests may have it ignored
    processes._SOON = 0.5
    processes.run(3, getattr(test_processes, sys.argv[1]), Path(sys.argv[2]))
"""
_SERVE = """
import sys
from claims.serve import serve
if __name__ == "__main__":
    serve(sys.argv[1], 0, processes=2, on_ready=lambda url: print(url, flush=True))
"""


def waits(folder: Path) -> None:
    """What a process does here: it says that it is there, and waits."""
    (folder / str(os.getpid())).touch()
    time.sleep(60)


def fails(folder: Path) -> None:
    """One that cannot begin."""
    sys.exit(3)


@contextmanager
def running(code: str, *given: str) -> Iterator[subprocess.Popen[str]]:
    one = subprocess.Popen(
        [sys.executable, "-c", code, *given], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield one
    finally:
        one.kill()
        one.communicate()


def until(holds: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def is_there(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def begun(folder: Path) -> list[int]:
    return [int(one.name) for one in folder.iterdir() if is_there(int(one.name))]


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_all_end_by_a_signal_to_the_first(tmp_path: Path, sent: signal.Signals) -> None:
    with running(_RUN, "waits", str(tmp_path)) as first:
        until(lambda: len(begun(tmp_path)) == 3)
        first.send_signal(sent)
        assert first.wait(10) == -sent
        assert not begun(tmp_path)


def test_all_end_where_the_first_is_killed(tmp_path: Path) -> None:
    with running(_RUN, "waits", str(tmp_path)) as first:
        until(lambda: len(begun(tmp_path)) == 3)
        first.kill()
        until(lambda: not begun(tmp_path), 10)


def test_one_that_is_lost_is_replaced(tmp_path: Path) -> None:
    with running(_RUN, "waits", str(tmp_path)) as first:
        until(lambda: len(begun(tmp_path)) == 3)
        time.sleep(0.5)
        lost = begun(tmp_path)[0]
        os.kill(lost, signal.SIGKILL)
        until(lambda: len(begun(tmp_path)) == 3 and lost not in begun(tmp_path))
        assert first.poll() is None


def test_one_that_cannot_begin_ends_them_all(tmp_path: Path) -> None:
    before = [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)]
    with pytest.raises(ClaimsError, match="a process ended at once with 3"):
        processes.run(2, fails, tmp_path)
    assert [signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)] == before


def test_several_serve_one_address(shipped_file: Path, tmp_path: Path) -> None:
    path = shutil.copy(shipped_file, tmp_path / "claims.db")
    with running(_SERVE, str(path)) as server:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().strip())

        def ask() -> int:
            connection = http.client.HTTPConnection(str(address.hostname), int(address.port or 0), timeout=60)
            try:
                connection.request("GET", "/")
                return connection.getresponse().status
            finally:
                connection.close()

        assert {ask() for _ in range(12)} == {200}
        started = time.monotonic()
        server.terminate()
        assert server.wait(10) == -signal.SIGTERM
        assert time.monotonic() - started < 6


def test_a_replica_is_kept_by_one(shipped_file: Path, tmp_path: Path) -> None:
    keeper = Keeper(str(shipped_file), tmp_path / "replica.db", Slice(), 60)
    keeper.begin()
    with pytest.raises(ClaimsError, match="a replica is kept up by one process"):
        serve.serve(keeper.file, 0, keeper=keeper, processes=2)
