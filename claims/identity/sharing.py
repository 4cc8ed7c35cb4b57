"""Which occasions may be of one happening with another, told in a temporary table: those of a large database fill no memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import Connection

from claims.identity.matching import found_by, looked_for
from claims.identity.occasions import Occasion
from claims.identity.reading import Reader, sql
from claims.storage import store_of

_COLUMNS = "key bigint, number integer, is_found smallint"
_AT_ONCE = 5_000


class Sharing:
    """Takes occasions one by one, which it numbers from 1."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._store = store_of(connection)
        self._numbers = count(1)
        self._keys: list[tuple[int, int, int]] = []

    @contextmanager
    def begun(self) -> Iterator[Sharing]:
        """With its table, while `with` lasts."""
        with self._store.scratch(self._connection, "keys", f"({_COLUMNS})"):
            yield self

    def add(self, one: Occasion) -> None:
        """One more: the keys under which it is found, and under which it looks for others."""
        number = next(self._numbers)
        self._keys += [(hash(key), number, 1) for key in found_by(one)]
        self._keys += [(hash(key), number, 0) for key in looked_for(one)]
        if len(self._keys) > _AT_ONCE:
            self._write()

    def shared(self, reader: Reader) -> set[int]:
        """The numbers of those that have a key in common with another; two keys may be taken for one, which finds too many."""
        self._write()
        self._store.settled(self._connection, ("keys",), always=True)
        return {row[0] for row in reader.ask(sql("shared"))}

    def _write(self) -> None:
        if self._keys:
            self._store.insert(self._connection, "keys", ("key", "number", "is_found"), self._keys)
            self._keys.clear()
