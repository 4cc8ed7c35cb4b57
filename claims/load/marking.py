"""What a load changed, under a running number: by it a replica asks for what is new (see `claims.replica`)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from claims.resources import DB
from claims.storage import seal

_DOCUMENTS = (DB / "resolve" / "documents_of_claims.sql").read_text("utf-8")
_MARK = (
    "insert into marks (record, row_id, mark) select :record, cast(value as integer), :mark from json_each(:ids) where true"
    " on conflict (record, row_id) do update set mark = excluded.mark"
)
_RECORDS = {"sources": "source", "documents": "document", "entities": "entity", "events": "event", "runs": "run"}


def write_marks(
    connection: Connection, rows: Iterable[tuple[str, int]], claims: set[int], meant: set[int], *, above: int
) -> set[tuple[str, int]]:
    """Mark these rows (of sources, documents, entities, events), and the documents of claims that changed or are new; what was marked.

    `meant` are claims in which only whom a name means has changed; claims of an id higher than `above` are new. The
    number is given out in the transaction that writes, which is alone in doing so: a higher one was kept later.
    """
    marked = {(_RECORDS[table], id_) for table, id_ in rows}
    marked |= {("document", id_) for id_ in _documents(connection, claims, above)}
    if meant:
        moved = {("meaning", id_) for id_ in _documents(connection, meant, None)}
        marked |= {one for one in moved if ("document", one[1]) not in marked}
    if marked:
        (mark,) = connection.exec_driver_sql("select coalesce(max(mark), 0) + 1 from marks").one()
        for record in sorted({record for record, _ in marked}):
            ids = json.dumps(sorted(id_ for one, id_ in marked if one == record))
            connection.exec_driver_sql(_MARK, {"record": record, "mark": mark, "ids": ids})
    return marked


def seal_rows(
    connection: Connection, marked: set[tuple[str, int]], rows: Iterable[tuple[str, int]], claims: set[int]
) -> None:
    """Seal what was marked, these rows, and the documents of claims, for `claims check`; once nothing more is written."""
    pieces = {("document" if record == "meaning" else record, id_) for record, id_ in marked}
    pieces |= {(_RECORDS[table], id_) for table, id_ in rows}
    seal(connection, pieces | {("document", id_) for id_ in _documents(connection, claims, None)})


def _documents(connection: Connection, claims: set[int], above: int | None) -> set[int]:
    given = {"claims": json.dumps(sorted(claims)), "above": 1 << 62 if above is None else above}
    return {id_ for (id_,) in connection.exec_driver_sql(_DOCUMENTS, given).fetchall()}
