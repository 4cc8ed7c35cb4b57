"""The Python face: a claims database as an object."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from claims.catalogue import Answer, answer, answer_sql, sql_hint
from claims.errors import QueryError
from claims.load import Receipt, load
from claims.storage import check_revision, create_engine, is_new, reading_session, store_of, upgrade
from claims.stream.mapping import Given


class Database:
    """A claims database at `url`: a path, ":memory:", or an SQLAlchemy URL of SQLite or PostgreSQL.

    >>> db = Database(":memory:")
    >>> db.load([{"record": "source", "name": "METI", "kind": "ministry", "country": "JP"}]).inserted
    1
    >>> db.sql("select name, country from sources")
    [{'name': 'METI', 'country': 'JP'}]

    A file that is not there is made by the first load, or at once with `create`; asking makes none. What may not be written
    (a file or a folder for reading only) is read. Raises DatabaseError where the file is no claims database of this version,
    and when asked where there is none; the error says what to run.
    """

    def __init__(self, url: str | Path, *, create: bool = False) -> None:
        self.engine: Engine = create_engine(url)
        self._store = store_of(self.engine)
        try:
            if create or self._store.is_fleeting(self.engine):
                self._make()
            elif not is_new(self.engine):
                check_revision(self.engine)
        except BaseException:
            self.engine.dispose()
            raise

    def _make(self) -> None:
        if is_new(self.engine):
            upgrade(self.engine)
        check_revision(self.engine)

    def load(
        self,
        given: Any,
        *,
        mapping: Given = None,
        dry_run: bool = False,
        rows: bool = False,
        strict: bool = False,
        run: dict[str, Any] | None = None,
        on_line: Callable[[int], None] | None = None,
    ) -> Receipt:
        """Load what `given` holds in one transaction, and return the receipt: counts, and each line that was not taken.

        It may be a path, text, bytes, a file open for either, one record, an iterable of mappings, of
        `claims.records` types or of lines of JSON, or a DataFrame of pandas or polars. Dates and datetimes are dates, NaN
        and NaT are nothing. Rows of a table (CSV, a workbook, a DataFrame, mappings without "record") become records by
        the names of their columns or by `mapping`: a TOML file or a dict, see `claims.stream.Columns`.

        `dry_run` writes nothing and gives the same receipt; `rows` makes it tell what became of each record. The rest is
        told by `claims.load.load`. Raises ClaimsError where nothing can be read from it, naming what it looks like.
        """
        if dry_run and is_new(self.engine):
            with Database(":memory:") as empty:  # a trial does not make the file
                return load(
                    empty.engine,
                    given,
                    mapping=mapping,
                    dry_run=True,
                    rows=rows,
                    strict=strict,
                    run=run,
                    on_line=on_line,
                )
        self._make()
        return load(
            self.engine, given, mapping=mapping, dry_run=dry_run, rows=rows, strict=strict, run=run, on_line=on_line
        )

    def query(self, name: str, **parameters: object) -> Answer:
        """The answer of a query of the catalogue: a list, one dict a row. A parameter left out does not restrict.

        Where several carry a name that is asked by, there is an answer of each, told apart by a column asked_PARAMETER;
        the answer's `notes` say so, and where nobody is known by it; where it is empty they tell what is nearest. Raises
        QueryError for an unknown query or parameter, naming the nearest one.
        """
        with self.engine.connect() as connection, self._store.only_reading(connection):
            try:
                return answer(connection, name, **parameters)
            except sqlalchemy.exc.StatementError as error:
                raise self._store.trouble(self.engine, error) or error from error

    def query_sql(self, name: str, **parameters: object) -> str:
        """The SQL of a query of the catalogue with its values bound and names folded: it runs in any client on the file.

        Raises QueryError as `query` does, and for a name that several carry, naming their keys.
        """
        with self.engine.connect() as connection:
            return answer_sql(connection, self._store.plain, name, **parameters)

    def sql(self, text: str, parameters: dict[str, object] | None = None) -> list[dict[str, Any]]:
        """The answer of a statement that only reads, one dict a row; `:name` in it takes parameters["name"].

        Raises QueryError where it does not run, or would write; it names the nearest table or column where one is misspelt.
        """
        with self.engine.connect() as connection, self._store.only_reading(connection):
            try:
                result = connection.exec_driver_sql(text, parameters or {}, execution_options={"ours": False})
                return [dict(row) for row in result.mappings()] if result.returns_rows else []
            except sqlalchemy.exc.StatementError as error:
                if (beneath := self._store.trouble(self.engine, error)) is not None:
                    raise beneath from error
                connection.rollback()
                told = self._store.told(error)
                hint = sql_hint(text, self._store.missing(told), self._store.columns(connection))
                raise QueryError(
                    f"the SQL did not run: {told}",
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
