"""Questions of the catalogue that must be answered alike however the claims lie, each without a restriction and with some."""

from __future__ import annotations

from typing import Any

from claims import Database

QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("who_met_whom", {}),
    ("who_met_whom", {"person": "Saito Ken"}),
    ("agreed", {}),
    ("agreed", {"party": "Japan", "topic": "semiconductors"}),
    ("failed", {}),
    ("failed", {"party": "Japan"}),
    ("expected", {}),
    ("planned", {}),
    ("planned", {"party": "Japan"}),
    ("planned", {"as_of": "2024-06-01"}),
    ("timeline", {"entity": "Japan"}),
    ("offices", {}),
    ("offices", {"person": "Saito Ken"}),
    ("offices", {"organisation": "METI"}),
    ("about", {"topic": "semiconductors"}),
    ("conflicts", {"event": "jucip-4"}),
    ("conflicts", {}),
    ("corroboration", {}),
    ("corroboration", {"event": "jucip-4"}),
    ("as_known_on", {"entity": "Japan"}),
    ("topics", {}),
    ("topics", {"topic": "semiconductors"}),
    ("extractions", {}),
    ("sources_of", {"claim": "first"}),
)
#: What another load tells otherwise: its own times, and the number of its run.
_OF_THE_LOAD = ("recorded_at", "run")


def answers(db: Database, name: str, parameters: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of a question, in their order, without what turns on when they were loaded."""
    if parameters.get("claim") == "first":
        parameters = {"claim": str(next(iter(db.sql("select min(key) as key from held_claims")))["key"])}
    return [
        {column: value for column, value in row.items() if column not in _OF_THE_LOAD}
        for row in db.query(name, **parameters)
    ]
