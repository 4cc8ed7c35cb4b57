"""The databases of claims as strangers reach them: every connection that Datasette opens for reading is guarded."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette.database import Database

from claims.datasette.asking import holds_claims
from claims.datasette.editions import place
from claims.datasette.remembering import Remembering
from claims.datasette.verdicts import remember
from claims.storage import Guarded

#: Seconds until all threads stand side by side.
_PATIENCE = 2.0
#: Statements that a connection keeps at hand.
_KNOWN = 300


class GuardedDatabase(Remembering):
    """A database that remembers what every page asks, whose reading connections have the limits of `claims.storage.sqlite.guarding`.

    It is of claims for as long as it is served, whatever becomes of its file: else nothing would guard it. A file that another
    has taken the place of is read from then on.
    """

    holds_claims = True
    _thread_local_id: str  # Datasette's: under this each thread holds its connection

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._at = place(self.path)

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """As Datasette's own."""
        if write or self.is_memory or self.is_temp_disk:
            connection: sqlite3.Connection = super().connect(write)
            return connection
        way = f"mode={self.mode or 'ro'}" if self.is_mutable else "immutable=1"
        address = f"file:{quote(str(Path(self.path).absolute()))}?{way}" + ("&nolock=1" if self.ds.nolock else "")
        guarded = sqlite3.connect(address, uri=True, check_same_thread=False, factory=Guarded, cached_statements=_KNOWN)
        guarded.seconds = self.ds.sql_time_limit_ms / 1000
        self._all_connections.append(guarded)
        return guarded

    async def execute(self, sql: str, *given: Any, **more: Any) -> Any:
        """As Datasette's, but that what strangers ask wrongly is told to them alone: it would fill the server's log."""
        self._follow()
        return await super().execute(sql, *given, **{**more, "log_sql_errors": False})

    async def execute_fn(self, fn: Any) -> Any:
        """As Datasette's."""
        self._follow()
        return await super().execute_fn(fn)

    async def learn(self, statements: Sequence[str], threads: int) -> None:
        """Let each of so many threads open its connection, and read statements, which are not run: each takes a parameter.

        SQLite reads through a statement for as long as others take to be answered: the conflicts of an event for 8 ms.
        """
        together = threading.Barrier(threads)

        def read(connection: sqlite3.Connection) -> None:
            with suppress(threading.BrokenBarrierError):  # where a thread is busy: it learns as it is asked
                together.wait(_PATIENCE)
            for sql in statements:
                with suppress(sqlite3.Error):  # it is at hand now, and misses what it is to be asked of
                    connection.execute(sql, {})

        await asyncio.gather(*(self.execute_fn(read) for _ in range(threads)))

    def _follow(self) -> None:
        """Let each thread open the file anew where it is another one than before; what runs ends on the old one."""
        if self.is_mutable and (at := place(self.path)) != self._at:
            self._at = at
            self._thread_local_id = f"{self._thread_local_id}+"

    def stop(self) -> None:
        """End every statement that runs, and those that begin."""
        for connection in self._all_connections:
            if isinstance(connection, Guarded):
                connection.is_stopped = True


def guard(datasette: Any) -> None:
    """Put a guarded database in the place of each that holds claims, in the order in which they were opened; remember verdicts."""
    sqlite3.enable_callback_tracebacks(False)  # Datasette's import turns it on: what is refused would fill the log
    guarded: dict[str, Any] = {}
    for name, database in datasette.databases.items():
        if type(database) is not Database or not holds_claims(datasette, name):
            guarded[name] = database
            continue
        made = GuardedDatabase(datasette, database.path, is_mutable=database.is_mutable, mode=database.mode)
        made.name, made.route = database.name, database.route
        made.cached_hash, made._cached_table_counts = database.cached_hash, database.cached_table_counts
        guarded[name] = made
        database.close()
    datasette.databases = guarded
    remember(datasette)
    connected = datasette._connected_databases
    datasette._connected_databases = lambda: [
        one | {"path": one["path"] and Path(one["path"]).name} for one in connected()
    ]  # where on the machine a file lies is nobody's business


def stop(datasette: Any) -> None:
    """End what strangers have running, so that the server can close."""
    for database in datasette.databases.values():
        if isinstance(database, GuardedDatabase):
            database.stop()
