"""Bytes into text: by the encoding that is given, marked, declared, or detected, in this order."""

from __future__ import annotations

import codecs
import re

from claims.errors import ClaimsError

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]{3,20})""", re.I)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: what a page that says so may hold, as browsers read it (WHATWG Encoding Standard)
_MEANT = {"shift_jis": "cp932", "euc_kr": "cp949", "iso8859-1": "cp1252", "gb2312": "gb18030"}
#: encodings to choose from; the first that fits of those that fit equally well
_CANDIDATES = [
    "cp932",
    "euc_jp",
    "iso2022_jp",
    "cp949",
    "cp1252",
    "utf_16_le",
    "utf_16_be",
    "gb18030",
    "big5",
    "cp1251",
]
_SAMPLE = 100_000  # bytes from which an encoding is detected


def decoded(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str | None]:
    """The text of a file, and a note on its encoding; None where that is plain UTF-8.

    `encoding` is the one that the user gives; None = a byte order mark, UTF-8 where the bytes are that, what HTML, XML
    or a mail header declares in the first 2000 bytes, else what charset-normalizer detects. Raises ClaimsError where
    the bytes are not of the encoding that is given, or of none that is known.
    """
    if encoding is not None:
        return _given(data, name, encoding), f"Read as {_known(encoding, name)}, as given."
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name), None if codec == "utf-8-sig" else f"Read as {codec}, by its mark."
    # NUL is UTF-16's, and ESC $ begins Japanese in ISO-2022-JP: both are UTF-8 by the letter
    if (text := _tried(data, "utf-8")) is not None and "\0" not in text and b"\x1b$" not in data:
        return text, None
    if declared := _DECLARED.search(data[:2000]):
        codec = declared[1].decode("ascii").lower()
        if (text := _tried(data, _meant(codec))) is not None:
            return text, f"Read as {codec}, which it declares."
    if (detected := _detected(data)) and (text := _tried(data, detected)) is not None:
        return text, f"Read as {detected}, which was detected."
    raise ClaimsError(f"{name} is not UTF-8 text, nor of an encoding that can be told", "name its encoding: --encoding")


def _given(data: bytes, name: str, encoding: str) -> str:
    return _strictly(data, _meant(_known(encoding, name)), name)


def _known(encoding: str, name: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise ClaimsError(
            f"unknown encoding {encoding!r}", "name one that Python knows: cp932, euc_jp, cp949"
        ) from None


def _meant(codec: str) -> str:
    try:
        known = codecs.lookup(codec).name
    except LookupError:
        return codec
    return _MEANT.get(known, known)


def _tried(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ClaimsError(
            f"{name} is not {codec} text (byte {error.start})", "leave --encoding out, or name another"
        ) from None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # here, as it takes a while to load

    found = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return found.encoding if found else None
