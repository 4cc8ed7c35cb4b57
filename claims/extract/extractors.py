"""Text into records: what an article says, as claims with the words that say it."""

from __future__ import annotations

from claims.errors import ClaimsError
from claims.extract.confidence import LEAST
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.lexicon import lexicon
from claims.extract.reading import Reading, read
from claims.extract.trees.parsers import parser_for
from claims.records import Claim, Document

#: the extractors by name; "auto" is the reader
EXTRACTORS = ("auto", "reader")


def extract(
    document: Document,
    names: Names | None = None,
    *,
    extractor: str = "auto",
    anchor: str | None = None,
    pipeline: str | None = None,
    least: float = LEAST,
) -> list[Claim]:
    """The claims that `document.text` makes, in its order, without a database: see `read_text`."""
    return read_text(document, names, extractor=extractor, anchor=anchor, pipeline=pipeline, least=least).claims


def read_text(
    document: Document,
    names: Names | None = None,
    *,
    extractor: str = "auto",
    anchor: str | None = None,
    pipeline: str | None = None,
    least: float = LEAST,
) -> Reading:
    """The claims that a document makes, and for each sentence that bears none the reason.

    `names` is the alias table (None = the one that ships). `anchor` is the day, month or year (ISO) from which dates
    are completed; None = the document's `published_on`. `pipeline` is an installed parser by name (None = the first
    that the language's lexicon lists). `least`, 0 to 1: a claim whose confidence is less is not made, and the ledger
    says so; 0 = all are made. The same text gives the same claims. Raises ClaimsError where the document has
    no text, for an unknown extractor, a language without a lexicon, or where no parser is installed.
    """
    if document.text is None or not document.text.strip():
        raise ClaimsError("the document has no text", "give a file with text in it")
    if extractor not in EXTRACTORS:
        raise ClaimsError(f"unknown extractor {extractor!r}", f"known are {', '.join(EXTRACTORS)}")
    words = lexicon(document.language[:2])
    parser = parser_for(words, pipeline)
    return read(document, names or shipped_names(), words, parser, anchor or document.published_on, least)
