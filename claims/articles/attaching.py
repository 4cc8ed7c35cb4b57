"""A withheld document's text given back, once it is shown to be the same."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from claims.errors import ClaimsError
from claims.export import export
from claims.records import Document
from claims.text import sha256


def attach(connection: Connection, content: bytes) -> Document:
    """The record, to be loaded, of the document whose text these bytes (UTF-8) are.

    Raises ClaimsError where no withheld document has this text: then every span would count another text.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ClaimsError(f"the file is not UTF-8 (byte {error.start})", "give the text as it was read") from None
    digest = sha256(text)
    for record in export(connection):
        if isinstance(record, Document) and record.text_sha256 == digest:
            return msgspec.structs.replace(record, text=text)
    raise ClaimsError(
        f"no document has a text with the hash {digest}", "check that the file is unchanged, to the last newline"
    )
