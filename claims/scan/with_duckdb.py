"""DuckDB over the files: one machine, all its cores, and no more memory than it is given."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claims.errors import ClaimsError, QueryError
from claims.scan.snapshot import Snapshot
from claims.scan.spelling import for_duckdb

try:
    import duckdb
except ModuleNotFoundError:
    raise ClaimsError("DuckDB is not installed", "pip install 'claims[duckdb]'") from None


class DuckDB:
    """A database in memory whose views read the files of a snapshot. `memory`: '4GB'; None leaves it to DuckDB.

    What does not fit goes to the system's folder for such things meanwhile (TMPDIR), not to where one happens to be.
    """

    def __init__(self, folder: Path, snapshot: Snapshot, memory: str | None = None) -> None:
        beside = f"{tempfile.gettempdir()}/claims-scan-{os.getpid()}"
        settings: dict[str, Any] = {"default_null_order": "sqlite", "temp_directory": beside}
        if memory:
            settings["memory_limit"] = memory
        self._connection = duckdb.connect(config=settings)
        for name, table in snapshot.tables.items():
            files = ", ".join(_literal(str(folder / file.path)) for file in table.files)
            hive = ", hive_partitioning = true, hive_types = {'year': integer}" if table.by_year else ""
            self._connection.execute(f"create view {name} as select * from read_parquet([{files}]{hive})")
            self._connection.execute(f"comment on view {name} is {_literal(table.comment)}")
            for column, told in table.columns.items():
                self._connection.execute(f"comment on column {name}.{column} is {_literal(told)}")

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        told = for_duckdb(sql)
        try:
            cursor = self._connection.execute(told.sql, told.parameters(parameters))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        except duckdb.Error as error:
            raise QueryError(f"the SQL did not run: {str(error).splitlines()[0]}", "see `claims dictionary`") from None

    def close(self) -> None:
        self._connection.close()


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
