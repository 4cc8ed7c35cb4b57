"""A document's text given to it: back, once it is shown to be the same, or for the first time."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection

from claims.articles.intake import read_document
from claims.errors import ClaimsError, NotFoundError
from claims.export import export
from claims.records import Document
from claims.text import sha256


def attach(connection: Connection, content: bytes, to: str | None = None, name: str = "") -> Document:
    """The record, to be loaded, of the document whose text these bytes are: loading it looks its quotes up in it.

    A withheld document is found by the hash of the text (UTF-8, unchanged). One whose text was never held has no
    hash: `to` is its slug or key, and the bytes may be text, HTML or PDF (`name`: the file's name). Raises ClaimsError
    where no such document is there, or its hash is another: then every span would count another text.
    """
    if to is not None:
        return _first_text(_document(connection, to), content, name)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ClaimsError(f"the file is not UTF-8 (byte {error.start})", "give the text as it was read") from None
    digest = sha256(text)
    for record in export(connection):
        if isinstance(record, Document) and record.text_sha256 == digest:
            return msgspec.structs.replace(record, text=text)
    raise ClaimsError(
        f"no document has a text with the hash {digest}",
        "check that the file is unchanged, to the last newline; a document that never had a text is named with --to",
    )


def _document(connection: Connection, name: str) -> Document:
    for record in export(connection):
        if isinstance(record, Document) and name in (record.slug, record.key):
            return record
    raise NotFoundError(
        f"no document has the slug or key {name!r}", "`claims sql 'select slug, key, title from documents'`"
    )


def _first_text(record: Document, content: bytes, name: str) -> Document:
    if record.text is not None:
        raise ClaimsError(f"{record.slug or record.key} has its text", "nothing is to be attached")
    if record.text_sha256 is not None:
        text = content.decode("utf-8", "replace")
        if sha256(text) != record.text_sha256:
            raise ClaimsError(
                f"{record.slug or record.key} has a text with the hash {record.text_sha256}, the file another",
                "check that the file is unchanged, to the last newline",
            )
    else:
        text = read_document(content, name, language=record.language)[1].text or ""
    return msgspec.structs.replace(record, text=text)
