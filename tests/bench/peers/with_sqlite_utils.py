"""sqlite-utils, as its documentation says: insert_all of dicts with primary and foreign keys, indexes, and enable_fts."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import sqlite_utils

from tests.bench.peers.rows import batches

LACKS = "no validation, no names resolved, no derived tables; its search sees a Japanese sentence as one word"


def version() -> str:
    return f"sqlite-utils {version_of('sqlite-utils')}"


def load(path: Path, database: Path) -> None:
    db: Any = sqlite_utils.Database(database)
    db.enable_wal()
    for claims, arguments, evidence in batches(path):
        with db.atomic():
            db["claims"].insert_all(claims, pk="id", batch_size=1000)
            db["arguments"].insert_all(arguments, pk=("claim_id", "seq"), batch_size=1000)
            db["evidence"].insert_all(evidence, pk=("claim_id", "span_start"), batch_size=1000)
    db["arguments"].create_index(["entity"])
    db["claims"].create_index(["kind", "phase", "day"])
    db["claims"].enable_fts(["summary"])
    db["evidence"].enable_fts(["quote"])
    db.close()
