"""What a statement would cost before it runs: SQLite can be stopped between two steps, not within one, nor while it prepares.

Read from the words of the statement alone, so that nothing of it has to be prepared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from claims.storage.sqlite.terms import TABLES

#: Selects that a statement comes to once its names are written out: ten thousand are prepared in a tenth of a second.
MOST_SELECTS = 5_000
#: Characters of one search expression: a phrase of a hundred thousand words would take gigabytes, in one step.
LONGEST_SEARCH = 2_000
_LONGEST_NEAR = 100  # NEAR compares every place of its words with every other
_TOKEN = re.compile(
    r"""\s+|--[^\n]*|/\*.*?(?:\*/|\Z)
    |(?P<text>'(?:[^']|'')*'?)
    |(?P<quoted>"(?:[^"]|"")*"?|`(?:[^`]|``)*`?|\[[^\]]*\]?)
    |(?P<parameter>[:@$]\w+|\?\d*)
    |(?P<word>(?!\d)\w[\w$]*)
    |(?P<number>\d[\w.]*|\.\d\w*)
    |(?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
#: What tells of the file, of others' statements, or where in memory something lies.
_OF_THE_SERVER = re.compile(r"dbstat|sqlite_dbpage|sqlite_stmt|fts3_tokenizer")
_PRAGMAS = re.compile(
    r"pragma_(foreign_key_list|function_list|index_(x?info|list)|(max_)?page_count|page_size|schema_version|table_(x?info|list))"
)
_DEEPEST = 200  # brackets within brackets; SQLite's own parser gives up at about as many
_NAMES = ("word", "text")  # SQLite takes a text for a name where a name must stand
_BEFORE_SEARCH = frozenset(("from", "join", ","))
_SAFE_QUERIES = frozenset(("search_query", "escape_fts", *(f"{table}_words" for table in TABLES)))


class Token(NamedTuple):
    """A word of SQL, its quotes taken off: `kind` is "word" (a name or keyword), "text", "parameter", "number" or "sign"."""

    kind: str
    text: str


class TooMuchError(Exception):
    """A statement that is not run, with the reason."""


@dataclass(frozen=True, eq=False)
class Named:
    """What a database gives names to: the selects that each view comes to, and the tables that are searched by MATCH."""

    views: Mapping[str, int]
    searched: frozenset[str]


def tokens(sql: str) -> list[Token]:
    """The words of a statement in lower case, without comments."""
    found = []
    for match in _TOKEN.finditer(sql):
        kind = match.lastgroup
        if kind == "quoted":
            found.append(Token("word", match[kind][1:-1].lower()))
        elif kind == "text":
            found.append(Token(kind, match[kind][1:-1]))
        elif kind is not None:
            found.append(Token(kind, match[kind].lower()))
    return found


def check(sql: str, named: Named, parameters: Iterable[object] = ()) -> None:
    """Raise TooMuchError for a statement that could not be stopped in time: nested too widely, or searching too much."""
    if _searches(sql, named):
        for value in parameters:
            if isinstance(value, str):
                _check_query(value)


@lru_cache(maxsize=512)
def _searches(sql: str, named: Named) -> bool:
    """Whether what is bound to the statement may be searched for. Raises TooMuchError, which is not held, by its words alone."""
    told = _read(sql)
    if told.refused:
        raise TooMuchError(told.refused)
    if _selects(told, named) > MOST_SELECTS:
        raise TooMuchError("the statement asks too much of too many views and subqueries")
    if not any(
        token == Token("word", "match") or token.text.lower() in named.searched
        for token in told.words
        if token.kind in _NAMES
    ):
        return False
    _check_search(told.words, named.searched)
    return True


class _Told(NamedTuple):
    words: tuple[Token, ...]
    closing: Mapping[int, int]
    refused: str


def _read(sql: str) -> _Told:
    words = tuple(tokens(sql))
    closing, deepest = _brackets(words)
    for token in words:
        name = token.text.lower()
        if token.kind in _NAMES and (_OF_THE_SERVER.fullmatch(name) or _is_pragma(name)):
            return _Told(words, closing, f"{name} is not to be asked here")
    return _Told(words, closing, "the statement is nested too deeply" if deepest > _DEEPEST else "")


def _is_pragma(name: str) -> bool:
    return name.startswith("pragma_") and not _PRAGMAS.fullmatch(name)


def _brackets(words: Sequence[Token]) -> tuple[dict[int, int], int]:
    """Where each bracket that opens closes (the end where it never does), and how deep they stand in each other."""
    closing: dict[int, int] = {}
    open_: list[int] = []
    deepest = 0
    for place, token in enumerate(words):
        if token == Token("sign", "("):
            open_.append(place)
            deepest = max(deepest, len(open_))
        elif token == Token("sign", ")") and open_:
            closing[open_.pop()] = place
    closing.update(dict.fromkeys(open_, len(words)))
    return closing, deepest


def selects_of_views(definitions: Mapping[str, str]) -> dict[str, int]:
    """How many selects each view comes to once those that it reads are written out. `definitions`: CREATE VIEW of each."""
    bodies = {
        name.lower(): [token.text.lower() for token in tokens(sql)[3:] if token.kind in _NAMES]
        for name, sql in definitions.items()
    }
    found: dict[str, int] = {}
    for name in bodies:
        _weight(name, bodies, found, frozenset())
    return found


def _selects(told: _Told, named: Named) -> int:
    bodies: dict[str, list[str]] = {}
    rest = _define(told, 0, len(told.words), bodies)
    known = {name: weight for name, weight in named.views.items() if name not in bodies}
    return sum(_weight(name, bodies, known, frozenset()) for name in rest)


def _weight(name: str, bodies: Mapping[str, list[str]], known: dict[str, int], above: frozenset[str]) -> int:
    """Selects of a name; one that stands within itself, as a recursive one does, counts once there."""
    if name in known:
        return known[name]
    if name == "select" or name in above:
        return 1
    if name not in bodies:
        return 0
    total = 0
    for other in bodies[name]:
        total += _weight(other, bodies, known, above | {name})
        if total > MOST_SELECTS:
            break
    known[name] = max(total, 1)
    return known[name]


def _define(told: _Told, start: int, end: int, bodies: dict[str, list[str]]) -> list[str]:
    """Fill `bodies` with what `NAME [(columns)] as (...)` defines, as the names in it; return the names outside of these."""
    rest: list[str] = []
    place = start
    while place < end:
        token = told.words[place]
        body = _body_at(told, place) if token.kind in _NAMES else None
        if body is not None:
            bodies.setdefault(token.text.lower(), []).extend(_define(told, body + 1, told.closing[body], bodies))
            place = told.closing[body] + 1
            continue
        if token.kind in _NAMES:
            rest.append(token.text.lower())
        place += 1
    return rest


def _body_at(told: _Told, place: int) -> int | None:
    """Where the body of a definition opens whose name stands here."""
    at = told.closing.get(place + 1, place) + 1
    words = told.words
    if at >= len(words) or words[at] != Token("word", "as"):
        return None
    at += 1
    while at < len(words) and words[at].text in ("not", "materialized"):
        at += 1
    return at if at in told.closing else None


def _check_search(words: tuple[Token, ...], searched: frozenset[str]) -> None:
    """A table of full text is asked by MATCH and nothing else, of words that can be read here and are few."""
    if words[0].text == "pragma":
        return
    for place, token in enumerate(words):
        before = words[place - 1].text if place else ""
        after = words[place + 1] if place + 1 < len(words) else Token("sign", "")
        if token == Token("word", "match"):
            _check_operand(words[place + 1 :])
        elif token.kind in _NAMES and token.text.lower() in searched and after != Token("word", "match"):
            is_column_of = after.text == "." and before not in ("=", "as")
            is_described = before == "(" and words[place - 2].text.startswith("pragma_")
            if not is_column_of and not is_described and (before not in _BEFORE_SEARCH or after.text in ("(", "=")):
                raise TooMuchError(
                    f"{token.text} is asked by `match` alone: from {token.text} where {token.text} match :words"
                )


def _check_operand(rest: tuple[Token, ...]) -> None:
    is_call = rest and rest[0].kind == "word" and rest[0].text in _SAFE_QUERIES
    if is_call and len(rest) > 3 and rest[1].text == "(" and rest[3].text == ")":
        rest = (rest[2], *rest[4:])
    if not rest or rest[0].kind not in ("text", "parameter"):
        raise TooMuchError("`match` takes words in quotes, a parameter, or search_query() of one of these")
    if len(rest) > 1 and rest[1].kind == "sign" and rest[1].text in "|-+*/%&<>":
        raise TooMuchError("`match` takes words in quotes or a parameter, and nothing that is put together")
    if rest[0].kind == "text":
        _check_query(rest[0].text)


def _check_query(words: str) -> None:
    if len(words) > LONGEST_SEARCH or ("near" in words.lower() and len(words) > _LONGEST_NEAR):
        raise TooMuchError("too many words are searched for at once; give fewer")


def iterated(values: object) -> Iterator[object]:
    """The values bound to a statement, by place or by name."""
    yield from values.values() if isinstance(values, Mapping) else values  # type: ignore[misc]
