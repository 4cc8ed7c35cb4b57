"""The tables, as SQLAlchemy models. Each table and column has a comment: the data dictionary is made of them.

Rows lead to each other both ways (`claim.document`, `document.claims`). What is not loaded is fetched when it is first
looked at, while the session is open: `claims.Database.session` says why.
"""

from claims.models.argument import Argument
from claims.models.base import Base, instant_now
from claims.models.claim import Claim, Link
from claims.models.document import Document, Sentence, Source
from claims.models.doubt import Doubt
from claims.models.entity import Alias, Entity, Judgement, Relation
from claims.models.event import Event, Placement
from claims.models.evidence import Evidence
from claims.models.kind import Kind, Role
from claims.models.replica import Mark, Pulled, Replica
from claims.models.run import Review, Run
from claims.models.seal import Seal

__all__ = [
    "Alias",
    "Argument",
    "Base",
    "Claim",
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
    "instant_now",
]
