"""Texts reduced to letters, and the way back: every offset leads to the letter that it came from."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.quotes.folding import edits_of, fold, occurrences, raw

WORDS = st.text(alphabet="ab ", max_size=12)
TEXTS = st.text(alphabet="aB é．Ｇ７ﬁß㍻각ㄱ%.,-\n", max_size=20)


@given(TEXTS)
def test_each_letter_comes_from_its_offset(text: str) -> None:
    letters, origin = fold(text)
    assert len(letters) == len(origin)
    assert origin == sorted(origin)
    for at, raw_letter in enumerate(text):
        folded = unicodedata.normalize("NFKC", raw_letter).casefold()
        came = "".join(letter for letter, start in zip(letters, origin, strict=True) if start == at)
        assert came == "".join(letter for letter in folded if letter.isalnum() or letter == "%")


@given(WORDS, WORDS)
def test_edits_are_all_that_differs(one: str, other: str) -> None:
    edits = edits_of(one, other)
    rebuilt, at = "", 0
    for a, b, c, d in edits:
        assert a < b or c < d
        rebuilt += one[at:a] + other[c:d]
        at = b
    assert rebuilt + one[at:] == other
    assert all(before[1] < after[0] for before, after in pairwise(edits))  # neighbours are one


@given(
    st.text(alphabet="ab", min_size=1, max_size=3),
    st.text(alphabet="ab", max_size=12),
    st.integers(0, 6),
    st.integers(6, 14),
)
def test_occurrences_may_overlap(wanted: str, text: str, low: int, high: int) -> None:
    starts = [at for at in range(low, min(high, len(text)) - len(wanted) + 1) if text[at : at + len(wanted)] == wanted]
    assert list(occurrences(wanted, text, low, high)) == starts


@given(TEXTS, st.data())
def test_offsets_lead_back(text: str, data: st.DataObject) -> None:
    letters, origin = fold(text)
    first = data.draw(st.integers(0, len(letters)))
    last = data.draw(st.integers(first, len(letters)))
    base = data.draw(st.integers(0, 3))
    start, end = raw(origin, first, last, base)
    if first < last:
        assert (start, end) == (origin[first] - base, origin[last - 1] + 1 - base)
    else:
        assert start == end
        assert start + base == (origin[first] if first < len(origin) else origin[-1] + 1 if origin else 0)
