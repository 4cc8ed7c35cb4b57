"""Which edition of the served databases is being read: it changes whenever somebody writes, in this process or another."""

from __future__ import annotations

import os
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any
from urllib.parse import quote
from weakref import WeakKeyDictionary

#: The file that lies at a path, and its data version; what cannot change counts as (0, 0).
Version = tuple[int, int]
#: Version by name and path of each database.
Edition = tuple[tuple[str, str, Version], ...]
_seen: ContextVar[dict[str, Version | None] | None] = ContextVar("claims_editions", default=None)


def place(path: Any) -> int | None:
    """The number of the file that lies there now, None where there is none."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return None


@contextmanager
def steady() -> Iterator[None]:
    """Let one request see each database at the edition at which it saw it first: a table's page asks a hundred times."""
    before = _seen.set({})
    try:
        yield
    finally:
        _seen.reset(before)


class Editions:
    """Asks every served database for its data version, each on a connection of its own that does nothing else.

    SQLite tells such a connection that others have written by another `pragma data_version`: a few microseconds, whatever
    the size of the database, and whatever the way in which it was written.
    """

    def __init__(self, datasette: Any) -> None:
        self._datasette = datasette
        self._connections: dict[str, tuple[int, sqlite3.Connection]] = {}

    def now(self) -> Edition | None:
        """The edition of all databases together, Datasette's own included; None where it cannot be known."""
        held = [*self._datasette.databases.items(), ("", self._datasette.get_internal_database())]
        told: list[tuple[str, str, Version]] = []
        for name, database in held:
            if database.path is None:
                if name != "_memory":
                    return None
                continue  # Datasette's own, which holds nothing
            version = self._version(str(database.path), is_mutable=database.is_mutable)
            if version is None:
                return None
            told.append((name, str(database.path), version))
        return tuple(told)

    def of(self, database: Any) -> Version | None:
        """The data version of one database, None where it cannot be known."""
        return self._version(str(database.path), is_mutable=database.is_mutable)

    def close(self) -> None:
        """Close the connections; asked again, they are opened again."""
        for _, connection in self._connections.values():
            connection.close()
        self._connections.clear()

    def _version(self, path: str, *, is_mutable: bool) -> Version | None:
        if not is_mutable:
            return 0, 0
        seen = _seen.get()
        if seen is None:
            return self._asked(path)
        if path not in seen:
            seen[path] = self._asked(path)
        return seen[path]

    def _asked(self, path: str) -> Version | None:
        at = place(path)
        if at is None:
            return None
        try:
            held = self._connections.get(path)
            if held is None or held[0] != at:
                address = f"file:{quote(str(Path(path).absolute()))}?mode=ro"
                opened = sqlite3.connect(address, uri=True, timeout=0, check_same_thread=False)
                if held is not None:
                    held[1].close()
                held = self._connections[path] = (at, opened)
            return at, int(held[1].execute("pragma data_version").fetchone()[0])
        except sqlite3.Error:  # being written without a log beside it, or not there any more
            return None


_OF: WeakKeyDictionary[Any, Editions] = WeakKeyDictionary()


def editions_of(datasette: Any) -> Editions:
    """The one Editions of a Datasette."""
    if datasette not in _OF:
        _OF[datasette] = Editions(weakref.proxy(datasette))
    return _OF[datasette]
