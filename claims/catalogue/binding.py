"""A question as plain SQL, with its values in it: for clients that know neither parameters nor our functions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from claims.catalogue.names_asked import Meant, ambiguity
from claims.catalogue.questions import Query
from claims.catalogue.spelling import literal, respelled
from claims.errors import QueryError
from claims.names import name_key


def bound_sql(
    asked: Query,
    values: Mapping[str, str],
    meant: Mapping[str, Sequence[Meant]],
    spell: Callable[[str], str] = lambda sql: sql,
) -> str:
    """The SQL of a question with `values` (by parameter, "" = not given) bound and names folded; it runs in any SQLite client.

    `spell` spells it for clients of another engine.

    It answers of one where a name has one meaning. Raises QueryError for a name that several carry (see `meant_by`), with
    their keys: a statement that took one of them would answer for the wrong one without a word.
    """
    for parameter, ones in meant.items():
        if len(ones) > 1:
            raise QueryError(ambiguity(parameter, values[parameter], ones), "SQL asks of one: give its key")

    def bind(place: re.Match[str]) -> str:
        if place["folded"]:
            return literal(name_key(values.get(place["folded"], "")))
        return literal(values.get(place["named"], "")) if place["named"] else place[0]

    head = [f"-- {asked.title}", *(f"-- {name}: {value}" for name, value in values.items() if value)]
    body = "\n".join(line for line in spell(asked.sql).splitlines() if not line.startswith("--"))
    return "\n".join(line.replace("\n", " ") for line in head) + "\n" + respelled(body, bind).strip() + ";\n"
