"""What is searched for finds the same rows when the beginnings of words are written out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from claims.storage.sqlite import Guarded, functions, terms
from claims.text import search_query

#: Latin words and beginnings of them, numbers, marks inside, accents, Japanese, Korean, syntax of FTS5, and nothing.
WORDS = (
    "a", "s", "japan", "Jap", "semicond", "ministers met", "G7", "2024", "2+2", "U.S. and", "é", "agré", "岸", "合意", "の",
    "ア", "ｱ", "한", "한국", "日本 agreed", "meet OR", '"', "*", "", "zzz", "jap zzz", " ".join("abcdefghijkl"),
)  # fmt: skip


@pytest.fixture
def connection(shipped_file: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{shipped_file}?mode=ro", uri=True, factory=Guarded)) as made:
        functions.register(made)
        terms.register(made, 1000)
        yield made


@pytest.mark.parametrize("table", terms.TABLES)
@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("most", [0, 3, terms.MOST])
def test_the_same_is_found(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, table: str, words: str, most: int
) -> None:
    monkeypatch.setattr(terms, "MOST", most)
    sql = f"select rowid from {table} where {table} match {{}}(:words) order by rowid"
    told = [
        connection.execute(sql.format(by), {"words": words}).fetchall() for by in ("search_query", f"{table}_words")
    ]
    assert told[0] == told[1]


def written(connection: sqlite3.Connection, words: str) -> str:
    return str(connection.execute("select claims_search_words(?)", (words,)).fetchone()[0])


def test_a_beginning_is_written_out_where_it_stands_for_few_words(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = connection.execute(
        "select distinct term from temp.claims_search_terms where term >= 'semic' and term < 'semid'"
    ).fetchall()
    assert len(known) > 1
    spelled = " OR ".join(sorted(f'"{term}"' for (term,) in known))
    assert written(connection, "Semic 合意") == f'({spelled}) AND "合意"'
    monkeypatch.setattr(terms, "MOST", len(known) - 1)
    assert written(connection, "semic") == search_query("semic") == '"semic"*'


def test_what_may_have_lost_an_accent_in_the_index_is_left_as_it_is(connection: sqlite3.Connection) -> None:
    assert written(connection, "é") == '"é"*'


def test_many_words_together_are_written_out_as_few(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them share what may be written out: each row that is looked at is compared with all."""
    monkeypatch.setattr(terms, "MOST", 5)
    assert written(connection, "semic minis agre").count(" OR ") < 5


def test_looking_words_up_gives_a_statement_no_new_time(connection: Guarded) -> None:
    connection.seconds = 0.2
    endless = "with recursive n (i) as (select 1 union all select i + 1 from n) select max(claims_search_words('a' || i)) from n"
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(endless).fetchall()
