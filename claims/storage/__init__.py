"""The database beneath: connections, upgrades, SQL functions, and all that is derived from the tables.

What differs between engines belongs here.
"""

from claims.storage.copying import back_up, copied_in_memory
from claims.storage.dictionary import markdown
from claims.storage.engine import (
    MAPPED,
    check_foreign_keys,
    check_revision,
    create_engine,
    driver,
    for_bulk,
    head_revision,
    is_new,
    is_refused_write,
    only_reading,
    tables_of_others,
    upgrade,
    without_checks,
    without_foreign_keys,
)
from claims.storage.guarding import Budget, Guarded
from claims.storage.opening import check_writable, is_immutable
from claims.storage.session import reading_session
from claims.storage.trouble import BusyError, is_beneath, trouble

__all__ = [
    "MAPPED",
    "Budget",
    "BusyError",
    "Guarded",
    "back_up",
    "check_foreign_keys",
    "check_revision",
    "check_writable",
    "copied_in_memory",
    "create_engine",
    "driver",
    "for_bulk",
    "head_revision",
    "is_beneath",
    "is_immutable",
    "is_new",
    "is_refused_write",
    "markdown",
    "only_reading",
    "reading_session",
    "tables_of_others",
    "trouble",
    "upgrade",
    "without_checks",
    "without_foreign_keys",
]
