"""Identity: which entity a name means, and which event a claim speaks of.

Similarity suggests; what is decided is a row that can be taken back.
"""

from claims.identity.entities import find_entity, merge, suggest_merges, unmerge
from claims.identity.gathering import RULE, gather, made_again, taken_back
from claims.identity.placing import WHO, Gathered, clear_events

__all__ = [
    "RULE",
    "WHO",
    "Gathered",
    "clear_events",
    "find_entity",
    "gather",
    "made_again",
    "merge",
    "suggest_merges",
    "taken_back",
    "unmerge",
]
