"""The Python face: a claims database as an object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy
from sqlalchemy import Engine

from claims.catalogue import query
from claims.errors import QueryError
from claims.load import Receipt, load
from claims.storage import check_revision, create_engine, is_new, upgrade


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

    def query(self, name: str, **parameters: object) -> list[dict[str, Any]]:
        """The answer of a query of the catalogue, one dict a row. A parameter left out does not restrict.

        Raises QueryError for an unknown query or parameter, naming the nearest one.
        """
        with self.engine.connect() as connection:
            return list(query(connection, name, **parameters))

    def sql(self, text: str, parameters: dict[str, object] | None = None) -> list[dict[str, Any]]:
        """The answer of a statement that only reads, one dict a row; `:name` in it takes parameters["name"].

        Raises QueryError where it does not run, or would write.
        """
        with self.engine.connect() as connection:
            connection.exec_driver_sql("pragma query_only = on")
            try:
                result = connection.exec_driver_sql(text, parameters or {})
                return [dict(row) for row in result.mappings()] if result.returns_rows else []
            except sqlalchemy.exc.StatementError as error:
                raise QueryError(
                    f"the SQL did not run: {error.orig}", "`claims sql` only reads; tables and views are in the README"
                ) from None
            finally:
                connection.exec_driver_sql("pragma query_only = off")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
