"""The questions of db/queries/ by name, with their parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import process

from claims.dates import day
from claims.errors import DateError, QueryError
from claims.resources import DB

#: Parameters that take a day.
DAYS = ("since", "until", "day", "as_of")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]*Z?$")
_PARAMETER = re.compile(r"^-- :(\w+)\s+(.*)$")


@dataclass(frozen=True)
class Query:
    """A question with its SQL. `parameters`: name -> what may be given; one that is left empty does not restrict."""

    name: str
    title: str
    description: str
    parameters: dict[str, str]
    sql: str


@cache
def catalogue() -> dict[str, Query]:
    """name -> query, in order of name."""
    return {path.stem: _read(path.stem, path.read_text("utf-8")) for path in sorted((DB / "queries").glob("*.sql"))}


def given(name: str, parameters: Mapping[str, object]) -> tuple[Query, dict[str, str]]:
    """The query `name`, and each of its parameters as text, "" where it is left out, None or "".

    Raises QueryError for an unknown query or parameter, or a day that is none.
    """
    known = catalogue()
    if name not in known:
        raise QueryError(f"no query is called {name!r}", _nearest(name, list(known)))
    asked = known[name]
    for parameter, value in parameters.items():
        if parameter not in asked.parameters:
            raise QueryError(
                f"query {name} has no parameter {parameter!r}", _nearest(parameter, list(asked.parameters))
            )
        if parameter in DAYS and value not in (None, ""):
            _check_day(parameter, str(value))
    values = {key: "" if parameters.get(key) is None else str(parameters[key]) for key in asked.parameters}
    return asked, values


def described(name: str, parameter: str) -> list[str]:
    """The values that the description of a query's parameter lists: 'a, b or c; empty: any'."""
    listed = catalogue()[name].parameters[parameter].partition(";")[0]
    return [word for word in re.split(r",\s*|\s+or\s+", listed) if word]


def _check_day(parameter: str, value: str) -> None:
    try:
        day(value[:10] if parameter == "day" and _INSTANT.match(value) else value)
    except DateError as error:
        raise QueryError(f"{parameter}: {error.message}", error.next_step) from None


def _nearest(name: str, names: list[str]) -> str:
    near = process.extractOne(name, names, score_cutoff=60)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"


def _read(name: str, sql: str) -> Query:
    """A query file: its first comment line is the question, the following ones describe the answer, then parameters."""
    described: list[str] = []
    parameters: dict[str, str] = {}
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        if match := _PARAMETER.match(line):
            parameters[match[1]] = match[2].strip()
        else:
            described.append(line[2:].strip())
    return Query(name, described[0], " ".join(described[1:]), parameters, sql)
