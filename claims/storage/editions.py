"""A number for what this version derives: a database that bears another has to derive anew."""

from __future__ import annotations

import hashlib
import inspect
from functools import cache

from claims import names
from claims.resources import DB
from claims.storage.store import Store
from claims.text import words

_FOLDERS = ("derived", "views", "triggers")
_VOCABULARIES = ("kinds", "roles")


@cache
def edition_of(store: Store) -> int:
    """The edition of what is derived in this store; `building.build` leaves it in the database.

    It is of the statements as the engine takes them, as a view stays as it was spelled when it was made; of the
    vocabulary; and of the code that folds names and makes the words of the search index, as what it gave is kept.
    """
    paths = [path for folder in _FOLDERS for path in sorted((DB / folder).glob("*.sql"))]
    texts = [statement for path in paths for statement in store.spelled(path.read_text("utf-8"))]
    texts += [(DB / "vocabulary" / f"{name}.toml").read_text("utf-8") for name in _VOCABULARIES]
    texts += [inspect.getsource(module) for module in (names, words, *store.made_by)]
    return int.from_bytes(hashlib.sha256("\0".join(texts).encode()).digest()[:4], "big") >> 1
