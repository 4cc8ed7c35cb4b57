"""SQLite: one file, one writer at a time, FTS5, and SQL functions made of our own."""

from claims.storage.sqlite import functions
from claims.storage.sqlite.connecting import MAPPED, driver
from claims.storage.sqlite.engine import SQLite
from claims.storage.sqlite.opening import is_immutable

__all__ = ["MAPPED", "SQLite", "driver", "functions", "is_immutable"]
