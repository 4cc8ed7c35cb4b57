"""How a replica stands to its source: where it comes from, of when it is, and what came."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, fields

from sqlalchemy import Connection

from claims.replica.slices import Slice

_COLUMNS = "source, topic, entity, since, edition, began_at, as_of, mark, run_id, run_at, content"


@dataclass(frozen=True)
class Standing:
    """The row of table replica, which tells what each column holds."""

    source: str
    part: Slice
    edition: str
    began_at: str | None = None
    as_of: str | None = None
    mark: int = 0
    run_id: int | None = None
    run_at: str | None = None
    content: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the last pull came to its end."""
        return self.as_of is not None and self.began_at is None


def standing(connection: Connection) -> Standing | None:
    """How this replica stands; None = it is a database of its own."""
    row = connection.exec_driver_sql(f"select {_COLUMNS} from replica").fetchone()
    if row is None:
        return None
    return Standing(row[0], Slice(row[1] or "", row[2] or "", row[3] or ""), *row[4:])


def write_standing(connection: Connection, one: Standing) -> None:
    """Write how the replica stands, whether or not it stood somehow before."""
    row = [one.source, *(word or None for word in (one.part.topic, one.part.entity, one.part.since))]
    row += [getattr(one, field.name) for field in fields(one)[2:]]
    connection.exec_driver_sql("delete from replica")
    connection.exec_driver_sql(
        f"insert into replica (id, {_COLUMNS}) values (1, {', '.join('?' * len(row))})", tuple(row)
    )


def pulled(connection: Connection) -> dict[tuple[str, str], tuple[int, str]]:
    """(kind of piece, key) -> (mark of the source when it came, hash) of all that came."""
    rows = connection.exec_driver_sql("select record, key, mark, digest from pulled")
    return {(record, key): (mark, digest) for record, key, mark, digest in rows}


def write_pulled(connection: Connection, kind: str, hashes: dict[str, str], mark: int) -> None:
    """Write that these pieces came, with their hashes by key."""
    if hashes:
        connection.exec_driver_sql(
            "insert into pulled (record, key, mark, digest) values (?, ?, ?, ?)"
            " on conflict (record, key) do update set mark = excluded.mark, digest = excluded.digest",
            [(kind, key, mark, digest) for key, digest in hashes.items()],
        )


def forget_pulled(connection: Connection, kind: str, keys: Iterable[str]) -> None:
    """Write that these pieces are here no longer."""
    rows = [(kind, key) for key in keys]
    if rows:
        connection.exec_driver_sql("delete from pulled where record = ? and key = ?", rows)


def content_of(connection: Connection) -> str:
    """The hash of all that came: SHA-256 (hex) over the hashes of the pieces, in order of kind and key."""
    rows = connection.exec_driver_sql("select record, key, digest from pulled order by record, key")
    digest = hashlib.sha256()
    for row in rows:
        digest.update("\t".join(row).encode() + b"\n")
    return digest.hexdigest()
