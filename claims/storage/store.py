"""What a store of claims must be able to do, whatever engine it is: all else of this package is one text for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Protocol

import sqlalchemy
from sqlalchemy import URL, Connection, Engine

from claims.errors import DatabaseError

#: Runs one statement, spelled as all SQL of this package, and gives a cursor of the driver's: `fetchone`, `fetchall`.
Run = Callable[..., Any]


@dataclass(frozen=True)
class Examined:
    """What an engine found of its own: a name, how many things it looked at, and a line for each that is wrong."""

    name: str
    looked_at: int
    problems: list[str]


class Store(Protocol):
    """One engine. Where a connection must be in no transaction, its method says so."""

    #: Code of this engine's own whose results are kept: where it changes, they are made anew.
    made_by: tuple[ModuleType, ...]

    def __hash__(self) -> int:
        """There is one store of each engine."""

    def create_engine(self, address: URL) -> Engine:
        """An engine whose connections take the SQL of this package and compare text code point by code point."""

    def shown(self, engine: Engine) -> str:
        """How messages call the database; never with a password."""

    def make(self, engine: Engine) -> None:
        """Make the database ready to be filled, as far as the engine lets us. Raises DatabaseError where it cannot be."""

    def is_missing(self, engine: Engine) -> bool:
        """Whether there is nothing to connect to yet, and `make` would make it."""

    def is_fleeting(self, engine: Engine) -> bool:
        """Whether the database is gone once it is closed, so that it is made as it is opened."""

    def check(self, connection: Connection) -> None:
        """Raise DatabaseError where this server or database would answer otherwise than the others."""

    def check_writable(self, engine: Engine) -> None:
        """Raise DatabaseError where the database is known to be for reading only."""

    def schema(self, connection: Connection) -> str:
        """What leads the name of a table where a temporary one of that name stands before it."""

    def objects(self, connection: Connection) -> dict[tuple[str, str], str | None]:
        """Statement by kind and name of each view and trigger, and whatever else must be as this version makes it.

        None = it is there, and this engine does not keep the statement. A kind that this engine tells nothing of is left out.
        """

    def tables(self, connection: Connection) -> list[str]:
        """Every table that is not the engine's own, in order of name."""

    def columns(self, connection: Connection) -> dict[str, list[str]]:
        """Every table and view with its columns."""

    def only_reading(self, connection: Connection) -> AbstractContextManager[None]:
        """The database itself refuses every write on this connection, which is in no transaction, for a while."""

    def told(self, error: sqlalchemy.exc.StatementError) -> str:
        """What was wrong, in one line."""

    def trouble(self, engine: Engine, error: sqlalchemy.exc.StatementError) -> DatabaseError | None:
        """What to tell where the disk, the file or a lock failed, and not the statement; None where it did not."""

    def is_refused_write(self, error: sqlalchemy.exc.DBAPIError) -> bool:
        """Whether this was a write on a connection that only reads."""

    def missing(self, message: str) -> tuple[str, str] | None:
        """("table" or "column", its name) where a statement failed with this message as it names one that is not there."""

    def migrating(self, connection: Connection) -> AbstractContextManager[None]:
        """A transaction in which tables may be changed and rebuilt, alone. References are checked at its end."""

    def writing(self, engine: Engine) -> AbstractContextManager[Connection]:
        """A connection in a transaction of its own, alone among writers, that is kept at the end unless it was rolled back.

        Raises DatabaseError, in one line, where another writes for too long, or where the server went away; it then
        tells whether what was written is there.
        """

    def runner(self, connection: Connection) -> Run:
        """What runs many small statements at the least cost, in the transaction that is open."""

    def insert(
        self, connection: Connection, table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Insert many rows whose values were all checked before."""

    def put_off(self, connection: Connection, table: str) -> list[str]:
        """Stop checking each row of a table of which most rows are to be new: the statements that check all, and go on with it.

        That is its references, or the key of one that is derived. An engine that checks neither gives none.
        """

    def scratch(self, connection: Connection, table: str, columns: str) -> AbstractContextManager[None]:
        """A temporary table of these `columns`, as SQL writes them in their brackets, empty at first.

        It may be made as often as one likes: a transaction holds no more of the server's locks for it.
        """

    def starting_from(self, connection: Connection, rows: int) -> AbstractContextManager[None]:
        """What is asked meanwhile starts from so many rows of a temporary table: where they are few, it reads no other table whole."""

    def settled(self, connection: Connection, tables: Iterable[str], *, always: bool = False) -> None:
        """These tables were written to: let the planner know, of those that are much larger than it knew, or of all."""

    def plain(self, statement: str) -> str:
        """The statement as any client of this engine takes it; its parameters stay as they are."""

    def spelled(self, script: str) -> list[str]:
        """The statements of a script of db/, in each way that this engine has for them: what `run` makes is one of these."""

    def run(self, connection: Connection, script: str) -> None:
        """Run the statements of a script of db/, one by one, in the transaction that is open."""

    def search(self, connection: Connection, part: str, script: str, name: str, *, indexed_after: bool = False) -> None:
        """Do `part` (create, fill or clear) of the search index of claims, documents or entities (`name`).

        `indexed_after`: most of what it will hold is new.
        """

    def drop(self, connection: Connection, tables: Sequence[str], ours: Iterable[str]) -> list[str]:
        """Drop these derived tables, and every view and trigger; give the statements that make those not in `ours` again."""

    def edition(self, connection: Connection) -> int | None:
        """The edition that `mark` left; None where it left none."""

    def mark(self, connection: Connection, edition: int) -> None:
        """Leave the edition of what is derived in the database."""

    def examine(self, connection: Connection) -> Iterator[Examined]:
        """References, constraints and the search index, as the engine itself can tell."""
