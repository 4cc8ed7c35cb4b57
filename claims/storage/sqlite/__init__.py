"""SQLite: one file, one writer at a time, FTS5, and SQL functions made of our own."""

from claims.storage.sqlite import functions, terms
from claims.storage.sqlite.connecting import MAPPED, driver
from claims.storage.sqlite.copying import back_up
from claims.storage.sqlite.engine import SQLite
from claims.storage.sqlite.guarding import Budget, Guarded
from claims.storage.sqlite.opening import is_immutable
from claims.storage.sqlite.trouble import BusyError, trouble

__all__ = [
    "MAPPED",
    "Budget",
    "BusyError",
    "Guarded",
    "SQLite",
    "back_up",
    "driver",
    "functions",
    "is_immutable",
    "terms",
    "trouble",
]
