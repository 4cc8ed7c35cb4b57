"""The text of a file's bytes, in the encoding that they show."""

from __future__ import annotations

import codecs
import re

from claims.errors import ClaimsError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_EASTERN = ("cp932", "cp949", "gb18030", "big5")
_PUNCTUATION = bytes((0x80, *range(0x91, 0x98), 0xA0, 0xA3, 0xA7, 0xAB, 0xB0, 0xBB))  # quotation marks, dashes, € £ § °
_HIGH = re.compile(rb"[\x80-\xff]+")


def text_of(data: bytes, name: str, encoding: str | None = None) -> tuple[str, str | None]:
    """The text, its line ends all \\n, and a note for the reader where its encoding was only likely; None = certain.

    A mark at the start tells, else UTF-8 where the bytes are that, UTF-16 where every other one is NUL, and Latin-1 (as
    Windows-1252) where what is beyond ASCII are letters among others, as in no Asian encoding. Raises
    ClaimsError, naming the ways in which it can be read, for anything else, or where `encoding` does not fit.
    """
    encoding, note = (encoding, None) if encoding else _told(data, name)
    try:
        text = data.decode(encoding)
    except LookupError:
        raise ClaimsError(
            f"no encoding is called {encoding!r}", "give one such as utf-8, latin-1, cp932 or utf-16"
        ) from None
    except UnicodeDecodeError as error:
        raise ClaimsError(
            f"{name}: byte {error.start} is not {encoding}", "give its encoding: --set encoding=..."
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), note


def _told(data: bytes, name: str) -> tuple[str, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, None
    even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
    if even + odd > len(data[:2000]) // 4:
        return ("utf-16-le" if odd > even else "utf-16-be"), None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _older(data, name)
    return "utf-8", None


def _older(data: bytes, name: str) -> tuple[str, str | None]:
    fits = {encoding: shown for encoding in ("cp1252", *_EASTERN) if (shown := _shown(data, encoding))}
    if "cp1252" in fits and _is_western(data):
        return "cp1252", f"{name} is not UTF-8 and was read as Latin-1; --set encoding=NAME reads it otherwise"
    readings = ", ".join(f"{encoding} ({shown!r})" for encoding, shown in fits.items())
    raise ClaimsError(f"{name} is not UTF-8; it may be {readings or 'anything'}", "say which: --set encoding=NAME")


def _is_western(data: bytes) -> bool:
    """Whether nearly all that is beyond ASCII are letters that stand alone: Asian encodings have pairs, and signs in them."""
    runs = [run for run in (run.strip(_PUNCTUATION) for run in _HIGH.findall(data)) if run]
    total = sum(map(len, runs))
    letters = sum(byte >= 0xC0 and byte not in (0xD7, 0xF7) for run in runs for byte in run)
    return letters >= 0.8 * total and total <= 1.5 * len(runs)


def _shown(data: bytes, encoding: str) -> str:
    """The first words beyond ASCII as this encoding reads them; "" where it does not read the file."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    found = re.search(r"[^\x00-\x7f][^\n,;\t\"]{0,11}", text)
    return found[0] if found else ""
