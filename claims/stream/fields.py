"""The fields that a column of a table can give, each named as the record format names it."""

from __future__ import annotations

import re
import unicodedata

from claims.vocabulary import KINDS, ROLES, TERMS

#: Of a claim, by what stands in a cell. Roles come besides: each name in the cell is an argument in that role.
CLAIM = {
    "kind": "what it is about: meet, visit, sign ... (`claims template kinds`)",
    "phase": "what has become of it: occurred, scheduled, agreed, failed ...",
    "date": "the day, month or year; day and month in the order that the whole column shows",
    "date_text": "the date as the document writes it",
    "due": "when a promised thing is to happen",
    "due_text": "that date as the document writes it",
    "polarity": "+ it is so, - it is not so",
    "certainty": "CT certain, PR probable, PS possible, U uncommitted",
    "speech_act": "report, announce, promise, predict, assess, urge or deny",
    "asserter": "who says it, where it is not the document itself",
    "quantity": "the rank, count or amount that it turns on",
    "event": "slug or key of an event",
    "summary": "the statement in one sentence; made of the other cells where there is none",
    "confidence": "how sure the reader is, 0 to 1",
    "slug": "a handle of your own for the claim; a corrected table supersedes by it",
    "date_basis": "how the date was told: stated, completed, relative ...",
    "retraction": "why the claim is withdrawn",
}
EVIDENCE = {
    "quote": "the words that say it; unverified until the document's text is attached",
    "page": "page or place in the document",
}
DOCUMENT = {
    "document": "slug or key of the document, or the slug that it shall have",
    "title": "its title; the address where there is none",
    "url": "its address",
    "language": "en, ja, ko ...; und where there is none",
    "published_on": "day, month or year of publication",
    "note": "what a reader should know of the document",
}
SOURCE = {
    "source": "who publishes it; the host of the address where there is none",
    "source_kind": "ministry, government, wire, outlet, aggregator, reference or other",
    "source_country": "its country, e.g. JP",
    "source_reliability": "Admiralty code A to F",
    "source_origin": "name of the source that it repeats",
}
FIELDS = CLAIM | {name: role.definition for name, role in ROLES.items()} | EVIDENCE | DOCUMENT | SOURCE
DATES = ("date", "due", "published_on")
PARTY_ROLES = tuple(name for name, role in ROLES.items() if role.is_party)
#: The closed vocabulary of a field: a cell may have it in capitals.
CLOSED = {
    "kind": tuple(KINDS),
    **{
        name: tuple(TERMS[name])
        for name in ("phase", "polarity", "certainty", "speech_act", "date_basis", "source_kind")
    },
    "source_reliability": tuple(TERMS["reliability"]),
}
_MANY = (*ROLES, "quote")
_EDGES = re.compile(r"[\s_\-–.:]+")


def field_called(column: str) -> str | None:
    """The field that a column so called gives: its name in any case, roles in the plural or with a number too; else None."""
    name = _EDGES.sub("_", unicodedata.normalize("NFKC", column).casefold()).strip("_")
    if name in FIELDS:
        return name
    bare = re.sub(r"_?\d+$", "", name)
    for one in (bare, bare.removesuffix("s"), f"{bare.removesuffix('ies')}y", "basis" if bare == "bases" else ""):
        if one in _MANY:
            return one
    return None
