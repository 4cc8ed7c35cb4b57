"""Spark over the files: many machines, which all must see the folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claims.errors import ClaimsError, QueryError
from claims.scan.snapshot import Snapshot
from claims.scan.spelling import for_spark

try:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
except ModuleNotFoundError:
    raise ClaimsError("Spark is not installed", "pip install 'claims[spark]'; it needs Java, 17 or newer") from None


class Spark:
    """A session on the cluster at `master` whose views read the files of a snapshot. `memory`: of each worker's process."""

    def __init__(self, master: str, folder: Path, snapshot: Snapshot, memory: str | None = None) -> None:
        settings: dict[str, Any] = {"spark.ui.showConsoleProgress": "false"}
        if master.startswith("local"):
            settings["spark.sql.shuffle.partitions"] = "8"  # not the 200 of a cluster
        if memory:
            settings |= {"spark.executor.memory": memory, "spark.driver.memory": memory}
        try:
            building = SparkSession.builder.master(master).appName("claims")
            self._session = building.config(map=settings).getOrCreate()
        except Exception as error:  # Java's own, and what py4j makes of it
            raise ClaimsError(
                f"no Spark at {master} ({_first_line(error)})", "is it running, and Java installed?"
            ) from None
        self._session.sparkContext.setLogLevel("OFF")  # an error is raised
        self._folder, self._tables, self._known = folder, snapshot.tables, set[str]()

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        told = for_spark(sql)
        for name in set(re.findall(r"\w+", told.sql)) & self._tables.keys() - self._known:
            self._show(name)
        try:
            return [row.asDict() for row in self._session.sql(told.sql, args=told.parameters(parameters)).collect()]
        except PySparkException as error:
            raise QueryError(f"the SQL did not run: {_first_line(error)}", "see `claims dictionary`") from None

    def _show(self, name: str) -> None:
        """Make a view of a table; not before it is asked for, as each costs a job that reads what columns it has."""
        table, read = self._tables[name], self._session.read
        if table.by_year:
            read = read.option("basePath", str(self._folder / name))
        read.parquet(*(str(self._folder / file.path) for file in table.files)).createOrReplaceTempView(name)
        self._known.add(name)

    def close(self) -> None:
        self._session.stop()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
