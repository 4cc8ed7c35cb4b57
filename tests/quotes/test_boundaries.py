"""Where a stretch may begin and end: in no number and no negation, and in no word if it stands whole elsewhere."""

from __future__ import annotations

import pytest

from claims.quotes.boundaries import one_run, uncut


def places(words: str, text: str) -> list[tuple[int, int]]:
    return [(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2 men", "12 men"), ("2 men", "1.2 men"), ("2 men", "1．2 men"), ("２人", "１２人"), ("of 1", "of 12"), ("of 1", "of 1.2"),
        ("of 1", "of 1．2"),
        ("合意し", "合意しない"), ("合意し", "合意しなかった"), ("合意しま", "合意しませんでした"), ("合意しま", "合意しません。"),
        ("合意し", "合意しません"), ("ありま", "ありません。"),
        ("did", "didn't"), ("did", "didn’t"), ("합의하지", "합의하지 않았다"), ("합의하지", "합의하지않았다"),
        ("합의하지", "합의하지 못하다"),
        ("likely", "unlikely"), ("likely", "un-likely"), ("legal", "illegal"), ("formal", "informal"), ("polite", "impolite"),
        ("regular", "irregular"),
        ("use", "misuse"), ("like", "dislike"), ("stop", "nonstop"), ("stop", "Non-stop"),
    ],
)  # fmt: skip
def test_no_number_and_no_negation_is_cut(words: str, text: str) -> None:
    (place,) = places(words, text)
    assert uncut(text, [place]) == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("2 men", "1, 2 men"), ("2 men", "a2 men"), ("men", "12men"), ("of 1", "of 1, 2"), ("of 1", "of 1a"), ("of 1", "of 1."),
        ("合意した。", "合意した。ない"),
        ("合意し、", "合意し、ない"), ("合意し ", "合意し ない"), ("did.", "did.n't"), ("한다,", "한다,않"), ("合意し", "合意して"),
        ("likely", "unlikely, likely"),
        ("likely", "un likely"), ("stop", "one-stop"), ("stop", "stop"), 
    ],
)  # fmt: skip
def test_what_is_whole_is_kept(words: str, text: str) -> None:
    *_, place = places(words, text)
    assert uncut(text, [place]) == [place]


@pytest.mark.parametrize(
    ("words", "text", "whole"),
    [
        ("hair", "chair hair", [(6, 10)]), ("art", "arts art", [(5, 8)]), ("art", "part art", [(5, 8)]), ("EV", "EVs、EV、", [(4, 6)]),
        ("art", "art arts part", [(0, 3)]), ("art", "art, art", [(0, 3), (5, 8)]),
        # there is none that is whole: those in words are better than nothing
        ("art", "arts part", [(0, 3), (6, 9)]),
        # what is not Latin is written without spaces
        ("会議", "大会議、会議", [(1, 3), (4, 6)]),
    ],
)  # fmt: skip
def test_whole_words_come_before_parts_of_words(words: str, text: str, whole: list[tuple[int, int]]) -> None:
    assert uncut(text, places(words, text)) == whole


@pytest.mark.parametrize(("pair", "is_one"), [
    ("ab", True), ("Éa", True), ("会議", True), ("々会", True), ("アー", True), ("한국", True), ("a会", False), ("会ア", False),
    ("かな", False), ("a ", False),
    ("a1", False), ("a", False), ("abc", False), ("", False),
])  # fmt: skip
def test_two_letters_of_one_word(pair: str, is_one: bool) -> None:
    assert one_run(pair) is is_one
