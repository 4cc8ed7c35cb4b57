"""How the SQL of this package is spelled anew: what stands between its words, and lines that are others where they say so."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.catalogue.limits import limit_of

#: Comments, literals and quoted names, which stay; then the places of parameters, of which some are functions of ours too.
_PLACE = re.compile(
    r"""
    (?P<kept>--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*")
    | name_key\(\s*(?::(?P<folded>\w+)|'(?P<name>(?:[^']|'')*)')\s*\)
    | \w+_search\s+match\s+search_query\(\s*(?::(?P<sought>\w+)|'(?P<words>(?:[^']|'')*)')\s*\)
    | json_each\(:(?P<listed>\w+)\)
    | (?<![:\w]):(?P<named>[A-Za-z_]\w*)
    | \?
    """,
    re.VERBOSE,
)
#: An order that SQLite keeps from within a limited subselect, and other engines need at the end.
_ORDER = re.compile(r"^-- (order by [^\n]+)$", re.MULTILINE)
#: A line that is another where the first rows are all that is asked for, :first of them: what each gives a row is then cut
#: before the rest is told of it.
_FIRST = re.compile(r"^[^\n]*-- first(?:, spread)?: ?([^\n]*)$", re.MULTILINE)
#: A line that is another where claims lie on several nodes: what meets itself under another claim is read by itself first.
_SPREAD = re.compile(r"^[^\n]*-- (?:first, )?spread: ?([^\n]*)$", re.MULTILINE)
#: What is all other there: from a line that ends so to the first that is only of those.
_ONE_SERVER = re.compile(r"^[^\n]*-- one server:\n.*?^(?=-- spread:)", re.MULTILINE | re.DOTALL)


def respelled(
    sql: str, place: Callable[[re.Match[str]], str], spell: Callable[[str], str] = lambda words: words
) -> str:
    """The statement with its words spelled, and with what stands between them put in its place.

    `place` gets a match with one group that is not None: `kept` (a comment, a literal, a quoted name), a parameter that is
    `named`, to be `folded`, to be `sought` or `listed`, a `name` or `words` that are written out, or the `number` of one.
    """
    text, end = "", 0
    for found in _PLACE.finditer(sql):
        text += spell(sql[end : found.start()]) + place(found)
        end = found.end()
    return text + spell(sql[end:])


def ordered(sql: str) -> str:
    """The statement with the order at its end that it has within."""
    return _ORDER.sub(r"\1", sql)


def of_the_first(sql: str) -> str:
    """The statement as it reads where it is asked for its first rows, if it is (see `limited`)."""
    most = limit_of(sql)
    return sql if most is None else _FIRST.sub(lambda line: line[1].replace(":first", str(most)), sql)


def spread(sql: str) -> str:
    """The statement as it reads where claims lie on several nodes."""
    return _SPREAD.sub(r"\1", _ONE_SERVER.sub("", sql))


def literal(value: str) -> str:
    """The value as it is written in SQL."""
    return "'" + value.replace("'", "''") + "'"


def unquoted(written: str) -> str:
    """What a literal says, given without its outer quotes."""
    return written.replace("''", "'")
