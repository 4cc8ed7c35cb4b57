"""What tables and columns there are, and which one a statement named that is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

#: Every table and view with its columns, for `columns`.
COLUMNS = (
    "select m.name, c.name from sqlite_master as m join pragma_table_info(m.name) as c"
    " where m.type in ('table', 'view') and m.name not like 'sqlite_%' order by m.name, c.cid"
)
_MISSING = re.compile(r"no such (column|table): (?:\"?\w+\"?\.)?\"?(\w+)\"?")


def columns(rows: Iterable[Any]) -> dict[str, list[str]]:
    """The columns of each table and view, of the rows that `COLUMNS` gives."""
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


def missing(message: str) -> tuple[str, str] | None:
    """("table" or "column", its name) of SQLite's message that it is not there; None where the message says something else."""
    found = _MISSING.search(message)
    return None if found is None else (found[1], found[2])
