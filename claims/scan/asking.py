"""The catalogue over a folder of Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from claims.catalogue import Answer, answer_by
from claims.errors import DatabaseError, QueryError
from claims.scan import snapshot as snapshots
from claims.scan.engine import Engine


class Scan:
    """A folder that `claims export --parquet` wrote, to be asked as a database is.

    `on` is "duckdb", or the address of a Spark master ("spark://host:7077", "local[2]"); `memory` bounds what it takes
    ("4GB"), None leaves it to the engine. It answers as the database did at the export: `snapshot` tells when that was.
    Raises DatabaseError where there is no such folder, ClaimsError where the engine is not installed or not there.
    """

    def __init__(self, folder: str | Path, *, on: str = "duckdb", memory: str | None = None) -> None:
        self.folder = Path(folder).absolute()
        found = snapshots.read(self.folder)
        if found is None:
            raise DatabaseError(
                f"{folder} holds no claims", f"write them there with `claims export --parquet {folder}`"
            )
        self.snapshot = found
        self._engine = _engine(on, self.folder, found, memory)

    def query(self, name: str, *, limit: int | None = None, **parameters: object) -> Answer:
        """The answer of a query of the catalogue, as `Database.query` gives it: the same rows in the same order.

        At most `limit` rows; None is all. Raises QueryError as `Database.query` does.
        """
        return answer_by(self._run, self._engine.rows, name, parameters, limit)

    def sql(self, text: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, Any]]:
        """The answer of a statement in the engine's SQL; `:name` in it takes parameters["name"]. Raises QueryError."""
        try:
            return self._engine.rows(text, parameters or {})
        except KeyError as error:
            raise QueryError(f"the SQL names {error}, which has no value", "give one") from None

    def _run(self, sql: str, parameters: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return [tuple(row.values()) for row in self._engine.rows(sql, parameters)]

    def close(self) -> None:
        """Let go of the engine; a session of Spark ends."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _engine(on: str, folder: Path, found: snapshots.Snapshot, memory: str | None) -> Engine:
    if on == "duckdb":
        from claims.scan.with_duckdb import DuckDB

        return DuckDB(folder, found, memory)
    if on.startswith(("spark://", "local", "yarn", "k8s://")):
        from claims.scan.with_spark import Spark

        return Spark(on, folder, found, memory)
    raise DatabaseError(
        f"{on} is no engine that scans", "give duckdb, or a Spark master as spark://host:7077 or local[2]"
    )
