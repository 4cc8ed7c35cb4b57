"""Texts cut where marks begin and end, so that overlapping marks stay legible; and the hits of a search in a text."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Piece:
    """A stretch of text that the same marks cover. `marks` are the positions of its spans in the list that was given."""

    text: str
    marks: tuple[int, ...]


def pieces(text: str, start: int, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """`text`, which begins at code point `start` of its document, cut at the ends of `spans` (half-open, in the document)."""
    end = start + len(text)
    cuts = sorted({start, end, *(place for span in spans for place in span if start < place < end)})
    return [
        Piece(
            text[a - start : b - start],
            tuple(number for number, (first, last) in enumerate(spans) if first < b and last > a),
        )
        for a, b in itertools.pairwise(cuts)
    ]


def hits(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words of a search stand in `text`: spans in order, joined where they overlap. Width and case are folded."""
    terms = _terms(words)
    if not terms:
        return []
    whole = text.lower() if text.isascii() else "".join(map(_folded, text))
    present = [term for term in terms if term in whole]
    if not present:  # as in most cells of a page
        return []
    places: Sequence[int] = range(len(text))
    if not text.isascii():  # a character may fold to several
        places = [place for place, character in enumerate(text) for _ in _folded(character)]
    found = sorted(
        (places[match.start()], places[match.end() - 1] + 1)
        for term in present
        for match in re.finditer(re.escape(term), whole)
    )
    joined: list[tuple[int, int]] = []
    for first, last in found:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def marked(text: str, words: str) -> Markup:
    """`text` as HTML with the hits of a search in <mark>."""
    return marked_at(text, hits(text, words))


def marked_at(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """`text` as HTML with these spans in <mark>."""
    written = ((escape(piece.text), piece.marks) for piece in pieces(text, 0, spans))
    return Markup("".join(f"<mark>{words}</mark>" if marks else words for words, marks in written))


def depth(marks: Iterable[int]) -> int:
    """How many marks lie over a piece, 4 at most: the stylesheet knows that many shades."""
    return min(len(tuple(marks)), 4)


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


_folded = lru_cache(maxsize=1 << 13)(_fold)  # of single characters, which come again


@lru_cache(maxsize=64)
def _terms(words: str) -> tuple[str, ...]:
    return tuple(term for term in re.split(r"[\s\"*]+", _fold(words)) if term)
