"""How fresh a replica is, for each page to say; and writes at its pages, which go to its source and come back."""

from __future__ import annotations

import sqlite3
import time
from datetime import UTC, datetime
from typing import Any

from claims.datasette.asking import claims_databases, kept, page_sql
from claims.errors import ReplicaError
from claims.replica import Keeper


async def told(datasette: Any, name: str | None) -> dict[str, Any] | None:
    """What a page says of the replica: "as_of" (an instant), "age", "source", "part", "trouble", "is_whole"; None = it is none."""
    served = [name] if name else await claims_databases(datasette)
    if not served:
        return None
    database = datasette.get_database(served[0])
    sql = page_sql("freshness/freshness")
    try:
        rows = (await kept(datasette, (served[0], sql), lambda: database.execute(sql))).rows
    except sqlite3.OperationalError:  # of an older version, which knew no replicas
        return None
    if not rows:
        return None
    row = dict(rows[0])
    keeper = keeper_of(datasette, database)
    since = row.pop("since")
    parts = [f"{word} {row.pop(word)}" for word in ("topic", "entity") if row[word]] + (
        [f"since {since}"] if since else []
    )
    return row | {
        "age": age(row["as_of"], datetime.now(UTC)),
        "part": ", ".join(parts),
        "trouble": keeper.trouble if keeper is not None else "",
        "is_kept": keeper is not None,
    }


def keeper_of(datasette: Any, database: Any) -> Keeper | None:
    """Who keeps this database up, where it is a replica that `claims serve` keeps."""
    keeper: Keeper | None = getattr(datasette, "claims_keeper", None)
    return keeper if keeper is not None and str(keeper.file) == str(database.path) else None


def told_now(datasette: Any) -> tuple[int, str] | None:
    """What pages say of a kept replica that changes without its file: the minute, and what troubles its keeper."""
    keeper: Keeper | None = getattr(datasette, "claims_keeper", None)
    return None if keeper is None else (int(time.time() // 60), keeper.trouble)


def brought(keeper: Keeper) -> list[str]:
    """Bring what was written at the source to the pages; what to tell where it has not come yet."""
    try:
        keeper.pull()
    except ReplicaError as error:
        return [f"it is at the source, and not at these pages yet: {error}"]
    return []


def age(as_of: str | None, now: datetime) -> str:
    """How long ago an instant is, in words; "" = it is none."""
    if as_of is None:
        return ""
    seconds = max(0, int((now - datetime.fromisoformat(as_of)).total_seconds()))
    for length, unit in ((86400, "day"), (3600, "hour"), (60, "minute")):
        if seconds >= length:
            count = seconds // length
            return f"{count} {unit}{'s' if count > 1 else ''} ago"
    return "just now"
