"""The record format, one JSON object a line: its types, decoding and checking, public keys, and the records that ship.

To write records from Python, make these types; `claims.Claim` and the like are the tables that hold them.
"""

from claims.records.corpus import corpus_lines
from claims.records.decoding import decode, record_from_object
from claims.records.keys import claim_key, document_key, fingerprint_of, key_of
from claims.records.placed import Placed
from claims.records.types import (
    Alias,
    Argument,
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Judgement,
    Link,
    Placement,
    Record,
    Relation,
    Review,
    Run,
    Sentence,
    Source,
    encode,
    json_schema,
)

__all__ = [
    "Alias",
    "Argument",
    "Claim",
    "Document",
    "Entity",
    "Event",
    "Evidence",
    "Judgement",
    "Link",
    "Placed",
    "Placement",
    "Record",
    "Relation",
    "Review",
    "Run",
    "Sentence",
    "Source",
    "claim_key",
    "corpus_lines",
    "decode",
    "document_key",
    "encode",
    "fingerprint_of",
    "json_schema",
    "key_of",
    "record_from_object",
]
