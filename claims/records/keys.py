"""Public keys: what a thing is, hashed, so that every machine gives it the same name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from claims.records.types import Claim, Document, Evidence
from claims.text import nfc

_encode = msgspec.json.Encoder(order="sorted").encode
_DIGITS = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = [first + second for first in _DIGITS for second in _DIGITS]


def key_of(record: str, **identity: Any) -> str:
    """The key of a `record` ("claim", "document" ...) with these identity fields: 26 characters, lower-case base32.

    The first 128 bits of SHA-256 over the canonical JSON of the fields: strings in NFC, names sorted, no white space.
    Fields are strings, integers, None, and lists of them; a float would print differently on another machine.
    """
    identity["record"] = record
    text = _encode(identity)
    if not text.isascii():
        text = nfc(text.decode()).encode()
    return _base32(hashlib.sha256(text).digest()[:16])


def fingerprint_of(*fields: Any) -> int:
    """The first 63 bits of SHA-256 over the canonical JSON of `fields`: equal for equal contents."""
    return int.from_bytes(hashlib.sha256(_encode(fields)).digest()[:8], "big") >> 1


Words = tuple[str, int, int | str]


def claim_key(claim: Claim, documents: Mapping[str, str], words: Iterable[Words] | None = None) -> str:
    """The key of a claim: its document, kind, phase, polarity, roles with names as written, date as written, and words.

    `documents` gives the key of each document that it refers to; `words` are (document key, start, end) or, where
    unverified, (document key, -1, quote or ""); by default those of its evidence, each quote of which then counts as
    unverified. Never confidence, extractor or time.
    """
    if words is None:
        words = [_words(documents[one.document or claim.document], one) for one in claim.evidence]
    return key_of(
        "claim",
        document=documents[claim.document],
        kind=claim.kind,
        phase=claim.phase,
        polarity=claim.polarity,
        arguments=sorted([[argument.role, argument.name] for argument in claim.arguments]),
        date=claim.date_text or claim.date,
        evidence=sorted([list(place) for place in words]),
    )


def document_key(document: Document, text_sha256: str | None) -> str:
    """The key of a document: its source, address, title, language, and the hash of its text (None = not known)."""
    return key_of(
        "document",
        source=document.source,
        url=document.url,
        title=document.title,
        language=document.language,
        text_sha256=text_sha256,
    )


def _words(document: str, evidence: Evidence) -> Words:
    if evidence.start is None or evidence.end is None:
        return document, -1, evidence.quote or ""
    return document, evidence.start, evidence.end


def _base32(digest: bytes) -> str:
    """16 bytes in 26 digits, lower case; the standard library's own takes longer than all the rest of a key."""
    bits = int.from_bytes(digest, "big") << 2
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(120, -1, -10)])
