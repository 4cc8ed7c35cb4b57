"""Connections that strangers may ask: no statement takes more memory than some megabytes, or goes on when its time is up.

SQLite stops a statement between two of its steps. What could take long or much within one step is taken away: values
of more than `LONGEST` bytes, functions that compare all with all (claims.storage.sqlite.taming), statements that double as they
are prepared and searches of thousands of words (claims.storage.sqlite.weighing).
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Self

from claims.storage.sqlite import taming, weighing

#: Bytes of one value, and of one row. The longest text of a document that is taken, and a row around it.
LONGEST = 2_200_000
#: Bytes of one answer, all its rows together.
LARGEST = 20_000_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: LONGEST,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 500,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 200,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 100,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 200_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 50,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 2_000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_USING_FTS = re.compile(r"\busing\s+fts\d", re.IGNORECASE)
#: Of SQLite's machine between two looks at the clock: a millisecond. A look waits for its turn among Python's threads, which took
#: a tenth of what a page of a search costs where it looked ten times as often.
_STEPS = 10_000
_HASTE = 1000  # fewer steps than Datasette asks for, but for times that are up at once
_AT_ONCE = 8  # rows taken before their size is looked at: eight of the longest are within what an answer may be


class Budget:
    """Seconds that the statements of one request may take together, on guarded connections, while `with` lasts."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.spent = 0.0

    def __enter__(self) -> Budget:
        self._before = _budget.set(self)
        return self

    def __exit__(self, *_: object) -> None:
        _budget.reset(self._before)


_budget: ContextVar[Budget | None] = ContextVar("claims_budget", default=None)


class Guarded(taming.Refusing):
    """A connection with all limits; for reading, by `sqlite3.connect(..., factory=Guarded)`."""

    #: Seconds for a statement to which nobody else sets a limit.
    seconds = 1.5
    #: Set from another thread, it ends every statement.
    is_stopped = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.started: float | None = None
        self.since: float | None = None
        self.budget: Budget | None = None
        self._named: tuple[int, weighing.Named] | None = None
        for limit, most in _LIMITS.items():
            self.setlimit(limit, most)
        taming.tame(self)
        self.set_progress_handler(None, _STEPS)

    def rest(self) -> None:
        """Nothing is under way: whatever runs next has time of its own, and is no request's until it says so."""
        self.started = self.since = None
        self.budget = None

    def cursor(self, factory: Any = None) -> Any:
        """A cursor that weighs each statement before it runs, and counts the bytes of its rows."""
        return super().cursor(GuardedCursor)

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """By a guarded cursor: sqlite3's own would make another."""
        return self.cursor().execute(sql, parameters)

    def set_progress_handler(self, progress_handler: Callable[[], Any] | None, n: int) -> None:
        """A handler of the caller's own comes beside ours, and never in its place; after `n` steps, or more."""

        def is_over() -> bool:
            now = time.monotonic()
            if self.started is None or self.since is None:  # by no cursor of ours: its time begins here
                self.started = self.since = now
            if self.is_stopped or (self.budget and self.budget.spent + now - self.since > self.budget.seconds):
                return True
            return bool(progress_handler()) if progress_handler is not None else now - self.started > self.seconds

        super().set_progress_handler(is_over, n if n < _HASTE else max(n, _STEPS))

    def named(self) -> weighing.Named:
        """The views and the full-text tables of this database."""
        run = sqlite3.Connection.cursor(self).execute
        (version,) = run("pragma schema_version").fetchone()
        if self._named is None or self._named[0] != version:
            found = run("select type, name, coalesce(sql, '') from sqlite_master").fetchall()
            self._named = version, _named(frozenset(tuple(row) for row in found))
        return self._named[1]


class GuardedCursor(sqlite3.Cursor):
    """Raises sqlite3.OperationalError, as SQLite does, for a statement that is too much and an answer that is too large."""

    connection: Guarded
    read = 0  # bytes
    spent = 0.0  # seconds

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        self.read, self.spent = 0, 0.0
        connection = self._begin()  # before all else: to weigh a statement asks the database
        try:
            if len(sql) <= _LIMITS[sqlite3.SQLITE_LIMIT_SQL_LENGTH]:
                weighing.check(sql, connection.named(), weighing.iterated(parameters))
            return super().execute(sql, parameters)
        except weighing.TooMuchError as error:
            raise sqlite3.OperationalError(str(error)) from None
        except sqlite3.OperationalError as error:
            raise self._told(error) from None
        finally:
            self._spend()

    def fetchmany(self, size: int | None = None) -> list[Any]:
        left = self.arraysize if size is None else size
        rows: list[Any] = []
        while left > 0 and (some := self._next(min(left, _AT_ONCE))):
            rows += some
            left -= len(some)
        return rows

    def fetchall(self) -> list[Any]:
        rows: list[Any] = []
        while some := self._next(_AT_ONCE):
            rows += some
        return rows

    def fetchone(self) -> Any:
        return next(iter(self._next(1)), None)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        for row in self._next(1):
            return row
        raise StopIteration

    def _next(self, count: int) -> list[Any]:
        self._begin()
        try:
            return self._counted(super().fetchmany(count))
        except sqlite3.OperationalError as error:
            raise self._told(error) from None
        finally:
            self._spend()

    def _begin(self) -> Guarded:
        """From here on the time is this statement's, and its request's: what another left behind is not."""
        connection = self.connection
        connection.budget, connection.refusal = _budget.get(), ""
        connection.since = time.monotonic()
        connection.started = connection.since - self.spent
        return connection

    def _spend(self) -> None:
        """Until here: what the caller does before it takes the next rows costs nothing."""
        connection = self.connection
        took = time.monotonic() - (connection.since or time.monotonic())
        self.spent += took
        if connection.budget is not None:
            connection.budget.spent += took
        connection.rest()

    def _told(self, error: sqlite3.OperationalError) -> sqlite3.OperationalError:
        """What a function refused, in the place of an error that does not say it."""
        refusal, self.connection.refusal = self.connection.refusal, ""
        return sqlite3.OperationalError(refusal) if refusal else error

    def _counted(self, rows: list[Any]) -> list[Any]:
        self.read += sum(_size(row) for row in rows)
        if self.read > LARGEST:
            self.close()
            raise sqlite3.OperationalError(
                f"the answer is larger than {LARGEST // 1_000_000} MB; ask for fewer rows, or for no long columns"
            )
        return rows


@lru_cache(maxsize=16)
def _named(schema: frozenset[tuple[str, str, str]]) -> weighing.Named:
    """Weighed once for all connections: it takes longer than all else that opens one."""
    views = {name: sql for kind, name, sql in schema if kind == "view"}
    searched = frozenset(name.lower() for _, name, sql in schema if _USING_FTS.search(sql))
    return weighing.Named(weighing.selects_of_views(views), searched)


def _size(row: Iterable[Any]) -> int:
    return sum(len(value) if isinstance(value, (str, bytes)) else 8 for value in row)
