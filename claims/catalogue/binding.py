"""A question as plain SQL, with its values in it: for clients that know neither parameters nor our functions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claims.catalogue.questions import Query
from claims.names import name_key

_PLACE = re.compile(r"--[^\n]*|'(?:[^']|'')*'|name_key\(:(\w+)\)|:(\w+)")


def bound_sql(asked: Query, values: Mapping[str, str]) -> str:
    """The SQL of a question with `values` (by parameter, "" = not given) bound and names folded; it runs in any SQLite client."""

    def bind(place: re.Match[str]) -> str:
        folded, plain = place[1], place[2]
        if folded:
            return _literal(name_key(values.get(folded, "")))
        return _literal(values.get(plain, "")) if plain else place[0]

    head = [f"-- {asked.title}", *(f"-- {name}: {value}" for name, value in values.items() if value)]
    body = "\n".join(line for line in asked.sql.splitlines() if not line.startswith("--"))
    return "\n".join(line.replace("\n", " ") for line in head) + "\n" + _PLACE.sub(bind, body).strip() + ";\n"


def _literal(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
