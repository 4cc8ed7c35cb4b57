"""Nodes of a Citus cluster on this machine, each in a folder and on a loopback port of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

#: A check's rows need not outlive a power cut; only what they need to outlive a node that is killed.
_SETTINGS = (
    "listen_addresses = '127.0.0.1'",
    "shared_preload_libraries = 'citus'",
    "unix_socket_directories = ''",
    "fsync = off",
    "max_connections = 200",
    "max_prepared_transactions = 400",
    "wal_level = logical",
    "timezone = 'UTC'",
    "max_wal_size = '4GB'",
    "citus.node_connection_timeout = 3000",
    "citus.recover_2pc_interval = '2s'",
)


def programs() -> Path | None:
    """Where the programs of a PostgreSQL that has Citus are; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/lib/citus.so"), reverse=True)
    return found[0].parent.parent / "bin" if found else None


@dataclass
class Node:
    """A server of the cluster; it runs, unless it was stopped."""

    folder: Path
    port: int
    _before: list[str]

    def _control(self, *words: str) -> None:
        place = programs()
        assert place is not None
        log = self.folder / "log"
        done = subprocess.run(
            [*self._before, str(place / words[0]), *words[1:]],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if words[0] == "initdb" else subprocess.DEVNULL,
            text=True,
        )
        assert done.returncode == 0, done.stderr or log.read_text()[-2000:]

    def make(self) -> None:
        data = self.folder / "data"
        self._control(
            "initdb", "-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"
        )
        with (data / "postgresql.conf").open("a") as settings:
            settings.write("\n".join((*_SETTINGS, f"port = {self.port}")) + "\n")

    def start(self) -> None:
        self._control("pg_ctl", "-w", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "start")

    def stop(self) -> None:
        """Stop at once, as if it were killed: what was begun there is cut off."""
        self._control("pg_ctl", "-w", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def worked(self) -> float:
        """Seconds of the processor that the server has used, without what is connected to it now."""
        pid = (self.folder / "data" / "postmaster.pid").read_text().split()[0]
        used = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """Run a statement that may be in no transaction, and give its rows."""
        address = f"postgresql://postgres@127.0.0.1:{self.port}/{database}"
        with psycopg.connect(address, autocommit=True) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []


@dataclass
class Cluster:
    """A coordinator and its workers."""

    coordinator: Node
    workers: list[Node] = field(default_factory=list)
    _made: int = 0

    def url(self, name: str) -> str:
        """The address of a database of the coordinator, as `--db` takes it."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.coordinator.port}/{name}"

    def new(self, *, workers: int | None = None) -> str:
        """The name of a new database without anything in it, on the coordinator and so many of its workers (None = all)."""
        self._made += 1
        name = f"claims_{self._made}"
        for node in (self.coordinator, *self.workers):
            node.run(f"create database {name}")
            node.run("create extension citus", name)
        self.coordinator.run(f"select citus_set_coordinator_host('127.0.0.1', {self.coordinator.port})", name)
        for worker in self.workers[:workers]:
            self.add(name, worker)
        return name

    def add(self, name: str, worker: Node) -> None:
        """Let the worker take part in the database."""
        self.coordinator.run(f"select citus_add_node('127.0.0.1', {worker.port})", name)

    def one(self, name: str) -> str:
        """The address of a new database of the coordinator alone, without Citus: what an answer is compared with."""
        self.coordinator.run(f"create database {name}")
        return self.url(name)


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A coordinator and workers in `folder`, until the end of the block."""
    before: list[str] = []
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:  # a server does not run as root
        before = ["runuser", "-u", "postgres", "--"]
        for part in (folder, *folder.parents):
            if part != Path("/") and part.stat().st_uid == 0 and not part.stat().st_mode & 0o001:
                part.chmod(part.stat().st_mode | 0o011)
    with ExitStack() as stack:
        nodes = []
        for number in range(workers + 1):
            place = folder / f"node{number}"
            place.mkdir()
            if before:
                shutil.chown(place, "postgres")
            node = Node(place, _free_port(), before)
            node.make()
            node.start()
            stack.callback(_stop, node)
            nodes.append(node)
        yield Cluster(nodes[0], nodes[1:])


def _stop(node: Node) -> None:
    if (node.folder / "data" / "postmaster.pid").exists():
        node.stop()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
