"""SQLite's functions that a single call can keep busy for minutes, with arguments that it cannot.

Each calls SQLite's own, on a connection in memory beside, once its arguments are seen to be small enough; so that what they
give is the same.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from typing import Any

_PAIRS = 200_000_000  # comparisons of one call: some hundredths of a second
_LONGEST_SET = 500  # characters that a trim takes off
_WIDEST = 2_200_000  # characters to which printf fills up, all widths together
_WIDTH = re.compile(r"%[-+ 0,#!]*(\d+|\*)?(?:\.(\d+|\*))?")

_Called = Callable[..., Any]


class Refusing(sqlite3.Connection):
    """A connection that keeps why a function of Python refused: SQLite's own error does not say."""

    refusal = ""


def tame(connection: Refusing) -> None:
    """Give `connection` these functions in the place of SQLite's; why one refuses is left as its `refusal`."""
    own = sqlite3.connect(":memory:", check_same_thread=False)
    for limit in (sqlite3.SQLITE_LIMIT_LENGTH, sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH):
        own.setlimit(limit, connection.getlimit(limit))
    own.text_factory = lambda read: str(read, "utf-8", "replace")

    def called(name: str, small: Callable[[tuple[Any, ...]], bool]) -> _Called:
        def call(*values: Any) -> Any:
            if not small(values):
                connection.refusal = f"{name}() of so much is not computed here"
                raise ValueError(connection.refusal)
            try:
                return own.execute(f"select {name}({', '.join('?' * len(values))})", values).fetchone()[0]
            except sqlite3.Error as error:
                connection.refusal = f"{name}(): {error}"
                raise

        return call

    for name, count, small in _TAMED:
        connection.create_function(name, count, called(name, small), deterministic=True)


def _few_pairs(values: tuple[Any, ...]) -> bool:
    one, other = (len(value) if isinstance(value, (str, bytes)) else 20 for value in values[:2])
    return one * other <= _PAIRS


def _short_set(values: tuple[Any, ...]) -> bool:
    return not isinstance(values[1], (str, bytes)) or len(values[1]) <= _LONGEST_SET


def _narrow(values: tuple[Any, ...]) -> bool:
    """Whether widths and precisions are small together, in the format or in the values that its stars take."""
    widths = [
        int(part)
        for match in _WIDTH.finditer(str(values[0] if values else ""))
        for part in match.groups()
        if part and part != "*"
    ]
    has_star = bool(values) and "*" in str(values[0])
    widths += [abs(_whole(value)) for value in values[1:]] if has_star else []
    return sum(widths) <= _WIDEST


def _whole(value: Any) -> int:
    """The number that printf reads a value as where it is a width."""
    if isinstance(value, (str, bytes)):
        found = re.match(r"\s*[+-]?\d{1,30}", value if isinstance(value, str) else value.decode("utf-8", "replace"))
        return int(found[0]) if found else 0
    return int(value) if isinstance(value, (int, float)) and abs(value) < 1e30 else 0


_TAMED: tuple[tuple[str, int, Callable[[tuple[Any, ...]], bool]], ...] = (
    ("instr", 2, _few_pairs),
    ("replace", 3, _few_pairs),
    ("json_patch", 2, _few_pairs),
    ("trim", 2, _short_set),
    ("ltrim", 2, _short_set),
    ("rtrim", 2, _short_set),
    ("printf", -1, _narrow),
    ("format", -1, _narrow),
)
