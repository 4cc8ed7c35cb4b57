"""Articles in which words are missing or change places are read to their end: no sentence, however odd, ends the reading."""

from __future__ import annotations

import random
import re

import msgspec
import pytest

from claims.extract import extract, shipped_names
from claims.records import Document
from tests.evaluate.test_gold import FLOORS, articles, records
from tests.extract.reader import missing

#: Where a line is taken apart: between words, or behind a particle or a comma where none stand between them.
_BETWEEN = {"en": r"(?<= )", "ko": r"(?<= )", "ja": r"(?<=[、はをにがと])"}
_EACH = 6


@pytest.mark.parametrize("language", FLOORS)
def test_garbled_articles_are_read_to_their_end(language: str) -> None:
    if missing(language):
        pytest.skip(missing(language))
    chance = random.Random(language)
    for name in chance.sample([one for one in articles() if one.endswith(language)], _EACH):
        (page,) = (one for one in records(name) if isinstance(one, Document))
        lines = [_garbled(line, _BETWEEN[language], chance) for line in (page.text or "").splitlines()]
        odd = msgspec.structs.replace(page, text="\n".join(lines), text_sha256=None, text_length=None)
        for claim in extract(odd, shipped_names()):
            assert all(one.name.strip() for one in claim.arguments), claim


def _garbled(line: str, between: str, chance: random.Random) -> str:
    """The line without an eighth of its words, and two of the others in each other's place."""
    words = [one for one in re.split(between, line) if chance.random() > 1 / 8]
    if len(words) > 2:
        at = chance.randrange(len(words) - 1)
        words[at], words[at + 1] = words[at + 1], words[at]
    return "".join(words)
