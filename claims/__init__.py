"""A database of who said what happened: claims with their sources, words, certainty and contradictions, asked in SQL."""

from claims.database import Database
from claims.errors import ClaimsError

__all__ = ["ClaimsError", "Database"]
