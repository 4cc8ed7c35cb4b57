"""The tables, as SQLAlchemy models. Each table and column has a comment: the data dictionary is made of them."""

from claims.models.base import Base, instant_now
from claims.models.claim import Argument, Claim, Evidence, Kind, Link, Role
from claims.models.document import Document, Sentence, Source
from claims.models.entity import Alias, Entity, Event, Judgement, Placement, Relation
from claims.models.run import Review, Run

__all__ = [
    "Alias",
    "Argument",
    "Base",
    "Claim",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "Judgement",
    "Kind",
    "Link",
    "Placement",
    "Relation",
    "Review",
    "Role",
    "Run",
    "Sentence",
    "Source",
    "instant_now",
]
