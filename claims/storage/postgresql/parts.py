"""Parts of a question for where a parameter is left out, or is not: only what is asked reaches the server.

A plan of many views takes milliseconds to begin, also of what it never does; Citus would bring together from its nodes
what such a part reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_PART = re.compile(r"\bwhere :(\w+) (=|<>) ''(?= and\b)")
_NEVER = "where false"
#: Where parts begin and end; comments and literals are passed over.
_EDGE = re.compile(rf"--[^\n]*|'(?:[^']|'')*'|[()]|\bunion all\b|\border by\b|\b{_NEVER}\b|\Z")


def left_out(statement: str, given: Any) -> tuple[tuple[str, bool], ...]:
    """The parameters of which this statement has a part for where they are left out, and whether they are."""
    if not isinstance(given, Mapping):
        return ()
    return tuple((name, given[name] == "") for name in _may_be_left_out(statement) if isinstance(given.get(name), str))


def asked(statement: str, is_empty: Mapping[str, bool]) -> str:
    """The statement without its parts for another case than this; one that stands alone gives no rows."""

    def settled(found: re.Match[str]) -> str:
        name, sign = found.groups()
        return f"where {'true' if is_empty[name] == (sign == '=') else 'false'}" if name in is_empty else found[0]

    text = _PART.sub(settled, statement)
    while (cut := _never(text)) is not None:
        text = text[: cut.start] + text[cut.stop :]
    return text


@lru_cache(maxsize=1024)
def _may_be_left_out(statement: str) -> tuple[str, ...]:
    return tuple(sorted({found[1] for found in _PART.finditer(statement)}))


def _never(text: str) -> slice | None:
    """Where a part that gives no rows stands, with the `union all` that joins it to another."""
    begun: list[tuple[int, int | None, bool]] = [(0, None, False)]  # of each bracket: its part, the union before, never
    for edge in _EDGE.finditer(text):
        start, union, is_never = begun[-1]
        match edge[0]:
            case "(":
                begun.append((edge.end(), None, False))
            case "union all":
                if is_never:
                    return slice(start, edge.end())
                begun[-1] = (edge.end(), edge.start(), False)
            case ")" | "order by" | "":
                if is_never and union is not None:
                    return slice(union, edge.start())
                if edge[0] == ")" and len(begun) > 1:
                    begun.pop()
            case word if word == _NEVER:
                begun[-1] = (start, union, True)
    return None
