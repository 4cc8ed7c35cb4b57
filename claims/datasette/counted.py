"""A database of ours as Datasette serves it, which counts rows without reading what is in them."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

from datasette.database import Database

from claims.datasette.metadata import SEARCHED

#: Datasette counts `select *`, for which a view works out every column of every row, and full-text search every text.
_COUNT = re.compile(r"\Aselect count\(\*\) from \(select \* (from .* limit \d+\))\s*\Z", re.DOTALL)
#: Datasette gathers every hit of a search before it shows a page of them; the index gives as many in order. It looks up the
#: row of each before it counts some; the index knows how many there are.
_HITS = r"select rowid (from \w+_search where \w+_search match \w+_search_words\(:search\))"
_COUNT_HITS = re.compile(rf"\Aselect count\(\*\) from \(select 1 from \w+ where id in \({_HITS}\)\s+(limit \d+)\)\s*\Z")
_PAGE_OF_HITS = re.compile(rf"\A(select [^()]* from \w+ where id in \({_HITS})\)\s+(order by id limit \d+)\s*\Z")
#: A word that is searched for is the beginning of others, which are written out (see `claims.storage.sqlite.terms`).
_WORDS = re.compile(rf"\b({'|'.join(fts_table for fts_table, _ in SEARCHED.values())}) match escape_fts\(:search\)")
#: No index begins with the phase of a claim, but one has it by kind: of a dozen sums of each there is a sum soon.
_PHASES = re.compile(
    r"\A(\s*)select phase as value, count\(\*\) as count from \(\s*select [\w\", ]+ from claims\s*\)"
    r"\s*where phase is not null\s*group by phase (order by count desc, value limit \d+)\s*\Z"
)
#: The index of kinds has documents too; with statistics SQLite goes by that of documents, in their order, and looks each claim up.
_OF_A_KIND = re.compile(
    r"\A(\s*select (?P<column>\w+) as value, count\(\*\) as count from \(\s*"
    r"select [\w\", ]+ from claims where [^()]*\"kind\" = :p\d+[^()]*\)\s*where (?P=column) is not null\s*group by )(?=\w)"
)
#: A full-text table keeps the length of each row in a table of its own.
_LENGTHS = {fts_table: f"{fts_table}_docsize" for fts_table, _ in SEARCHED.values()}


class Counted(Database):  # type: ignore[misc]  # Datasette has no types
    """Datasette's database, but for how it counts: the same numbers, all tables in one go."""

    async def execute(self, sql: str, *given: Any, **more: Any) -> Any:
        """As Datasette's; what only counts rows works out no column of them, and of a search only as many are read as are told."""
        return await super().execute(sparing(sql), *given, **more)

    async def table_counts(self, limit: int = 10) -> dict[str, int | None]:
        """Rows by table, counted up to one more than `count_limit`. `limit` (milliseconds) is Datasette's and is not needed."""
        if not self.is_mutable and self.cached_table_counts is not None:
            return dict(self.cached_table_counts)
        counts: dict[str, int | None] = await self.execute_fn(self._count)
        if not self.is_mutable:
            self._cached_table_counts = counts
        return counts

    def _count(self, connection: sqlite3.Connection) -> dict[str, int | None]:
        names = [
            name for (name,) in connection.execute("select name from sqlite_master where type = 'table' order by name")
        ]
        return {name: self._count_of(connection, _LENGTHS.get(name, name)) for name in names}

    def _count_of(self, connection: sqlite3.Connection, table: str) -> int | None:
        quoted = table.replace('"', '""')
        try:
            sql = f'select count(*) from (select 1 from "{quoted}" limit {self.count_limit + 1})'
            return int(connection.execute(sql).fetchone()[0])
        except sqlite3.Error:  # a virtual table whose module is not here
            return None


def sparing(sql: str) -> str:
    """The statement, with the same answer for less: every hit of our indexes is a row of its table."""
    sql = _WORDS.sub(r"\1 match \1_words(:search)", sql)
    sql = _COUNT.sub(r"select count(*) from (select 1 \1", sql)
    sql = _PHASES.sub(
        r"select value, sum(counted) as count from"
        r" (select phase as value, count(*) as counted from claims group by kind, phase) group by value \2",
        sql,
    )
    sql = _OF_A_KIND.sub(r"\1+", sql)
    sql = _COUNT_HITS.sub(r"select count(*) from (select 1 \1 \2)", sql)
    return _PAGE_OF_HITS.sub(
        lambda found: f"{found[1]} {found[3].replace('order by id', 'order by rowid')}) {found[3]}", sql
    )
