"""Whole answers: rows, and what to say of the names that they were asked with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from claims.catalogue.nearest import notes
from claims.catalogue.questions import given


class Answer(list[dict[str, Any]]):
    """Rows, with `notes`: a line for each name that nobody or more than one is known by, and where there is no row, why that may be."""

    def __init__(self, rows: Iterable[dict[str, Any]], notes: Iterable[str] = ()) -> None:
        super().__init__(rows)
        self.notes = list(notes)


def answer(connection: Connection, name: str, **parameters: object) -> Answer:
    """All rows of the query `name`, with notes on what it was asked with; raises as `query` does."""
    asked, values = given(name, parameters)
    rows = [dict(row) for row in connection.exec_driver_sql(asked.sql, values).mappings()]

    def run(sql: str, bound: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
        return connection.exec_driver_sql(sql, dict(bound)).fetchall()

    return Answer(rows, notes(run, asked, values, is_empty=not rows))
