"""Records of another database taken as that one tells them: what it settled is not settled again."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from claims import records
from claims.identity import WHO, clear_events
from claims.load.loading import OneLoad
from claims.load.receipt import Receipt
from claims.resources import DB
from claims.storage import seal

_GATHERED = (DB / "resolve" / "gathered_of_documents.sql").read_text("utf-8")


def copy(connection: Connection, stream: Iterable[records.Record], pages: Iterable[str]) -> Receipt:
    """Take the records in the transaction that is open, which is alone in writing, and tell what became of them.

    They are whole, with their history, and in an order in which they load. `pages` are keys of documents of which the
    stream tells every placement that stands: what gathering placed otherwise is forgotten, as the other database
    forgets it, without a trace. Nothing is looked up in texts, no words are read as dates, and nothing is gathered.
    """
    receipt = Receipt()
    load = OneLoad(connection, receipt, strict=False, run={"tool": "pull"}, as_told=True)
    placed = connection.exec_driver_sql(_GATHERED, {"who": WHO, "pages": json.dumps(list(pages))}).fetchall()
    if placed:
        connection.exec_driver_sql("delete from placements where id = ?", [(row[0],) for row in placed])
        load.changes.old_claims |= {row[1] for row in placed}
        load.changes.events |= {row[2] for row in placed}
    load.all(stream, None)
    events = {row[2] for row in placed}
    clear_events(connection, events)
    seal(connection, (("event", id_) for id_ in events))
    return receipt
