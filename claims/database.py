"""The Python face: a claims database as an object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from claims.catalogue import Answer, answer, bound_sql, given, sql_hint
from claims.errors import QueryError
from claims.load import Receipt, load
from claims.storage import check_revision, create_engine, is_new, only_reading, reading_session, upgrade


class Database:
    """A claims database at `url`: a path, ":memory:", or an SQLAlchemy URL of SQLite. A new file is made ready at once.

    >>> db = Database(":memory:")
    >>> db.load([{"record": "source", "name": "METI", "kind": "ministry", "country": "JP"}]).inserted
    1
    >>> db.sql("select name, country from sources")
    [{'name': 'METI', 'country': 'JP'}]

    Raises DatabaseError where the file is no claims database of this version; the error says what to run.
    """

    def __init__(self, url: str | Path) -> None:
        self.engine: Engine = create_engine(url)
        try:
            if is_new(self.engine):
                upgrade(self.engine)
            check_revision(self.engine)
        except BaseException:
            self.engine.dispose()
            raise

    def load(
        self,
        records: Iterable[Any],
        *,
        strict: bool = False,
        run: dict[str, Any] | None = None,
        on_line: Callable[[int], None] | None = None,
    ) -> Receipt:
        """Load records (lines of JSON as bytes, mappings, or records) in one transaction; see `claims.load.load`."""
        return load(self.engine, records, strict=strict, run=run, on_line=on_line)

    def query(self, name: str, **parameters: object) -> Answer:
        """The answer of a query of the catalogue, one dict a row. A parameter left out does not restrict.

        `notes` of the answer tells of names that nobody or more than one is known by, and where it is empty, what is nearest.
        Raises QueryError for an unknown query or parameter, naming the nearest one.
        """
        with self.engine.connect() as connection:
            return answer(connection, name, **parameters)

    def query_sql(self, name: str, **parameters: object) -> str:
        """The SQL of a query of the catalogue with its values bound and names folded: it runs in any client on the file.

        Raises QueryError as `query` does.
        """
        return bound_sql(*given(name, parameters))

    def sql(self, text: str, parameters: dict[str, object] | None = None) -> list[dict[str, Any]]:
        """The answer of a statement that only reads, one dict a row; `:name` in it takes parameters["name"].

        Raises QueryError where it does not run, or would write; it names the nearest table or column where one is misspelt.
        """
        with self.engine.connect() as connection, only_reading(connection):
            try:
                result = connection.exec_driver_sql(text, parameters or {})
                return [dict(row) for row in result.mappings()] if result.returns_rows else []
            except sqlalchemy.exc.StatementError as error:
                hint = sql_hint(
                    lambda sql, bound: connection.exec_driver_sql(sql, dict(bound)).fetchall(), text, str(error.orig)
                )
                raise QueryError(
                    f"the SQL did not run: {error.orig}",
                    hint or "`claims sql` only reads; `claims dictionary` tells the tables",
                ) from None

    def session(self) -> AbstractContextManager[Session]:
        """A session of SQLAlchemy's ORM that only reads, on the models that `claims` hands out.

        >>> from sqlalchemy import select
        >>> from sqlalchemy.orm import selectinload
        >>> from claims import Claim, Database
        >>> with Database(":memory:") as db, db.session() as session:
        ...     meetings = select(Claim).where(Claim.kind == "meet").options(selectinload(Claim.arguments))
        ...     [(claim.summary, claim.document.title) for claim in session.scalars(meetings)]
        []

        Within the block every attribute answers: a relationship that is not loaded is fetched when it is first looked
        at, one statement each (SQLAlchemy's own default, `lazy="select"`), all from the database as it was at the first
        question. Nothing is loaded that was not asked for, so that a claim does not bring the whole text of its document
        along; `selectinload` fetches a relationship of many rows in one statement. After the block rows keep what they
        have, for nothing expires; a relationship that was not looked at then raises DetachedInstanceError.

        Writing stays with `load`: only there a record gets its key, supersedes what it corrects, and what questions
        read is derived, in one transaction. Rows that are added, changed or deleted here, and statements that write,
        raise ReadOnlyError, at the end of the block at the latest.

        A database in memory has one connection, so that nothing else can be asked of it meanwhile.
        """
        return reading_session(self.engine)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
