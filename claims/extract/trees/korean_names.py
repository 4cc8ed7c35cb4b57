"""Names that kiwipiepy does not know, by how a text goes on to use them: with one particle here, with another there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from claims.extract.lexicon import lexicon
from claims.extract.trees.korean_slips import NOUNS, STRANGE, token

_KO = lexicon("ko")
_WORD = re.compile("[가-힣]{3,}")
#: particles that may stand behind a name, with the tags that kiwipiepy gives them
_PARTICLES = {
    one: tag
    for tag, words in {
        "": [""],
        "JX": ["은", "는", "도", "만"],
        "JKS": ["이", "가"],
        "JKO": ["을", "를"],
        "JKG": ["의"],
        "JC": ["와", "과"],
        "JKB": ["에", "로", "으로", "에서", "에게"],
    }.items()
    for one in words
}
_CASES = frozenset("은는이가을를의와과")
_SHORTEST = 3  # what is shorter may be the beginning of many words
_Place = tuple[int, str, str]  # where a word begins, its stem, the particle behind that


def named(texts: list[str], tokens: list[list[Any]]) -> list[list[Any]]:
    """The morphemes of each sentence of one document, each name that was read as other words as the one that it is."""
    uses: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for _, stem, particle in _stems(text):
            uses[stem].add(particle)
    places: list[list[_Place]] = []
    for text, read in zip(texts, tokens, strict=True):
        here = [one for one in _stems(text) if len(uses[one[1]]) > 1]
        places.append(
            [one for one in here if _is_broken(read, one[0], one[0] + len(one[1]), bool(_CASES & uses[one[1]]))]
        )
    broken = {stem for found in places for _, stem, _ in found}
    longest = {stem for stem in broken if not any(stem != one and one.startswith(stem) for one in broken)}
    return [
        _with_names(text, read, [one for one in found if one[1] in longest])
        for text, read, found in zip(texts, tokens, places, strict=True)
    ]


def _with_names(text: str, tokens: list[Any], names: list[_Place]) -> list[Any]:
    for start, stem, particle in names:
        end = start + len(stem)
        close = end + len(particle)
        new = [token(text, "NNP", start, end)]
        new += [token(text, _PARTICLES[particle], end, close)] if particle else []
        rest = [one for one in tokens if one.start + one.len <= start or one.start >= close]
        tokens = sorted([*rest, *new], key=lambda one: one.start)
    return tokens


def _stems(text: str) -> Iterator[_Place]:
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
