"""A database of who said what happened: claims with their sources, words, certainty and contradictions, asked in SQL.

`Database` opens one; the models are its tables, for `select` and `Database.session`. What is written is a record: see
`claims.records`.
"""

from claims.database import Database
from claims.errors import ClaimsError
from claims.models import (
    Alias,
    Argument,
    Claim,
    Document,
    Doubt,
    Entity,
    Event,
    Evidence,
    Judgement,
    Kind,
    Link,
    Mark,
    Placement,
    Pulled,
    Relation,
    Replica,
    Review,
    Role,
    Run,
    Seal,
    Sentence,
    Source,
)

__all__ = [
    "Alias",
    "Argument",
    "Claim",
    "ClaimsError",
    "Database",
    "Document",
    "Doubt",
    "Entity",
    "Event",
    "Evidence",
    "Judgement",
    "Kind",
    "Link",
    "Mark",
    "Placement",
    "Pulled",
    "Relation",
    "Replica",
    "Review",
    "Role",
    "Run",
    "Seal",
    "Sentence",
    "Source",
]
