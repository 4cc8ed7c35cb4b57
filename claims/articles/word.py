"""A Word document (.docx) as text."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from claims.articles.contents import Contents
from claims.errors import ClaimsError
from claims.stream.unpacking import check_unpacked

_DC = "{http://purl.org/dc/elements/1.1/}"


def read_word(data: bytes, name: str) -> Contents:
    """The paragraphs of a .docx file, and its title and author. Raises ClaimsError without mammoth, or where it is broken."""
    try:
        import mammoth
    except ImportError:
        raise ClaimsError(f"{name} is a Word document", "pip install 'claims[docx]' reads them") from None
    check_unpacked(data, name)
    try:
        text: str = mammoth.extract_raw_text(io.BytesIO(data)).value
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            core = parts.read("docProps/core.xml") if "docProps/core.xml" in parts.namelist() else b"<none/>"
        told = ElementTree.fromstring(core)
    except (zipfile.BadZipFile, ElementTree.ParseError, ExpatError, KeyError, ValueError, AttributeError) as error:
        raise ClaimsError(
            f"{name} cannot be read as a Word document: {error}", "save it anew, or give its text"
        ) from None
    return Contents(
        "\n".join(line for line in text.split("\n") if line.strip()),
        title=(told.findtext(f"{_DC}title") or "").strip() or None,
        author=(told.findtext(f"{_DC}creator") or "").strip() or None,
    )
