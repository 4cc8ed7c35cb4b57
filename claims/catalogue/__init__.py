"""The catalogue: the questions of db/queries/ by name, what to say where nothing answers, and their SQL for other clients."""

from claims.catalogue.answers import Answer, answer
from claims.catalogue.binding import bound_sql
from claims.catalogue.nearest import Run, nearest_name, notes, notes_on_names, sql_hint
from claims.catalogue.questions import Query, catalogue, described, given, query

__all__ = [
    "Answer",
    "Query",
    "Run",
    "answer",
    "bound_sql",
    "catalogue",
    "described",
    "given",
    "nearest_name",
    "notes",
    "notes_on_names",
    "query",
    "sql_hint",
]
