"""The SQL functions that the views, the catalogue and the search index use, on every connection that asks or writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from claims.names import name_key
from claims.text import search_query, search_words


def _search_query(words: str) -> str:
    """Where nothing can be searched for, an empty phrase, which finds nothing: FTS5 takes '' for an error of syntax."""
    return search_query(words) or '""'


#: SQL name -> function; each takes one text. null and numbers count as text, null as ''.
FUNCTIONS = {"name_key": name_key, "search_words": search_words, "search_query": _search_query}


def register(connection: sqlite3.Connection) -> None:
    """Give `connection` the functions name_key(name), search_words(text) and search_query(words)."""
    for name, function in FUNCTIONS.items():
        connection.create_function(name, 1, _total(function), deterministic=True)


def _total(function: Callable[[str], str]) -> Callable[[object], str]:
    def called(value: object) -> str:
        return function("" if value is None else str(value))

    return called
