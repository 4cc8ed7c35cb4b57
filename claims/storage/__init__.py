"""The database beneath: connections, upgrades, SQL functions, and all that is derived from the tables.

What differs between engines belongs here.
"""

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
    only_reading,
    tables_of_others,
    upgrade,
    without_checks,
    without_foreign_keys,
)
from claims.storage.guarding import Budget, Guarded
from claims.storage.opening import check_writable, is_immutable
from claims.storage.session import reading_session

__all__ = [
    "MAPPED",
    "Budget",
    "Guarded",
    "check_foreign_keys",
    "check_revision",
    "check_writable",
    "create_engine",
    "driver",
    "for_bulk",
    "head_revision",
    "is_immutable",
    "is_new",
    "markdown",
    "only_reading",
    "reading_session",
    "tables_of_others",
    "upgrade",
    "without_checks",
    "without_foreign_keys",
]
