"""The cue tables (db/vocabulary/cues-*.toml), compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.extract.prefilter import beginnings
from claims.resources import DB


class Cue:
    """A pattern, and the letters that a word must begin with where it can match at all; None = any."""

    def __init__(self, words: str, english: bool) -> None:
        edge = r"\b" if english else ""
        end = "" if words.endswith(r"\b") else edge
        self._pattern = re.compile(f"{edge}(?:{words}){end}", re.I if english else 0)
        self._begins = beginnings(words) if english else None
        self.words = words
        self.search, self.match = self._pattern.search, self._pattern.match

    def in_words(self, text: str, beginnings: set[str]) -> Iterator[re.Match[str]]:
        """The matches in a text whose words have these beginnings."""
        if self._begins is not None and self._begins.isdisjoint(beginnings):
            return iter(())
        return self._pattern.finditer(text)

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches between two offsets."""
        return self._pattern.finditer(text, start, end)


def word_beginnings(text: str) -> set[str]:
    """The first letter, two letters and three letters of each word, in lower case."""
    return {word[:length] for word in re.findall(r"\w+", text.lower()) for length in (1, 2, 3)}


@dataclass(frozen=True, slots=True)
class Base:
    """What is told: `kind`. `event`: it happens at a time and place, so no stance behind it reaches over it."""

    kind: str
    event: bool
    finite: Cue
    plain: Cue | None


@dataclass(frozen=True, slots=True)
class Stance:
    """What the words around a base make of it; `default` is the kind where nothing else gives one, "" = none."""

    phase: str
    polarity: str
    certainty: str
    act: str
    default: str
    pattern: Cue


@dataclass(frozen=True)
class Cues:
    """The cues of one language. `other` holds its remaining tables as they stand in the file."""

    bases: tuple[Base, ...]
    stances: tuple[Stance, ...]
    other: dict[str, Any]


@cache
def cues(language: str) -> Cues:
    """The cues of "en", "ja" or "ko"."""
    with (DB / "vocabulary" / f"cues-{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    english = language == "en"
    bases = tuple(
        Base(
            one["kind"],
            one.get("event", False),
            Cue(one["finite"], english),
            Cue(one["plain"], english) if one.get("plain") else None,
        )
        for one in data.pop("base")
    )
    stances = tuple(
        Stance(
            one["phase"],
            one.get("polarity", "+"),
            one.get("certainty", "CT"),
            one.get("act", "report"),
            one["default"],
            Cue(one["pattern"], english),
        )
        for one in data.pop("stance")
    )
    return Cues(bases, stances, data)
