"""The form in which a text is held and counted, and its hash."""

from __future__ import annotations

import hashlib
import unicodedata


def sha256(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits. The text is hashed as it stands: see `nfc`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def nfc(text: str) -> str:
    """The text in Unicode normal form C. Documents are stored so, and offsets count its code points."""
    return unicodedata.normalize("NFC", text)
