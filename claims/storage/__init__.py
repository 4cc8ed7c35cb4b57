"""The database beneath: upgrades, and all that is derived from the tables.

What differs between engines stands in a room of each, behind one protocol (`store.Store`): nothing above names an engine.
"""

from claims.storage.dictionary import markdown
from claims.storage.engine import check_revision, head_revision, is_new, revisions, tables_of_others, upgrade
from claims.storage.rederived import wrong as rederived
from claims.storage.sealing import broken, seal, seal_all
from claims.storage.session import reading_session
from claims.storage.spreading import SHARDS, spread, spreading
from claims.storage.sqlite import (
    MAPPED,
    Budget,
    BusyError,
    Guarded,
    back_up,
    driver,
    functions,
    is_immutable,
    terms,
    trouble,
)
from claims.storage.store import Examined, Run, Store
from claims.storage.stores import create_engine, store_of

__all__ = [
    "MAPPED",
    "SHARDS",
    "Budget",
    "BusyError",
    "Examined",
    "Guarded",
    "Run",
    "Store",
    "back_up",
    "broken",
    "check_revision",
    "create_engine",
    "driver",
    "functions",
    "head_revision",
    "is_immutable",
    "is_new",
    "markdown",
    "reading_session",
    "rederived",
    "revisions",
    "seal",
    "seal_all",
    "spread",
    "spreading",
    "store_of",
    "tables_of_others",
    "terms",
    "trouble",
    "upgrade",
]
