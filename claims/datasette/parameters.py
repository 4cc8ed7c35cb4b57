"""The fields of a query's parameters: what each means, and how a person best gives it (a day, a known name, a kind)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from datasette.database import QueryInterrupted
from datasette.resources import DatabaseResource

from claims.catalogue import DAYS, catalogue, described, given, meant_by, notes
from claims.datasette.asking import Ask, claims_databases
from claims.errors import QueryError
from claims.vocabulary import KINDS, ROLES, TERMS

_DAY = re.compile(r"(^|_)(since|until|day|date|on|as_of|from|to)$")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: Parameter -> the sort of names that it takes, as console/known tells them.
NAMED = {
    "person": "people",
    "other": "people",
    "party": "parties",
    "entity": "names",
    "topic": "topics",
    "office": "offices",
    "organisation": "organisations",
    "event": "events",
    "name": "names",
}
_CLOSED = {
    "kind": list(KINDS),
    "role": list(ROLES),
    "phase": list(TERMS["phase"]),
    "certainty": list(TERMS["certainty"]),
    "polarity": list(TERMS["polarity"]),
    "slot": described("conflicts", "slot"),
    "likelihood": described("expected", "likelihood"),
}


_WRITTEN = ("2024-06-26", "2024-06", "2024")


def examples(name: str) -> list[str]:
    """Values that a parameter of this name takes: all of a closed set, some of days, none of what is open."""
    return _CLOSED.get(name) or (list(_WRITTEN) if name in DAYS else [])


@dataclass(frozen=True)
class Field:
    """A form field. `type` is an HTML input type; `choices` are suggestions: another value may be typed."""

    name: str
    value: str
    description: str
    type: str
    choices: tuple[str, ...] = ()


async def fields(ask: Ask, names: list[str], described: dict[str, str]) -> list[Field]:
    """One field for each parameter name, with the values of the request. `described` are descriptions by name."""
    made = []
    for name in dict.fromkeys(names):
        value = ask.word(name)
        # a date picker takes whole days only: a month or year that was typed stays a text
        is_day = bool(_DAY.search(name)) and (not value or bool(_FULL_DAY.fullmatch(value)))
        choices = tuple(_CLOSED.get(name, ()))
        if name in NAMED:
            choices = tuple(row["name"] for row in await ask.kept_rows("console/known", sort=NAMED[name]))
        made.append(Field(name, value, described.get(name, ""), "date" if is_day else "text", choices))
    return made


async def template_variables(datasette: Any, request: Any, database: str | None) -> dict[str, Any]:
    """For Datasette's own page of a query: its fields by name and notes, where the catalogue describes it, else {}."""
    name = (request.url_vars.get("table") or "").removesuffix("_query")
    if database not in await claims_databases(datasette) or name not in catalogue():
        return {}
    if not await datasette.allowed(action="view-database", resource=DatabaseResource(database), actor=request.actor):
        return {}
    query, ask = catalogue()[name], Ask(datasette, request, database)
    made = await fields(ask, list(query.parameters), query.parameters)
    values = {field.name: field.value for field in made}
    names = await ask.run(lambda run: meant_by(run, values))
    is_empty = await _is_empty(ask, query.sql, values)
    said = await ask.run(lambda run: notes(run, query, values, names, is_empty=is_empty))
    try:
        given(name, values)
    except QueryError as error:  # Datasette has asked it all the same
        said = [str(error), *said]
    each = ask.datasette.urls.path(f"/ask/{name}") + f"?{request.query_string}"
    return {
        "claims_fields": {field.name: field for field in made},
        "claims_notes": said,
        "claims_of_each": each if any(len(ones) > 1 for ones in names.values()) else "",
    }


async def _is_empty(ask: Ask, sql: str, values: dict[str, str]) -> bool:
    """Whether a question has no answer; not where Datasette's time is up before that is known."""
    try:
        return not await ask.sql(f"select 1 from (\n{sql}\n) limit 1", values)
    except QueryInterrupted:
        return False
