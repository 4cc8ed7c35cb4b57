"""The letters that a match of a pattern can begin with, so that most patterns need not be tried on most sentences."""

from __future__ import annotations

import re

_LETTERS = re.compile("[A-Za-z]+")
_LONGEST = 3


def beginnings(pattern: str) -> frozenset[str] | None:
    """Up to three letters, in lower case, one of which each match of `pattern` begins with; None where that is open.

    Reads alternations, groups and what is optional; anything else (classes, look-arounds that stand first) is open.
    """
    found: set[str] = set()
    for branch in _branches(pattern):
        letters = _first(branch)
        if letters is None:
            return None
        found |= letters
    return frozenset(found)


def _first(branch: str) -> set[str] | None:
    if branch.startswith("(?:"):
        end = _closing(branch)
        if end < 0:
            return None
        inner = beginnings(branch[3:end])
        rest = branch[end + 1 :]
        if inner is None:
            return None
        if rest[:1] in ("?", "*") or rest.startswith("{0"):
            after = _first(rest.lstrip("?*") if rest[0] != "{" else rest[rest.index("}") + 1 :].lstrip("?"))
            return None if after is None else set(inner) | after
        return set(inner)
    match = _LETTERS.match(branch)
    if match is None:
        return None
    letters = match.group()
    follows = branch[match.end() : match.end() + 1]
    if follows in ("?", "*", "{"):
        letters = letters[:-1]
    return {letters[:_LONGEST].lower()} if letters else None


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, split at the bars outside of groups and classes."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = pattern.index("]", at + 2)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
        elif character == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]


def _closing(pattern: str) -> int:
    """Where the group that begins the pattern ends; -1 where it does not."""
    depth, at = 0, 0
    while at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif character == "[":
            at = pattern.index("]", at + 2)
        elif character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if not depth:
                return at
        at += 1
    return -1
