"""What went wrong beneath a statement (a full disk, a lock, a damaged page) in one line, with the next step."""

from __future__ import annotations

import errno
import re
import sqlite3

import sqlalchemy

from claims.errors import DatabaseError


class BusyError(DatabaseError):
    """A database that somebody else is writing: nothing was written, and the same can be tried again."""


#: SQLite's primary code -> (what is wrong, what to do)
_TOLD = {
    sqlite3.SQLITE_FULL: ("the disk is full", "make room and run it again: nothing of it was kept"),
    sqlite3.SQLITE_READONLY: (
        "the file may only be read",
        "copy it to where it can be written, or name another with --db",
    ),
    sqlite3.SQLITE_IOERR: (
        "the disk failed",
        "see that there is room and that the disk is well, run it again, then `claims check`",
    ),
    sqlite3.SQLITE_CORRUPT: ("the file is damaged", "take the last backup, or what `claims export` still gives"),
    sqlite3.SQLITE_NOTADB: ("the file is no SQLite database", "name another with --db"),
    sqlite3.SQLITE_CANTOPEN: (
        "the file, or one beside it, cannot be opened",
        "see who may write its folder, or name another with --db",
    ),
    sqlite3.SQLITE_NOMEM: ("there is no memory left", "load in parts: a load that is repeated costs nothing"),
    sqlite3.SQLITE_TOOBIG: ("a text is longer than SQLite takes", "divide it"),
    sqlite3.SQLITE_PROTOCOL: (
        "the file is locked in a way that does not end",
        "close the other programs that have it open",
    ),
}
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_BENEATH = (
    *_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CANTOPEN,
)  # fmt: skip
_TAKEN = re.compile(r"(?:table|index|view|trigger) (\S+) already exists")
_MISSING = re.compile(r"no such (?:table|column): \S+|has no column named \S+")


def is_beneath(error: sqlalchemy.exc.StatementError) -> bool:
    """Whether the file or the disk failed, and not the statement."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _BENEATH


def trouble(error: BaseException, path: object) -> DatabaseError | None:
    """The error to tell in the place of this one, None where it is none of the disk's or the database's.

    `path` is the database. An error of SQLAlchemy is looked through to SQLite's own.
    """
    cause = error.orig if isinstance(error, sqlalchemy.exc.DBAPIError) else error
    if isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DatabaseError("the disk is full", "make room and run it again: nothing of it was kept")
    if not isinstance(cause, sqlite3.Error):
        return None
    code = getattr(cause, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    if primary in _BUSY:
        return BusyError(f"{path}: somebody else is writing it, and has not ended", "nothing was written: run it again")
    if primary in _TOLD:
        wrong, step = _TOLD[primary]
        return DatabaseError(f"{path}: {wrong}", step)
    if (taken := _TAKEN.search(str(cause))) is not None:
        return DatabaseError(
            f"{path} holds a {taken[0].split()[0]} {taken[1].strip(chr(34))} that is not ours",
            "name another database with --db",
        )
    if _MISSING.search(str(cause)):
        return DatabaseError(
            f"{path} has not the tables of this version ({cause})", "`claims init --rebuild`, or name another with --db"
        )
    return DatabaseError(f"{path}: {' '.join(str(cause).split())}", "`claims check` tells whether the file is well")
