"""A text reduced to its letters and digits, and where two such strings differ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from claims.quotes.boundaries import Place
from claims.quotes.equivalence import Edit


def occurrences(wanted: str, text: str, low: int, high: int) -> Iterator[int]:
    at = text.find(wanted, low, high)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1, high)


@lru_cache(maxsize=1 << 14)
def _letter(raw: str) -> str:
    folded = unicodedata.normalize("NFKC", raw).casefold()
    return "".join(c for c in folded if c.isalnum() or c == "%")


def fold(text: str) -> tuple[str, list[int]]:
    """The letters and digits of a text, and for each the offset that it came from."""
    letters: list[str] = []
    origin: list[int] = []
    for at, raw in enumerate(text):
        for letter in _letter(raw):
            letters.append(letter)
            origin.append(at)
    return "".join(letters), origin


def edits_of(wanted: str, letters: str) -> list[Edit]:
    """Where two strings differ, neighbouring differences as one."""
    blocks = Levenshtein.editops(wanted, letters).as_matching_blocks()
    edges = [(0, 0, 0), *((b.a, b.b, b.size) for b in blocks)]
    edits = [(a + n, c, b + n, d) for (a, b, n), (c, d, _) in pairwise(edges)]
    return [edit for edit in edits if edit[0] < edit[1] or edit[2] < edit[3]]


def raw(origin: list[int], first: int, last: int, base: int) -> Place:
    """Folded offsets as offsets into the string that was folded, counted from `base`."""
    if first < last:
        return origin[first] - base, origin[last - 1] + 1 - base
    at = (origin[first] if first < len(origin) else (origin[-1] + 1 if origin else 0)) - base
    return at, at
