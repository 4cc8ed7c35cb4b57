"""Names that kiwipiepy does not know, by how a text goes on to use them: with one particle here, with another there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from claims.extract.lexicon import lexicon
from claims.extract.trees.korean_slips import NOUNS, STRANGE

_KO = lexicon("ko")
_WORD = re.compile("[가-힣]{3,}")
_PARTICLES = (
    "",
    *["은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "로", "만", "에서", "에게", "으로"],
)
_CASES = frozenset("은는이가을를의와과")
_SHORTEST = 3  # what is shorter may be the beginning of many words


def names_in(texts: list[str], tokens: list[list[Any]]) -> list[list[tuple[int, int, str]]]:
    """For each sentence of one document, the spans that are a name though its morphemes were read as other words."""
    uses: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for _, stem, particle in _stems(text):
            uses[stem].add(particle)
    broken: set[str] = set()
    places: list[list[tuple[int, str]]] = []
    for text, read in zip(texts, tokens, strict=True):
        here = [(start, stem) for start, stem, _ in _stems(text) if len(uses[stem]) > 1]
        places.append(
            [
                (start, stem)
                for start, stem in here
                if _is_broken(read, start, start + len(stem), bool(_CASES & uses[stem]))
            ]
        )
        broken |= {stem for _, stem in places[-1]}
    longest = {stem for stem in broken if not any(stem != one and one.startswith(stem) for one in broken)}
    return [[(start, start + len(stem), "NNP") for start, stem in found if stem in longest] for found in places]


def _stems(text: str) -> Iterator[tuple[int, str, str]]:
    """Each word as a stem with each particle that it may end with, and where it begins."""
    for match in _WORD.finditer(text):
        word = match.group()
        for particle in _PARTICLES:
            if word.endswith(particle) and len(word) - len(particle) >= _SHORTEST:
                yield match.start(), word[: len(word) - len(particle)], particle


def _is_broken(tokens: list[Any], start: int, end: int, cased: bool) -> bool:
    """Whether the letters of a stem were read as a noun with a verb, or a noun with a particle and another noun.

    Also where an unknown noun took the particle behind the stem for a part of itself, or its last letter was read as a
    particle, though another stands behind it elsewhere (`cased`): 라우도, of 라우도의.
    """
    inside = [one for one in tokens if one.start < end and start < one.start + one.len]
    if not inside or inside[0].start != start:
        return False
    if len(inside) == 1:
        return getattr(inside[0], "id", 0) in STRANGE and inside[0].len > end - start
    tags = [one.tag[0] for one in inside]
    verb = inside[-1].tag.startswith("VV") and not _KO.has("light", inside[-1].form)
    split = any(tag == "J" for tag in tags[1:-1]) and inside[-1].tag in NOUNS
    rest = inside[:-1] if verb else [one for one in inside if one.tag[0] != "J"]
    also = cased and len(inside) == 2 and inside[-1].tag == "JX"
    return (verb or split or also) and all(one.tag in NOUNS for one in rest)
