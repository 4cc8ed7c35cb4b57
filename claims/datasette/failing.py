"""What a visitor is told where Datasette itself would say only that the server failed."""

from __future__ import annotations

import errno
import sqlite3
import sys
import sysconfig
import time
import traceback
from pathlib import Path
from typing import Any

import datasette as datasettes
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
    if is_broken(exception) or (isinstance(exception, OSError) and exception.filename in _files(datasette)):
        return _unread(exception)
    if isinstance(exception, OSError) and exception.errno == errno.ENAMETOOLONG:
        return Response.error(["no file has so long a name"], 404)
    if isinstance(exception, AssertionError) and str(exception).startswith("Invalid format"):
        return Response.error(["nothing is told in that form; there are .json and .csv"], 404)
    if isinstance(exception, _OF_STATEMENTS):
        if getattr(exception, "sqlite_errorcode", None) in _WAITING:
            return busy("the database is being written")
        return Response.error([str(exception)], 400)
    if isinstance(exception, _OF_WORDS) and _is_datasettes(exception):
        return Response.error([f"this cannot be asked ({exception or type(exception).__name__})"], 400)
    return None


def is_broken(exception: BaseException) -> bool:
    """Whether it is the database's file that fails, and not what was asked of it."""
    return isinstance(exception, sqlite3.Error) and getattr(exception, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def _files(datasette: Any) -> set[str]:
    return {str(database.path) for database in datasette.databases.values()}


def _unread(exception: BaseException) -> Response:
    """503; and a line in the log, once a minute, by which the owner learns it."""
    global _told_at
    if time.monotonic() - _told_at > _SILENT:
        _told_at = time.monotonic()
        print(f"claims: the database cannot be read ({exception}); `claims check` says more", file=sys.stderr)
    return busy("the database cannot be read now")


_SILENT = 60.0
_told_at = -_SILENT
_BROKEN = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_PERM,
)
_WAITING = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_BUSY_SNAPSHOT)
#: What SQLite, and Python for it, says of a statement or a value that it does not take.
_OF_STATEMENTS = (
    sqlite3.OperationalError,
    sqlite3.ProgrammingError,
    sqlite3.IntegrityError,
    sqlite3.DataError,
    OverflowError,
)
#: What Datasette raises where it reads a parameter: a word in a number's place, JSON that is none, no such choice.
_OF_WORDS = (ValueError, LookupError, TypeError, AssertionError)
_DATASETTE = Path(datasettes.__file__).parent
_STANDARD = Path(sysconfig.get_path("stdlib"))


def _is_datasettes(exception: BaseException) -> bool:
    """Whether Datasette's own code raised it, or what it calls of Python: no hook of ours, and no template."""
    for frame, _ in reversed([*traceback.walk_tb(exception.__traceback__)]):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(_DATASETTE):
            return file.suffix == ".py"
        if not file.is_relative_to(_STANDARD) or "site-packages" in file.parts:
            return False
    return False


def busy(reason: str) -> Response:
    """503: what was asked is to be asked again, and when."""
    return Response.json({"ok": False, "errors": [reason], "status": 503}, status=503, headers={"retry-after": _AGAIN})
