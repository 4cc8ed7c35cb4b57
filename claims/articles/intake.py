"""A file taken in as a document: plain text, HTML or PDF, with its title, language and day where they can be told."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from pathlib import PurePath
from urllib.parse import urlsplit

from claims.articles.html_page import read_page
from claims.dates import Anchor, dates_in
from claims.errors import ClaimsError
from claims.records import Document, Source
from claims.text import nfc, sha256

_LARGEST = 5_000_000  # characters; a book has two million
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f�]")
_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h1)\b", re.I | re.S)
_CHARSET = re.compile(rb"charset=[\"']?([\w-]{3,20})", re.I)
_ENGLISH = frozenset(["the", "of", "and", "to", "in", "on", "with", "was", "that", "for", "said", "is"])


def read_document(
    data: bytes,
    name: str = "",
    *,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> tuple[Source, Document]:
    """The document that a file holds, and its source; what is given is taken over what can be guessed.

    `name` is the file's name. The language is told by its script, the day of publication only by a page's own
    metadata or a line that is a whole date; None where nothing says it. The slug is made of the name and the text, so
    that the same file is the same document. Raises ClaimsError for what is empty, binary, too long, a PDF without
    text, or in a language that cannot be told.
    """
    if not data.strip():
        raise ClaimsError(f"{name or 'the file'} is empty", "give a file with text in it")
    told: dict[str, str] = {}
    if data.lstrip()[:5] == b"%PDF-":
        text = _pdf(data, name)
    else:
        text = _decoded(data, name)
        if _HTML.match(data[:4000]):
            text, told = read_page(text)
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    if not text.strip():
        raise ClaimsError(f"{name or 'the file'} holds no text", "give a file with text in it")
    if len(text) > _LARGEST:
        raise ClaimsError(
            f"{name or 'the text'} has {len(text):,} characters", f"an article has fewer than {_LARGEST:,}; split it"
        )
    if len(_UNPRINTABLE.findall(text)) > len(text) / 200:
        raise ClaimsError(f"{name or 'the file'} is not text", "give plain text, HTML or PDF")
    text = text.replace("\0", "\ufffd")
    language = language or told.get("language") or language_of(text)
    if language is None:
        raise ClaimsError("the language cannot be told from the script", "give --language")
    stem = re.sub(r"[^\w.-]+", "-", PurePath(name).stem)[:60].strip("-") or "document"
    host = urlsplit(url).hostname if url else None
    publisher = source or (host.removeprefix("www.") if host else None) or "unnamed source"
    document = Document(
        slug=f"{stem}-{sha256(text)[:8]}",
        source=publisher,
        url=url or told.get("url"),
        title=title or told.get("title") or _title(text) or stem,
        language=language,
        published_on=published or told.get("published") or _published(text, language),
        text=text,
    )
    return Source(name=publisher), document


def language_of(text: str) -> str | None:
    """ "ja", "ko" or "en" by script and, for Latin letters, common words; None where it is none of them, or unclear."""
    sample = text[:200_000]
    kana, hangul = len(re.findall("[ぁ-んァ-ヴ]", sample)), len(re.findall("[가-힣]", sample))
    latin, han = len(re.findall("[A-Za-z]", sample)), len(re.findall("[一-鿿]", sample))
    if kana > 10 * hangul and kana * 20 > latin + han:
        return "ja"
    if hangul > 2 * kana and hangul * 10 > latin:
        return "ko"
    words = Counter(re.findall(r"[a-z]+", sample.lower()))
    common = sum(words[word] for word in _ENGLISH)
    return "en" if latin > 20 * (kana + hangul + han) and common * 12 >= sum(words.values()) else None


def _decoded(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:2000])
    codecs = ["utf-8-sig"]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codecs = ["utf-16"]
    elif declared:
        codecs.append(declared[1].decode("ascii"))
    for codec in codecs:
        try:
            return data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    raise ClaimsError(
        f"{name or 'the file'} is not UTF-8 text", "convert it to UTF-8, or give HTML that names its charset"
    )


def _pdf(data: bytes, name: str) -> str:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise ClaimsError(f"{name} is a PDF", "pip install 'claims[pdf]' reads them") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it notes each slip of a file on standard error
    try:
        return "\n\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    except (
        PyPdfError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
        OSError,
        RuntimeError,
    ) as error:
        raise ClaimsError(f"{name} cannot be read as PDF: {error}", "give its text") from None


def _title(text: str) -> str | None:
    """The first line, where it is short and no sentence."""
    first = text.strip().split("\n", 1)[0].strip()
    return first if 3 <= len(first) <= 120 and first[-1] not in "。.!?" else None


def _published(text: str, language: str) -> str | None:
    """A whole date that stands alone, or nearly so, in one of the first lines."""
    for line in text.strip().split("\n", 12)[:12]:
        if language in ("ja", "en", "ko") and 6 <= len(line.strip()) <= 45:
            days = [d for d in dates_in(line, language, Anchor(None)) if d.basis == "stated" and len(d.edtf) == 10]  # type: ignore[arg-type]
            if len(days) == 1 and len(line.strip()) - (days[0].end - days[0].start) <= 20:
                return days[0].edtf
    return None
