"""The words by which search finds a text, in any script."""

from __future__ import annotations

import itertools
import operator
import re
import unicodedata
from functools import lru_cache

_CJK = "々-〇〻ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿ㐀-䶿一-鿿가-힣ᄀ-ᇿ豈-﫿\U00020000-\U000323af"
_RUN = re.compile(f"([{_CJK}]+)")
_SHORT = 16  # characters of a run that is likely a word or name, which comes again
_WORD = rf"(?:(?![{_CJK}])[^\W_])+"
# A word with the marks inside it (U.S., 2+2, Japan's) is one phrase; before the CJK runs, so that each is found once.
_TERM = re.compile(rf"(?P<run>[{_CJK}]+)|{_WORD}(?:[.'’+&/-]{_WORD})*")


def search_words(text: str) -> str:
    """The text as the search index stores it, for SQLite's FTS5 with the `unicode61` tokenizer.

    Width and case are folded (Ｇ７ is g7). Each run of kanji, kana or Hangul is spelled as its overlapping pairs and
    its last character (岸田首相 is "岸田 田首 首相 相"): a word of two or more characters is then a phrase of pairs,
    found exactly where a plain LIKE finds it. The last character stands alone so that a phrase cannot reach over the
    end of a run (日米、米国 holds no 日米国), and so that one character is found wherever it stands.
    """
    if text.isascii():
        return text.lower()
    parts = _RUN.split(_folded(text))
    parts[1::2] = [_again(run) if len(run) <= _SHORT else _spelled(run) for run in parts[1::2]]
    return "".join(parts)


def search_query(words: str) -> str:
    """A person's words as an FTS5 query over what `search_words` stored; "" where nothing in them can be found.

    All words must occur, in any order. A run of CJK characters is found wherever it stands inside a longer word; a
    Latin word or number finds all that begin with it (meet: meeting). Quotes, operators, column names and punctuation
    of FTS5 are data, never syntax.
    """
    terms: list[str] = []
    for match in _TERM.finditer(_folded(words)):
        term = match.group()
        if match["run"] is None:
            terms.append(f'"{" ".join(re.findall(_WORD, term))}"*')
        elif len(term) == 1:
            terms.append(f'"{term}"*')
        else:
            terms.append(f'"{" ".join(_pairs(term))}"')
    return " AND ".join(dict.fromkeys(terms))


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _pairs(run: str) -> list[str]:
    return [a + b for a, b in itertools.pairwise(run)]


def _spelled(run: str) -> str:
    return " " + " ".join(map(operator.add, run, run[1:] + " "))


_again = lru_cache(maxsize=1 << 14)(_spelled)
