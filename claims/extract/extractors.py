"""Text into records: what an article says, as claims with the words that say it."""

from __future__ import annotations

from claims.errors import ClaimsError
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.ja_ko.ginza_names import recogniser
from claims.extract.rules import read_rules
from claims.records import Claim, Document

__all__ = ["EXTRACTORS", "Names", "extract", "shipped_names"]

#: the extractors by name; "auto" takes the rules of the document's language
EXTRACTORS = ("auto", "rules-ja", "rules-en", "rules-ko", "rules-ja+ginza")


def extract(
    document: Document, names: Names | None = None, *, extractor: str = "auto", anchor: str | None = None
) -> list[Claim]:
    """The claims that `document.text` makes, in its order, without a database.

    `names` is the alias table (None = the one that ships). `anchor` is the day, month or year (ISO) from which dates
    are completed; None = the document's `published_on`. A claim needs a named participant or a date. The same text
    gives the same claims. Raises ClaimsError where the document has no text, for an unknown extractor or language, or
    for "rules-ja+ginza" (Japanese, with names outside the table told by GiNZA) where GiNZA is not installed.
    """
    if document.text is None or not document.text.strip():
        raise ClaimsError("the document has no text", "give a file with text in it")
    if extractor not in EXTRACTORS:
        raise ClaimsError(f"unknown extractor {extractor!r}", f"known are {', '.join(EXTRACTORS)}")
    language = document.language[:2] if extractor == "auto" else extractor.removesuffix("+ginza")[-2:]
    if language not in ("ja", "en", "ko"):
        raise ClaimsError(
            f"no rules for language {document.language!r}", "the rules read ja, en and ko; use the llm extractor"
        )
    recognise = recogniser() if extractor.endswith("+ginza") else None
    return read_rules(document, names or shipped_names(), language, anchor or document.published_on, recognise)
