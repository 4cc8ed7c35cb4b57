"""What a visitor is told where Datasette itself would say only that the server failed."""

from __future__ import annotations

import errno
import sqlite3
from typing import Any

from datasette.database import QueryInterrupted
from datasette.utils.asgi import Response

from claims.datasette.doors import SenderLeftError, SlowSenderError, unsent

#: Seconds after which one may ask again.
_AGAIN = "5"


def answer(datasette: Any, exception: BaseException) -> Response | None:
    """An answer to a statement whose time was up, that is too much, or that waits for a writer; to a body that did not come.

    None leaves it to Datasette.
    """
    if isinstance(exception, QueryInterrupted):
        limit = datasette.setting("sql_time_limit_ms") / 1000
        return Response.error([f"this asks for more than {limit:g} seconds of work; ask for less at once"], 400)
    if isinstance(exception, (SlowSenderError, SenderLeftError)):
        return unsent()
    if isinstance(exception, OSError) and exception.errno == errno.ENAMETOOLONG:
        return Response.error(["no file has so long a name"], 404)
    if isinstance(exception, AssertionError) and str(exception).startswith("Invalid format"):
        return Response.error(["nothing is told in that form; there are .json and .csv"], 404)
    if isinstance(exception, sqlite3.OperationalError):
        if getattr(exception, "sqlite_errorcode", None) in _WAITING:
            return busy("the database is being written")
        return Response.error([str(exception)], 400)
    return None


_WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_BUSY_SNAPSHOT)


def busy(reason: str) -> Response:
    """503: what was asked is to be asked again, and when."""
    return Response.json({"ok": False, "errors": [reason], "status": 503}, status=503, headers={"retry-after": _AGAIN})
