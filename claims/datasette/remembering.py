"""What Datasette asks of a database anew for every page, asked once until somebody writes.

A table's page asks forty times what the tables, columns, keys and views are, each time through a thread of its own.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from copy import copy
from typing import Any

from datasette.database import Database

from claims.datasette.counted import Counted
from claims.datasette.editions import editions_of
from claims.datasette.once import Lasting

#: Asked by a statement: what is in the schema, its version, how many rows a whole table has, and how many of each value.
_WHOLE = r'select [\w", *]+ from [\w"]+'
_STATEMENT = re.compile(
    r"\s*(?:PRAGMA schema_version|select name from sqlite_master where type='table' and name=\? collate nocase"
    rf"|select count\(\*\) from \({_WHOLE} +limit \d+\)"
    rf'|select [\w"]+ as value, count\(\*\) as count from \(\s*{_WHOLE}\s*\)'
    r'\s*where [\w"]+ is not null\s*group by [\w"]+ order by count desc, value limit \d+)\s*'
)


def _of_schema(name: str) -> Any:
    """Datasette's method of this name, whose answer is the schema's alone."""
    ask = getattr(Database, name)

    async def told(self: Remembering, *given: Any, **named: Any) -> Any:
        return await self.remembered((name, given, *named.items()), lambda: ask(self, *given, **named))

    return told


class Remembering(Counted):
    """A database of ours that is asked for its schema, and for numbers of all rows of a table, once an edition."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._told = Lasting()

    async def remembered(self, key: Any, ask: Callable[[], Awaitable[Any]]) -> Any:
        """What `ask` gives, asked where nothing is held under `key` for this edition of the database."""
        return copy(await self._told.told(editions_of(self.ds).of(self), key, ask))

    async def execute(self, sql: str, params: Any = None, *given: Any, **more: Any) -> Any:
        """As Datasette's."""
        if _STATEMENT.fullmatch(sql):
            key = (sql, *(params or ()), *given, *more.items())
            return await self.remembered(key, lambda: super(Remembering, self).execute(sql, params, *given, **more))
        return await super().execute(sql, params, *given, **more)

    table_exists = _of_schema("table_exists")
    view_exists = _of_schema("view_exists")
    table_names = _of_schema("table_names")
    view_names = _of_schema("view_names")
    hidden_table_names = _of_schema("hidden_table_names")
    table_columns = _of_schema("table_columns")
    table_column_details = _of_schema("table_column_details")
    primary_keys = _of_schema("primary_keys")
    fts_table = _of_schema("fts_table")
    foreign_keys_for_table = _of_schema("foreign_keys_for_table")
    get_all_foreign_keys = _of_schema("get_all_foreign_keys")
    get_table_definition = _of_schema("get_table_definition")
    derived_table_dependencies = _of_schema("derived_table_dependencies")
