"""Extraction: what an article says, as claims with the words that say it.

Text in, records out; no database is needed.
"""

from claims.extract.confidence import LEAST
from claims.extract.extractors import EXTRACTORS, extract, read_text
from claims.extract.gazetteer import Names, shipped_names

__all__ = ["EXTRACTORS", "LEAST", "Names", "extract", "read_text", "shipped_names"]
