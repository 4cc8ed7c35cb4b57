"""The words of the languages, and what is true of kinds: nothing there that the reader or the vocabulary does not know."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import claims.extract
from claims.extract.lexicon import frames, lexicon
from claims.vocabulary import KINDS

CODE = "".join(file.read_text("utf-8") for file in Path(claims.extract.__file__).parent.rglob("*.py"))
LANGUAGES = ("en", "fr", "ja", "ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_tell_of_kinds_that_exist(language: str) -> None:
    words = lexicon(language)
    told = {*words.verbs.values(), *words.pairs.values(), *words.nouns.values()}
    assert told - set(KINDS) == set()


def test_what_is_true_of_kinds_is_said_of_kinds_that_exist() -> None:
    tables = frames()
    listed = {kind for words in tables["sorts"].values() for kind in words.split()}
    assert (set(tables) - {"any", "sorts"} | listed) - set(KINDS) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reader_asks_for_each_table_and_pattern(language: str) -> None:
    words = lexicon(language)
    asked = set(re.findall(r'"(\w+)"', CODE))
    assert {*words.tables, *words.patterns} - asked == set()
