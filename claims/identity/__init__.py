"""Identity: which entity a name means, and which event a claim speaks of.

Similarity suggests; what is decided is a row that can be taken back.
"""

from claims.identity.entities import find_entity, merge, suggest_merges, unmerge
from claims.identity.gathering import Gathered, gather, scatter

__all__ = ["Gathered", "find_entity", "gather", "merge", "scatter", "suggest_merges", "unmerge"]
