"""Quotes: where the words that somebody cites stand in a text, and whether two wordings say the same.

A quote is never stored; its span is.
"""

from claims.quotes.aligner import Aligner, Alignment, align

__all__ = ["Aligner", "Alignment", "align"]
