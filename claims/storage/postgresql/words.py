"""Words as PostgreSQL's search holds and seeks them: those of FTS5, made here, as its own parsers lose names with dots and Japanese.

A vector holds at most 16,383 places and 255 of one word: in a longer text the words behind are found, and phrases there are not.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import defaultdict

from claims.text import search_query, search_words

_LAST_PLACE = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 900_000  # of a vector's 1 MB
_SHORT = 20_000  # letters: their words are never that many bytes
_PLACES = [f"':{place} '" for place in range(1, _MOST_PLACES + 1)]
_ACCENTS = re.compile("[\u0300-\u036f]+")
#: In a text without these nothing has an accent: letters of ASCII and of Chinese, Japanese and Korean, and their marks.
_ACCENTED = re.compile("[^\x00-\x7f\u2010-\u2027\u3000-\u3098\u309b-\u9fff\uac00-\ud7a3]")
_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"([^"]*)"(\*?)')


def vector(text: str) -> str:
    """The words of a text with their places, as a tsvector is written."""
    words = _words(search_words(text))
    if len(words) <= _MOST_PLACES:  # nearly every claim: the server puts the places of a word together
        told = words * 2
        told[::2], told[1::2] = words, _PLACES[: len(words)]
        return "'" + "".join(told).removesuffix(" '") if told else ""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in zip(itertools.chain(range(1, _LAST_PLACE), itertools.repeat(_LAST_PLACE)), words, strict=False):
        places[word].append(place)
    told = [f"'{word}':{','.join(map(str, at[:_MOST_PLACES]))}" for word, at in places.items()]
    if len(text) <= _SHORT:
        return " ".join(told)
    size = sum(len(word.encode()) + 2 * min(len(at), _MOST_PLACES) + 8 for word, at in places.items())
    if size <= _MOST_BYTES:
        return " ".join(told)
    kept, size = [], 0
    for word in places:
        size += len(word.encode()) + 8
        if size > _MOST_BYTES:
            break
        kept.append(f"'{word}'")
    return " ".join(kept)


def query(words: str) -> str:
    """A person's words as a tsquery that finds what FTS5 finds by `search_query`; "" where nothing in them can be found."""
    terms = []
    for phrase, prefix in _TERM.findall(search_query(words)):
        parts = [f"'{word}'" for word in _words(phrase)]
        if parts:
            terms.append(" <-> ".join([*parts[:-1], parts[-1] + (":*" if prefix else "")]))
    return " & ".join(f"({term})" for term in terms)


def _words(text: str) -> list[str]:
    """Words as FTS5's unicode61 parts them: letters and digits, in lower case, without accents."""
    if not text.isascii() and _ACCENTED.search(text):
        text = unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))
    return _WORD.findall(text.lower())
