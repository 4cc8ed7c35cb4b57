"""The answer of a statement or of a question of the catalogue, with what is known of the names in it."""

from __future__ import annotations

from math import isfinite
from typing import Any, TypedDict

from datasette.database import QueryInterrupted
from datasette.utils import InvalidSql, sqlite3, validate_sql_select

from claims.catalogue import Meant, Query, askings, given, limited, notes, sql_hint
from claims.datasette.asking import Ask
from claims.datasette.doors import MOST_PARAMETERS
from claims.datasette.showing import slow
from claims.errors import QueryError
from claims.storage.sqlite import naming

#: Of what there may be values that JSON has no way to write.
_STRANGE = {float, bytes}


class Answer(TypedDict):
    """Rows, each as long as `columns`. `truncated`: there are more; `notes`: what is known of names, and what is nearest."""

    columns: list[str]
    rows: list[list[str | int | float | None]]
    truncated: bool
    error: str
    notes: list[str]


def _nothing(error: str = "") -> Answer:
    return Answer(columns=[], rows=[], truncated=False, error=error, notes=[])


async def answered(
    ask: Ask, query: Query | None, sql: str, values: dict[str, str], names: dict[str, list[Meant]], most: int | None
) -> Answer:
    """The answer with its notes; in its place the `error` where a day is none, or where the statement does not run."""
    try:
        if query:
            given(query.name, values)
        elif len(values) == MOST_PARAMETERS:
            raise QueryError(f"a statement may name {MOST_PARAMETERS - 1} parameters", "write values into it")
    except QueryError as error:
        return _nothing(str(error))
    answer = _together(
        [
            (one.told, await _answer(ask, one.sql, one.parameters, most, check=query is None))
            for one in askings(sql, values, names)
        ]
    )
    if answer["error"]:
        answer["error"] = await _with_hint(ask, sql, answer["error"])
    elif query:
        is_empty = not answer["rows"]
        answer["notes"] = await ask.run(lambda run: notes(run, query, values, names, is_empty=is_empty))
    return answer


def _together(parts: list[tuple[dict[str, str], Answer]]) -> Answer:
    """The answers of one question as one, each row led by whom it is of."""
    told, first = parts[0]
    rows: list[list[str | int | float | None]] = [
        [*mine.values(), *row] for mine, answer in parts for row in answer["rows"]
    ]
    columns = next((answer["columns"] for _, answer in parts if answer["columns"]), first["columns"])
    return {
        "columns": [*told, *columns],
        "rows": rows,
        "truncated": any(answer["truncated"] for _, answer in parts),
        "error": next((answer["error"] for _, answer in parts if answer["error"]), ""),
        "notes": [],
    }


async def _answer(ask: Ask, sql: str, values: dict[str, Any], most: int | None, *, check: bool) -> Answer:
    """At most `most` rows, and whether there are more; None is as many as Datasette gives."""
    if not sql:
        return _nothing()
    try:
        if check:
            validate_sql_select(sql)
        sql = limited(sql, None if most is None else most + 1)
        results = await ask.datasette.execute(ask.database, sql, values, truncate=True)
    except QueryInterrupted:
        return _nothing(slow(ask.datasette))
    except (sqlite3.DatabaseError, InvalidSql) as error:
        return _nothing(str(error))
    rows = [
        list(row) if _STRANGE.isdisjoint(map(type, row)) else [_plain(value) for value in row]
        for row in results.rows[:most]
    ]
    is_more = bool(results.truncated) or len(results.rows) > len(rows)
    return Answer(columns=list(results.columns), rows=rows, truncated=is_more, error="", notes=[])


async def _with_hint(ask: Ask, sql: str, error: str) -> str:
    """The error with the nearest column or table, where one is misspelt."""
    hint = await ask.run(lambda run: sql_hint(sql, naming.missing(error), naming.columns(run(naming.COLUMNS, {}))))
    return f"{error}; {hint}" if hint else error


def _plain(value: Any) -> Any:
    """The value; in words what JSON has no way to write."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else value
