"""Whether a stretch of text cuts a word, a number or a negation in two."""

from __future__ import annotations

import re

Place = tuple[int, int]

_CUT_BEFORE = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)-?\Z", re.I)
_CUT_AFTER = re.compile(r"な(?:い|かっ)|ません|せん(?:でし|。)|n['’]t\b|\s?않|\s?못하")
_ONE_RUN = re.compile("[A-Za-zÀ-ɏ]{2}|[一-鿿々]{2}|[ァ-ヺー]{2}|[가-힣]{2}")


def uncut(text: str, places: list[Place]) -> list[Place]:
    """Places that cut no number and no negation; those that cut no word, if there are any."""
    kept: list[Place] = []
    cut: list[Place] = []
    for first, last in places:
        before, after = text[max(first - 4, 0) : first], text[last : last + 6]
        opens, closes = text[first], text[last - 1]
        if (opens.isdigit() and re.search(r"\d[.．]?\Z", before)) or (
            closes.isdigit() and re.match(r"[.．]?\d", after)
        ):
            continue
        if _CUT_AFTER.match(after) and not (closes.isspace() or closes in "。.、,"):
            continue
        left = opens.isascii() and opens.isalpha() and before[-1:].isascii() and before[-1:].isalpha()
        right = closes.isascii() and closes.isalpha() and after[:1].isascii() and after[:1].isalpha()
        if (left or before.endswith("-")) and _CUT_BEFORE.search(before):
            continue
        (cut if left or right else kept).append((first, last))
    return kept or cut


def one_run(pair: str) -> bool:
    """Whether two neighbouring characters belong to one word: both Latin, kanji, katakana or Hangul."""
    return _ONE_RUN.fullmatch(pair) is not None
