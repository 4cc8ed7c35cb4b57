"""Sentences read as the tests want them, and a skip with its reason where a language's parser is not installed."""

from __future__ import annotations

from functools import cache

import pytest

from claims import records
from claims.errors import ClaimsError
from claims.extract import read_text, shipped_names
from claims.extract.gazetteer import Names
from claims.extract.lexicon import lexicon
from claims.extract.reading import Reading
from claims.extract.trees.parsers import parser_for
from claims.records import Claim, Document

NAMES = shipped_names()


@cache
def missing(language: str) -> str:
    """What to install before a language can be read; "" where nothing is missing."""
    try:
        parser_for(lexicon(language))
    except ClaimsError as error:
        return str(error)
    return ""


def reading(text: str, language: str, published: str | None = "2025-05-14", names: Names = NAMES) -> Reading:
    """What the reader makes of a text, however unsure, each span checked against it."""
    if missing(language):
        pytest.skip(missing(language))
    document = Document(slug="t", source="s", title="t", language=language, published_on=published, text=text)
    found = read_text(document, names, least=0)
    for claim in found.claims:
        records.encode(claim)
        for evidence in claim.evidence:
            assert evidence.start is not None
            assert evidence.end is not None
            assert text[evidence.start : evidence.end].strip() == text[evidence.start : evidence.end] != ""
        for argument in claim.arguments:
            if argument.start is not None:
                assert text[argument.start : argument.end] == argument.name
    return found


def read(text: str, language: str, published: str | None = "2025-05-14", names: Names = NAMES) -> list[Claim]:
    """The claims of a text, without those of titles."""
    return [one for one in reading(text, language, published, names).claims if one.kind != "hold_office"]


def told(claims: list[Claim]) -> list[str]:
    return [
        f"{c.kind} {c.phase}{'' if c.polarity == '+' else ' not'} {c.certainty} {c.date or c.due or '-'}"
        for c in claims
    ]


def named(claim: Claim, *roles: str) -> list[str]:
    return sorted(argument.name for argument in claim.arguments if argument.role in roles)
