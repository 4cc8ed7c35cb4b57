"""What stands beside a gold set: statements that must not come out as facts, and other forms of its names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.names import name_key


class Beside:
    """Traps (statements that must not be told as facts) and other forms of names, by document."""

    def __init__(self, lines: Iterable[dict[str, Any]] = ()) -> None:
        self.traps: list[dict[str, Any]] = []
        self.forms: dict[str, list[set[str]]] = {}
        for line in lines:
            if "not_fact" in line:
                self.traps.append(line)
            elif "also" in line:
                self.forms.setdefault(line["document"], []).append({name_key(n) for n in [line["name"], *line["also"]]})

    def same(self, document: str, one: str, other: str) -> bool:
        """Whether two names mean the same one: equal, one a part of the other, or forms of one name."""
        left, right = name_key(one), name_key(other)
        if not left or not right:
            return False
        words, others = words_of(one), words_of(other)
        if left == right or words <= others or others <= words:
            return True
        if not one.isascii() and min(len(left), len(right)) > 1 and (left in right or right in left):
            return True
        for forms in self.forms.get(document, ()):
            if any(left == f or (len(left) > 2 and left in f) for f in forms) and any(
                right == f or (len(right) > 2 and right in f) for f in forms
            ):
                return True
        return False


def words_of(name: str) -> set[str]:
    """The words of a name without articles and the possessive, as names are compared."""
    return {
        name_key(word)
        for word in name.replace("’s", "").replace("'s", "").split()
        if word.lower() not in ("the", "a", "an", "of")
    }
