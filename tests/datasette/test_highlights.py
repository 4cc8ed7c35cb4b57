from __future__ import annotations

import pytest

from claims.datasette.highlights import Piece, hits, marked, pieces


def test_overlapping_spans_are_cut_where_they_begin_and_end() -> None:
    assert pieces("abcdef", 10, [(10, 14), (12, 20)]) == [
        Piece("ab", (0,)),
        Piece("cd", (0, 1)),
        Piece("ef", (1,)),
    ]


def test_a_text_without_spans_is_one_piece() -> None:
    assert pieces("abc", 0, []) == [Piece("abc", ())]
    assert pieces("", 0, [(0, 3)]) == []


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("岸田首相", "岸田", [(0, 2)]),
        ("Ｇ７サミット", "G7", [(0, 2)]),
        ("the G7", "g7", [(4, 6)]),
        ("㌔とキロ", "キロ", [(0, 1), (2, 4)]),
        ("ababa", "aba", [(0, 3)]),
        ("Straße", "strasse", [(0, 6)]),
        ("nothing", "", []),
        ("한미일 장관", "한미 장관", [(0, 2), (4, 6)]),
    ],
)
def test_hits_fold_width_and_case(text: str, words: str, expected: list[tuple[int, int]]) -> None:
    assert hits(text, words) == expected


def test_marked_text_is_escaped() -> None:
    assert str(marked("<b>岸田</b>", "岸田")) == "&lt;b&gt;<mark>岸田</mark>&lt;/b&gt;"
