"""A file taken in as a document: text, HTML, PDF, Word or e-mail, with what it tells of itself."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from claims.articles.address import canonical, host, same_page
from claims.articles.contents import Contents
from claims.articles.decoding import decoded
from claims.articles.language import language_of
from claims.articles.letter import is_letter, read_letter
from claims.articles.page import read_page
from claims.articles.pdf import read_pdf
from claims.articles.prose import in_columns, not_prose
from claims.articles.word import read_word
from claims.dates import Anchor, dates_in
from claims.errors import ClaimsError
from claims.records import Document, Source
from claims.text import nfc, sha256

UNNAMED = "unnamed source"  # whose article is of which nobody says who published it
_LARGEST = 5_000_000  # characters; a book has two million
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f�]")
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|meta|title|link|style|script|article|main"
    r"|section|header|nav|div|p|span|h[1-6]|a|b|strong|em|table|ul|ol|center|font|pre|blockquote)\b",
    re.I | re.S,
)
#: what other files begin with
_REFUSED = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\xd0\xcf\x11\xe0", "a Word, Excel or Outlook file of the old format"),
    (b"{\\rtf", "RTF"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"SQLite format 3", "an SQLite database"),
)
#: what a zip file with a member of this name is
_PACKED = (
    ("META-INF/container.xml", "an EPUB book"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("content.xml", "an OpenDocument file"),
)


def read_document(
    data: bytes,
    name: str = "",
    *,
    url: str | None = None,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> tuple[Source, Document]:
    """The document that a file holds, and its source; what is given is taken over what the file tells.

    `name` is the file's name. The language is told by the text, the day of publication only by metadata or a line
    that is a whole date; None where nothing says it. `url` is held without trackers, or as the page's canonical link
    gives it. The slug is made of the name and the text, so that the same file is the same document. `encoding`: see
    `claims.articles.decoding.decoded`; what was detected is told in the document's note.

    Raises ClaimsError for what is empty, too long, no prose, of a format that is not read, or in a language that
    cannot be told.
    """
    what = name or "the file"
    if not data.strip():
        raise ClaimsError(f"{what} is empty", "give a file with text in it")
    found = _contents(data, what, encoding)
    text = nfc(found.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff"))
    if not text.strip():
        raise ClaimsError(f"{what} holds no text", "give a file with text in it")
    if len(text) > _LARGEST:
        raise ClaimsError(f"{what} has {len(text):,} characters", f"an article has fewer than {_LARGEST:,}; split it")
    if len(_UNPRINTABLE.findall(text)) > len(text) / 200:
        raise ClaimsError(f"{what} is not text", "give text, HTML, PDF, .docx or an e-mail")
    text = text.replace("\0", "\ufffd")
    language = language or language_of(text) or found.language
    if language is None:
        raise ClaimsError(f"the language of {what} cannot be told", "give --language")
    stem = re.sub(r"[^\w.-]+", "-", nfc(PurePath(name).stem))[:60].strip("-") or "document"
    address = canonical(url, found.url) if url else found.url
    digest = sha256(f"{same_page(address)}\n{text}" if address else text)
    document = Document(
        slug=f"{stem}-{digest[:8]}",
        source=nfc(source or (host(address) if address else None) or UNNAMED),
        url=address,
        title=title or found.title or _title(text) or stem,
        author=found.author,
        language=language,
        published_on=published or found.published or _published(text, language),
        text=text,
        note=found.note,
    )
    return Source(name=document.source), document


def _contents(data: bytes, what: str, encoding: str | None) -> Contents:
    start = data.lstrip()[:16]
    if start[:5] == b"%PDF-":
        return read_pdf(data, what)
    if start[:4] == b"PK\x03\x04":
        return _unpacked(data, what)
    for mark, format_ in _REFUSED:
        if start.startswith(mark):
            raise ClaimsError(f"{what} is {format_}", "give text, HTML, PDF, .docx or an e-mail")
    if is_letter(data):
        return read_letter(data, what)
    text, note = decoded(data, what, encoding)
    if _HTML.match(text[:4000]):
        page = read_page(text)
        return Contents(page.text, page.title, page.author, page.published, page.url, page.language, note)
    if kind := not_prose(text):
        raise ClaimsError(f"{what} is {kind}, no prose", "give an article; records go into `claims load`")
    if in_columns(text):
        raise ClaimsError(f"the lines of {what} run across columns side by side", "give one column after the other")
    return Contents(text, note=note)


def _unpacked(data: bytes, what: str) -> Contents:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            members = set(parts.namelist())
    except zipfile.BadZipFile:
        raise ClaimsError(f"{what} is a broken zip file", "save it anew") from None
    if "word/document.xml" in members:
        return read_word(data, what)
    kind = next((kind for member, kind in _PACKED if member in members), "a zip file")
    raise ClaimsError(f"{what} is {kind}", "give its text, one file for each article")


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
