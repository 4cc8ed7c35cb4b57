"""The cue tables (db/vocabulary/cues-*.toml), compiled."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.resources import DB


@dataclass(frozen=True, slots=True)
class Base:
    """What is told: `kind`. `event`: it happens at a time and place, so no stance behind it reaches over it."""

    kind: str
    event: bool
    finite: re.Pattern[str]
    plain: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Stance:
    """What the words around a base make of it; `default` is the kind where nothing else gives one."""

    phase: str
    polarity: str
    certainty: str
    act: str
    default: str
    pattern: re.Pattern[str]


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
    edge = r"\b" if language == "en" else ""
    flags = re.I if language == "en" else 0

    def compiled(words: str) -> re.Pattern[str]:
        return re.compile(f"{edge}(?:{words}){edge}" if edge and words[-2:] != r"\b" else f"{edge}(?:{words})", flags)

    bases = tuple(
        Base(one["kind"], one.get("event", False), compiled(one["finite"]), compiled(one["plain"]) if one.get("plain") else None)
        for one in data.pop("base")
    )
    stances = tuple(
        Stance(one["phase"], one.get("polarity", "+"), one.get("certainty", "CT"), one.get("act", "report"), one["default"], compiled(one["pattern"]))
        for one in data.pop("stance")
    )
    return Cues(bases, stances, data)
