"""The text of a PDF: its paragraphs, column by column."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.articles.contents import Contents
from claims.articles.prose import in_columns
from claims.errors import ClaimsError

if TYPE_CHECKING:
    from pdfminer.layout import LTTextBox

_LINE_MARGIN = 0.8  # of a line's height: lines nearer to each other are one paragraph, columns that face each other not
_LARGER = 1.15  # a line higher than the one before by this factor begins another paragraph, as a heading does
_CJK = re.compile("[ぁ-ヿ㐀-鿿、。」』）]")
_PAGE = re.compile(r"[-–—\s]*(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?[-–—\s]*", re.I)


def read_pdf(data: bytes, name: str) -> Contents:
    """The text of a PDF, a paragraph a line, as pdfminer's analysis of the layout finds them.

    Lines that were drawn side by side but belong to two columns are kept apart. Title and author are the file's own;
    its day of making is none of publication. Raises ClaimsError without pdfminer, for lines that were drawn
    across columns, and for what cannot be read.
    """
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams, LTTextBox
        from pdfminer.pdfdocument import PDFPasswordIncorrect
    except ImportError:
        raise ClaimsError(f"{name} is a PDF", "pip install 'claims[pdf]' reads them") from None
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it notes each slip of a file on standard error
    try:
        pages = extract_pages(io.BytesIO(data), laparams=LAParams(line_margin=_LINE_MARGIN))
        boxes = [box for page in pages for box in page if isinstance(box, LTTextBox)]
        told = _told(data)
    except PDFPasswordIncorrect:
        raise ClaimsError(f"{name} is a PDF under a password", "save it without one") from None
    except Exception as error:  # a broken file makes the library raise whatever its parts do
        raise ClaimsError(f"{name} cannot be read as PDF: {error or type(error).__name__}", "give its text") from None
    if in_columns("".join(box.get_text() for box in boxes)):
        raise ClaimsError(f"the lines of {name} run across columns side by side", "give one column after the other")
    paragraphs = [paragraph for box in boxes for paragraph in _paragraphs(box)]
    text = "\n".join(one for one in paragraphs if one and not _PAGE.fullmatch(one))
    if not text:
        raise ClaimsError(
            f"{name} holds no text: its pages are pictures, or its fonts hide their letters", "read them with OCR first"
        )
    return Contents(text, title=told.get("Title"), author=told.get("Author"))


def _paragraphs(box: LTTextBox) -> Iterator[str]:
    """The paragraphs of a box, each on one line; a word that a hyphen parts over two lines is one again."""
    paragraph, height = "", 0.0
    for line in box:
        words = " ".join(line.get_text().split(" ")).strip("\n")
        if paragraph and max(height, line.height) > _LARGER * min(height, line.height):
            yield paragraph.strip()
            paragraph = ""
        if paragraph.endswith("-") and words[:1].islower():
            paragraph = paragraph[:-1] + words
        elif paragraph and not (_CJK.match(paragraph[-1]) and _CJK.match(words[:1])):
            paragraph += " " + words
        else:
            paragraph += words
        height = line.height
    yield paragraph.strip()


def _told(data: bytes) -> dict[str, str]:
    """What the file's own information says of title and author, where that is a text."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser
    from pdfminer.utils import decode_text

    told: dict[str, str] = {}
    for info in PDFDocument(PDFParser(io.BytesIO(data))).info:
        for field in ("Title", "Author"):
            value = info.get(field)
            text = decode_text(value).strip() if isinstance(value, bytes) else ""
            if text and not re.search(r"\.\w{3,4}$|^untitled|^Microsoft Word", text, re.I):
                told[field] = text
    return told
