from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from claims.text import nfc, search_query, search_words, sha256
from tests.conftest import texts

LINES = [
    "岸田首相は合意した。",
    "日米、米国",
    "한국 국가 합의",
    "Ｇ７サミット",
    "a国b",
    "ジーナ・レモンド",
    "佐々木",
    "The G7 meeting; U.S. policy",
]


def _search(lines: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("create virtual table words using fts5(line, tokenize='unicode61')")
    connection.executemany("insert into words(rowid, line) values (?, ?)", enumerate(map(search_words, lines)))
    connection.execute("create table lines(id integer primary key, line text)")
    connection.executemany("insert into lines values (?, ?)", enumerate(lines))
    return connection


def _hits(connection: sqlite3.Connection, words: str) -> list[int]:
    query = search_query(words)
    return [row[0] for row in connection.execute("select rowid from words where words match ? order by 1", (query,))]


@pytest.mark.parametrize(
    ("words", "hits"),
    [
        ("岸田", [0]), ("合意", [0]), ("합의", [2]), ("日米国", []), ("한국가", []), ("国", [1, 4]), ("g7", [3, 7]),
        ("Ｇ７ サミット", [3]), ("meet", [7]), ("レモンド ジーナ", [5]), ("佐々木", [6]), ("々", [6]),
        ("ー", [5]), ("U.S.", [7]),
        ("岸田 G7", []),
    ],
)  # fmt: skip
def test_search(words: str, hits: list[int]) -> None:
    with closing(_search(LINES)) as connection:
        assert _hits(connection, words) == hits


@pytest.mark.parametrize(
    "words", ['"', "(", "NOT", "a AND", "NEAR(a b", "line:a", "{a}: b", "^a", "a*b", "-a", "+", "½", "a\0b", "'"]
)
def test_no_input_is_a_syntax_error(words: str) -> None:
    if search_query(words):
        with closing(_search(LINES)) as connection:
            _hits(connection, words)


@pytest.mark.parametrize("words", ["", "  ", "、。", '"()"', "・"])
def test_nothing_to_search_for(words: str) -> None:
    assert search_query(words) == ""


def test_words_of_two_characters_and_more_agree_with_like() -> None:
    lines = [line for _, text in texts() for line in text.splitlines()]
    with closing(_search(lines)) as connection:
        checked = _agree(connection, lines)
    assert checked > 1000


def _agree(connection: sqlite3.Connection, lines: list[str]) -> int:
    """How many words were looked up both ways, with one answer."""
    pick = random.Random(2)
    cjk = [line for line in lines if search_words(line) != line.casefold() and len(line) > 12]
    checked = 0
    for _ in range(4000):
        line = pick.choice(cjk)
        at, length = pick.randrange(len(line) - 8), pick.randint(2, 6)
        word = line[at : at + length]
        if not all(c.isalpha() and not c.isascii() for c in word):
            continue
        like = connection.execute("select id from lines where line like ? order by 1", (f"%{word}%",))
        assert _hits(connection, word) == [row[0] for row in like], word
        checked += 1
    return checked


def test_hash_and_form() -> None:
    assert sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert nfc("か\u3099") == "が"
