"""sqlite-utils, as its documentation says: insert_all of dicts with keys, then create_index and enable_fts. The rows are the limit's.

Its search is of trigrams, the one of SQLite's own tokenizers that finds Japanese, over summaries, titles and texts.
"""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import sqlite_utils

from claims.models import Base
from tests.bench.peers.tables import COLUMNS, table_rows

LACKS = "no validation, nothing derived; its search finds no word of two characters"
_KEYS: dict[str, Any] = {"arguments": ("claim_id", "seq"), "evidence": ("claim_id", "seq")}


def version() -> str:
    return f"sqlite-utils {version_of('sqlite-utils')}"


def load(path: Path, database: Path) -> None:
    db: Any = sqlite_utils.Database(database)
    db.enable_wal()
    with db.atomic(), path.open("rb") as file:
        for table, rows in table_rows(file):
            db[table].insert_all(
                (dict(zip(COLUMNS[table], row, strict=True)) for row in rows),
                pk=_KEYS.get(table, "id"),
                columns={column.name: column.type.python_type for column in Base.metadata.tables[table].columns},
                batch_size=1000,
            )
        for table in COLUMNS:
            for columns in _indexed(table):
                db[table].create_index(columns, if_not_exists=True)
        db["claims"].enable_fts(["summary"], tokenize="trigram")
        db["documents"].enable_fts(["title", "text"], tokenize="trigram")
    db.close()


def _indexed(table: str) -> list[list[str]]:
    """Columns of each index that the project keeps on the table."""
    return [[column.name for column in index.columns] for index in Base.metadata.tables[table].indexes]
