"""Words that begin with what is searched for, written out as the words that there are.

FTS5 gathers every row of a prefix, and sorts them, before it gives the first: of a word of each of a million claims in 20 ms,
each time that a page asks. Rows of whole words come in order, one by one.
"""

from __future__ import annotations

import re
import sqlite3
from functools import partial

from claims.storage.sqlite.functions import FUNCTIONS, total

#: Full-text tables, each of which has a function NAME_words(text) where it is asked by pages.
TABLES = ("claims_search", "documents_search", "entities_search")
#: Words that are written out in one search; a prefix of more of them is left as it is, as each row would be compared with all.
MOST = 64
#: Terms of a search of which any are: a longer one finds few rows as it is.
_FEW = 8
#: A term whose last word may go on. Only letters that the index keeps as they are: others may have lost an accent there.
_BEGINNING = re.compile(r'"((?:[a-z0-9]+ )*)([a-z0-9]+|[぀-ヿ一-鿿])"\*')
#: Each word of the index leads to the next: it would tell all occurrences of the same.
_NEXT = """
with recursive found (term) as (
    select (select v.term from temp.{table}_terms as v where v.term >= :first limit 1)
    union all
    select (select v.term from temp.{table}_terms as v where v.term >= f.term || char(1) limit 1) from found as f where f.term < :last
    limit :most
)
select term from found where term < :last
"""


def register(connection: sqlite3.Connection, longest: int) -> None:
    """Give `connection` a function for each full-text table: search_query(), with the beginnings of words written out.

    It finds the same rows, but ranks them otherwise. Texts of more than `longest` characters are an error.
    """
    for table in TABLES:
        connection.execute(f"create virtual table temp.{table}_terms using fts5vocab('main', '{table}', 'instance')")
        connection.create_function(f"{table}_words", 1, total(partial(_words, connection, table), longest))


def _words(connection: sqlite3.Connection, table: str, words: str) -> str:
    query = FUNCTIONS["search_query"](words)
    terms = query.split(" AND ")
    left = MOST if len(terms) <= _FEW else 0
    written = []
    for term in terms:
        known = _known(connection, table, term, left) if left else None
        left -= len(known or ())
        written.append(f"({' OR '.join(known)})" if known else term)
    return " AND ".join(written)


def _known(connection: sqlite3.Connection, table: str, term: str, most: int) -> list[str] | None:
    """The terms that a beginning stands for; None where it is none, or stands for more than `most`."""
    beginning = _BEGINNING.fullmatch(term)
    if beginning is None:
        return None
    given = {"first": beginning[2], "last": f"{beginning[2]}\U0010ffff", "most": most + 1}
    try:  # by no cursor of the connection's own: this is part of a statement whose time is running
        found = sqlite3.Connection.cursor(connection).execute(_NEXT.format(table=table), given).fetchall()
    except sqlite3.OperationalError:  # its time is up, as it will tell
        return None
    return [f'"{beginning[1]}{row[0]}"' for row in found] if len(found) <= most else None
