"""A Spark cluster of two workers on this machine, one of which dies while it is asked: `python -m tests.scan.cluster FOLDER`.

Each question of the catalogue is asked of everything, on DuckDB and on the cluster, and the rows are compared in their order. A worker
is killed, with the process that computes for it, while the third is under way; a new one comes before the last third.
"""

from __future__ import annotations

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyspark

from claims.catalogue import catalogue
from claims.scan import Scan

_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"
_HOST = "127.0.0.1"
_MOST_ROWS = 10_000
#: Seconds from a question's start to the death of a worker: within its first jobs.
_DEATH_AFTER = 1.0


class Cluster:
    """A master and its workers, each with one core and `memory`; all end with `with`."""

    def __init__(self, memory: str = "2g") -> None:
        self._memory = memory
        self._logs = Path(tempfile.mkdtemp(prefix="spark-"))
        self._port, self._page = _free_port(), _free_port()
        self.address = f"spark://{_HOST}:{self._port}"
        self.workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Cluster:
        self._master = self._start("master.Master", f"--port {self._port} --webui-port {self._page}")
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self._master):
            _kill(process)
        shutil.rmtree(self._logs)

    def add_worker(self) -> None:
        """Start a worker and wait until the master knows it."""
        before = self._alive()
        self.workers.append(
            self._start("worker.Worker", f"--cores 1 --memory {self._memory} --webui-port 0 {self.address}")
        )
        for _ in range(300):
            if self._alive() > before:
                return
            time.sleep(0.2)
        raise RuntimeError("the worker did not reach the master in a minute")

    def kill_worker(self) -> None:
        """SIGKILL to the oldest worker and to what computes for it, as when a machine loses its power."""
        _kill(self.workers.pop(0))

    def _alive(self) -> int:
        connection = http.client.HTTPConnection(_HOST, self._page, timeout=5)
        try:
            connection.request("GET", "/json/")
            alive: int = json.load(connection.getresponse())["aliveworkers"]
        except OSError:  # not up yet
            return 0
        finally:
            connection.close()
        return alive

    def _start(self, name: str, options: str) -> subprocess.Popen[bytes]:
        scratch = self._logs / f"{name}-{time.monotonic_ns()}"
        scratch.mkdir()
        return subprocess.Popen(
            [str(_CLASS), f"org.apache.spark.deploy.{name}", "--host", _HOST, *options.split()],
            cwd=scratch, start_new_session=True, stdout=subprocess.DEVNULL, stderr=(scratch / "log").open("wb"),
            env=os.environ | {"SPARK_LOCAL_IP": _HOST, "SPARK_WORKER_DIR": str(scratch), "SPARK_LOCAL_DIRS": str(scratch)},
        )  # fmt: skip


def _kill(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((_HOST, 0))
        port: int = one.getsockname()[1]
        return port


def _asked(scan: Scan, name: str) -> tuple[float, Any]:
    began = time.perf_counter()
    found = scan.query(name, limit=_MOST_ROWS)
    return time.perf_counter() - began, found


def main() -> int:
    """Print a line for each question; 1 where an answer differs."""
    folder = Path(sys.argv[1])
    names = sorted(catalogue())
    with Scan(folder, memory="4GB") as scan:
        expected = {name: _asked(scan, name) for name in names}
    wrong = 0
    with Cluster() as cluster:
        cluster.add_worker()
        cluster.add_worker()
        with Scan(folder, on=cluster.address, memory="1g") as scan:
            for number, name in enumerate(names):
                told = ""
                if number == 2:
                    threading.Timer(_DEATH_AFTER, cluster.kill_worker).start()
                    told = f"a worker dies after {_DEATH_AFTER:g} s"
                if number == 2 * len(names) // 3:
                    cluster.add_worker()
                    told = "a new worker has come"
                taken, found = _asked(scan, name)
                is_equal = found == expected[name][1]
                wrong += not is_equal
                print(
                    f"{name:15} {len(found):6} rows  DuckDB {expected[name][0]:6.1f} s  Spark {taken:6.1f} s  "
                    f"{'equal' if is_equal else 'DIFFERS'}  {told}",
                    flush=True,
                )
    print(f"{len(names) - wrong} of {len(names)} equal")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
