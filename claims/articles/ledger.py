"""The ledger of a text that was read in part: which of its sentences bear claims, and which are still to be read."""

from __future__ import annotations

from sqlalchemy import Connection

from claims.extract.llm import ModelRun
from claims.records import Claim, Document, Sentence
from claims.resources import DB
from claims.text import split_sentences

#: how the reason of a sentence begins that was not read
UNREAD = "unread: "
_REASONS = {"heading": "heading", "caption": "caption", "byline": "byline", "box": "boilerplate"}


def ledger(document: Document, claims: list[Claim], run: ModelRun) -> list[Sentence]:
    """An entry for each sentence that the run had to read: the reason why it bears no claim, with the unread ones marked."""
    told = document.slug or document.key or document.title
    asked, unread = set(run.asked), {(one.start, one.end): one.why for one in run.unread}
    borne = [(one.start or 0, one.end or 0) for claim in claims for one in claim.evidence]
    entries = []
    for span in split_sentences(document.text or "", document.language):
        place = span.start, span.end
        if place in asked:
            bears = any(start < span.end and span.start < end for start, end in borne)
            reason = f"{UNREAD}{unread[place]}" if place in unread else _REASONS.get(span.kind, "no claim was found")
            entries.append(Sentence(document=told, start=span.start, end=span.end, reason=None if bears else reason))
    return entries


def unread(connection: Connection, slug: str) -> list[tuple[int, int]] | None:
    """The sentences of a document that its ledger marks as unread; None where there are none, so that all is to be read."""
    sql = (DB / "extract" / "unread.sql").read_text("utf-8")
    found = [(start, end) for start, end in connection.exec_driver_sql(sql, {"document": slug})]
    return found or None
