"""Why two names may be one: how people, editors and romanisations write one name in several ways. It only suggests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import permutations

from rapidfuzz import fuzz

_PATRONYMIC = re.compile(r"\w+(?:ovich|evich|ich|ovna|evna|ichna|ович|евич|ич|овна|евна|ична)")
# Spellings of one sound in romanised Japanese, Korean, Chinese and Slavic names
_SOUNDS = (
    (re.compile(r"yoo"), "yu"), (re.compile(r"oh(?=\b|[^aeiouy])|ou|oo"), "o"), (re.compile(r"uu"), "u"),
    (re.compile(r"ii|iy\b|ij\b|yi\b"), "i"), (re.compile(r"ah(?=n|\b)"), "a"), (re.compile(r"eo"), "o"), (re.compile(r"tch|tsch"), "ch"),
    (re.compile(r"y(?=[aeo])"), "i"), (re.compile(r"m(?=[bp])"), "n"), (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"kh"), "h"), (re.compile(r"[gk]"), "k"), (re.compile(r"[bp]"), "p"), (re.compile(r"[dt](?!s)"), "t"),
)  # fmt: skip
_LIKELY = 0.9


def likeness(one: str, other: str) -> tuple[float, str] | None:
    """(0 to 1, why) for two folded names that may be of one; None where nothing speaks for it."""
    left, right = one.split(), other.split()
    if one.replace(" ", "") == other.replace(" ", "") or _parted_otherwise(left, right):
        return 0.98, "but for spaces and hyphens the same"
    if sorted(map(_sound, left)) == sorted(map(_sound, right)):
        return 0.92, "another spelling of the same sounds"
    if _without_patronymic(left) == _without_patronymic(right) and 1 < min(len(left), len(right)) < max(
        len(left), len(right)
    ):
        return 0.95, "one gives the father's name too"
    if _initials(left, right) or _initials(right, left):
        return 0.9, "one gives initials"
    alike = fuzz.ratio(one, other) / 100
    if alike >= _LIKELY and min(len(one), len(other)) > 5:
        return round(alike * 0.95, 2), "spelled nearly alike"
    return None


def pairs(names: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of folded names worth comparing: those that begin a part alike, or have all letters in common order."""
    index: dict[str, set[str]] = defaultdict(set)
    for other in others:
        for key in _keys(other):
            index[key].add(other)
    for name in names:
        near: set[str] = set()
        for key in _keys(name):
            if len(index.get(key, ())) <= 200:  # a part that so many carry tells nobody apart
                near |= index.get(key, set())
        yield from ((name, other) for other in sorted(near))


def _parted_otherwise(left: list[str], right: list[str]) -> bool:
    """Whether the parts that only one has are, put together in some order, those that only the other has."""
    mine, others = [p for p in left if p not in right], [p for p in right if p not in left]
    if not mine or not others or max(len(mine), len(others)) > 4:
        return False
    joined = {"".join(order) for order in permutations(mine)}
    return any("".join(order) in joined for order in permutations(others))


def _keys(name: str) -> set[str]:
    joined = name.replace(" ", "")
    parts = name.split() if name.isascii() or " " in name else [name[:2], name[-2:]]
    return {joined, _sound(joined)[:6], *(_sound(part)[:3] for part in parts if len(part) > 2 or not part.isascii())}


def _sound(part: str) -> str:
    for pattern, letter in _SOUNDS:
        part = pattern.sub(letter, part)
    return part


def _without_patronymic(parts: list[str]) -> list[str]:
    return sorted(part for part in parts if len(parts) < 3 or not _PATRONYMIC.fullmatch(part))


def _initials(short: list[str], full: list[str]) -> bool:
    """Whether the short one has a whole part of the full one, and single letters with which other parts of it begin."""
    letters = [part for part in short if len(part) == 1]
    whole = [part for part in short if len(part) > 1]
    if not letters or not whole or not set(whole) <= set(full):
        return False
    rest = sorted(part for part in full if part not in whole)
    return bool(rest) and all(any(part.startswith(letter) for part in rest) for letter in letters)
