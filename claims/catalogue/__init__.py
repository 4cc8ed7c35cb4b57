"""The catalogue: the questions of db/queries/ by name, whom their names mean, what is nearest where nothing answers.

Also their SQL for other clients.
"""

from claims.catalogue.answers import Answer, answer, answer_by, answer_sql, running
from claims.catalogue.binding import bound_sql
from claims.catalogue.limits import limit_of, limited
from claims.catalogue.names_asked import NAMED, Meant, Run, askings, meant_by
from claims.catalogue.nearest import nearest_name, notes, sql_hint
from claims.catalogue.questions import DAYS, Query, catalogue, described, given

__all__ = [
    "DAYS",
    "NAMED",
    "Answer",
    "Meant",
    "Query",
    "Run",
    "answer",
    "answer_by",
    "answer_sql",
    "askings",
    "bound_sql",
    "catalogue",
    "described",
    "given",
    "limit_of",
    "limited",
    "meant_by",
    "nearest_name",
    "notes",
    "running",
    "sql_hint",
]
