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
    upgrade,
    without_checks,
    without_foreign_keys,
)

__all__ = [
    "MAPPED",
    "check_foreign_keys",
    "check_revision",
    "create_engine",
    "driver",
    "for_bulk",
    "head_revision",
    "is_new",
    "markdown",
    "upgrade",
    "without_checks",
    "without_foreign_keys",
]
