"""One text of SQL for every engine: how DuckDB and Spark spell what the questions say, rule by rule.

The rules are few, and each is about a word or a form that the engines spell otherwise. What they mean otherwise has no
rule: the questions do without it. Names are folded here and bound, as no engine has our functions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims.catalogue.spelling import of_the_first, ordered, respelled
from claims.names import name_key

_INNER_ORDER = re.compile(r"^ *order by [^\n]+\n *limit 9223372036854775807[^\n]*\n", re.MULTILINE)
#: Rows of a subselect have no order without a limit, and sorting them all is dear.
_PART_ORDER = re.compile(r"^ *order by [^\n]+\n(?= *\) as \w+$)", re.MULTILINE)
#: What is put together in the order of a subselect: put together in that order, without the subselect.
_LISTED = re.compile(
    r"select group_concat\(n\.(?P<name>\w+), (?P<between>'(?:[^']|'')*')\)\s+"
    r"from \(\s*select (?P<distinct>distinct )?(?P<value>[^\n]+?)(?: as (?P=name))?\n"
    r"(?P<rest>(?:(?!select group_concat).)*?)\n\s*order by (?P<order>[^\n]+)\n\s*\) as n\n",
    re.DOTALL,
)


#: Spark has no word for it, and works out a part once or as often as it is read, as it likes.
_ONCE = re.compile(r"\bas materialized \(")
_TEXT = re.compile(r"\bas text\)")


@dataclass(frozen=True, slots=True)
class Spelled:
    """A statement as an engine takes it, with its parameters: those to be bound as they are, and those to be folded first."""

    sql: str
    named: frozenset[str]
    folded: frozenset[str]

    def parameters(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What the engine binds: those that the statement names, and no more."""
        plain = {name: given[name] for name in self.named}
        return plain | {f"{name}_key": name_key(str(given[name])) for name in self.folded}


@lru_cache(maxsize=256)
def for_duckdb(sql: str) -> Spelled:
    """The statement for DuckDB."""

    def listed(found: re.Match[str]) -> str:
        order = found["value"] if found["distinct"] else found["order"]
        told = f"{found['distinct'] or ''}{found['value']}, {found['between']} order by {order}"
        return f"select string_agg({told})\n{found['rest']}\n"

    return _spelled(sql, "$", listed)


@lru_cache(maxsize=256)
def for_spark(sql: str) -> Spelled:
    """The statement for Spark."""

    def listed(found: re.Match[str]) -> str:
        order = found["value"] if found["distinct"] else found["order"]
        told = f"listagg({found['distinct'] or ''}{found['value']}, {found['between']}) within group (order by {order})"
        return f"select {told}\n{found['rest']}\n"

    return _spelled(_ONCE.sub("as (", _TEXT.sub("as string)", sql)), ":", listed)


def _spelled(sql: str, sign: str, listed: Callable[[re.Match[str]], str]) -> Spelled:
    named, folded = set(), set()

    def place(found: re.Match[str]) -> str:
        if found["folded"]:
            folded.add(found["folded"])
            return f"{sign}{found['folded']}_key"
        if found["named"]:
            named.add(found["named"])
            return f"{sign}{found['named']}"
        return "" if found[0].startswith("--") else found[0]

    sql = of_the_first(sql)
    if (text := ordered(sql)) != sql:
        text = _INNER_ORDER.sub("", text)
    text = _PART_ORDER.sub("", _LISTED.sub(listed, text))
    return Spelled(respelled(text, place).strip(), frozenset(named), frozenset(folded))
