"""Whole answers: rows, and what to say of the names that they were asked with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from claims.catalogue.binding import bound_sql
from claims.catalogue.limits import limited
from claims.catalogue.names_asked import Run, askings, meant_by
from claims.catalogue.nearest import notes
from claims.catalogue.questions import given


class Answer(list[dict[str, Any]]):
    """Rows, one dict each, with `notes`: a line for each name that nobody or more than one is known by.

    Where there is no row, a note tells why that may be.
    """

    def __init__(self, rows: Iterable[dict[str, Any]], notes: Iterable[str] = ()) -> None:
        super().__init__(rows)
        self.notes = list(notes)


def answer(connection: Connection, name: str, **parameters: object) -> Answer:
    """The answer of the query `name`, in the query's order. A parameter that is left out, None or "" does not restrict.

    A name that several carry is answered for each in turn, with a column asked_PARAMETER that tells them apart. Raises
    QueryError for an unknown query or parameter, naming the nearest one, and for a day that is none.
    """

    def rows(sql: str, bound: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
        return (dict(row) for row in connection.exec_driver_sql(sql, dict(bound)).mappings())

    return answer_by(running(connection), rows, name, parameters)


def answer_by(
    run: Run,
    rows: Callable[[str, Mapping[str, Any]], Iterable[dict[str, Any]]],
    name: str,
    parameters: Mapping[str, object],
    limit: int | None = None,
) -> Answer:
    """As `answer`, whatever `run` and `rows` run statements on; at most `limit` rows, None is all."""
    asked, values = given(name, parameters)
    meant = meant_by(run, values)
    found: list[dict[str, Any]] = []
    for one in askings(asked.sql, values, meant):
        left = None if limit is None else limit - len(found)
        if left == 0:
            break
        found += [one.told | row for row in rows(limited(one.sql, left), one.parameters)]
    return Answer(found, notes(run, asked, values, meant, is_empty=not found))


def answer_sql(connection: Connection, spell: Callable[[str], str], name: str, **parameters: object) -> str:
    """The SQL of the query `name` with its values bound, for any client of the engine that `spell` spells it for.

    Raises as `answer` and `bound_sql` do.
    """
    asked, values = given(name, parameters)
    return bound_sql(asked, values, meant_by(running(connection), values), spell)


def running(connection: Connection) -> Run:
    """Runs statements on this connection."""

    def run(sql: str, bound: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return connection.exec_driver_sql(sql, dict(bound)).fetchall()

    return run
