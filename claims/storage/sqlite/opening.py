"""The file of a database opened so that reading leaves no trace: none is made, and what may not be written is only read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from claims.errors import DatabaseError


def is_missing(path: str | None) -> bool:
    """Whether there is no such file. A database in memory is always there."""
    return not _in_memory(path) and not Path(str(path)).exists()


def make(path: str | None) -> None:
    """Make an empty file where there is none. Raises DatabaseError where that cannot be."""
    if is_missing(path):
        try:
            Path(str(path)).touch()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise DatabaseError(f"cannot make {path}: {reason}", "name another file with --db or CLAIMS_DB") from error


def connect(path: str | None) -> sqlite3.Connection:
    """A connection to the file, which must be there: to write where the file may be written, else only to read.

    Raises DatabaseError where there is no such file, or one that cannot be read without its write-ahead log.
    """
    if _in_memory(path):
        return sqlite3.connect(":memory:", check_same_thread=False)
    if is_missing(path):
        raise DatabaseError(
            f"{path} is not there", "name another with --db or CLAIMS_DB, or make one: `claims init`, `claims load`"
        )
    mode = "rw" if is_writable(str(path)) else "ro&immutable=1" if is_immutable(str(path)) else "ro"
    address = f"file:{quote(str(Path(str(path)).absolute()))}?mode={mode}"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def is_writable(path: str) -> bool:
    """Whether both the file and its folder, which holds the write-ahead log, may be written."""
    return os.access(path, os.W_OK) and os.access(Path(path).absolute().parent, os.W_OK)


def check_writable(path: str | None) -> None:
    """Raise DatabaseError where the file is there and may not be written."""
    if not _in_memory(path) and not is_missing(path) and not is_writable(str(path)):
        raise DatabaseError(f"{path} may only be read", "copy it to where it can be written, or name another with --db")


def is_immutable(path: str) -> bool:
    """Whether the file must be read as one that nobody changes: its folder takes no file beside it.

    Raises DatabaseError where changes are still in the write-ahead log, which cannot then be read.
    """
    folder = Path(path).absolute().parent
    if os.access(folder, os.W_OK):
        return False
    log = Path(f"{path}-wal")
    if log.exists() and log.stat().st_size:
        raise DatabaseError(
            f"{path} is in a folder that cannot be written, and its last changes are in {log.name}",
            f"where it can be, run: sqlite3 {Path(path).name} 'pragma journal_mode = delete'",
        )
    return True


def _in_memory(path: str | None) -> bool:
    return not path or path == ":memory:"
