"""Public keys: what a thing is, hashed, so that every machine gives it the same name."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

import msgspec

from claims.text import nfc

_encode = msgspec.json.Encoder(order="sorted").encode


def key_of(record: str, **identity: Any) -> str:
    """The key of a `record` ("claim", "document" ...) with these identity fields: 26 characters, lower-case base32.

    The first 128 bits of SHA-256 over the canonical JSON of the fields: strings in NFC, names sorted, no white space.
    Fields are strings, integers, None, and lists of them; a float would print differently on another machine.
    """
    text = _encode({"record": record, **identity}).decode()
    digest = hashlib.sha256((text if text.isascii() else nfc(text)).encode()).digest()[:16]
    return base64.b32encode(digest).decode().rstrip("=").lower()


def fingerprint_of(*fields: Any) -> int:
    """The first 63 bits of SHA-256 over the canonical JSON of `fields`: equal for equal contents."""
    return int.from_bytes(hashlib.sha256(_encode(fields)).digest()[:8], "big") >> 1
