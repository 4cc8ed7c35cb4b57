"""Documents with their texts, and the ledgers of their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims import records
from claims.errors import RecordError
from claims.load.held_document import HeldDocument, check_against, held_key
from claims.load.receipt import Outcome, Receipt
from claims.load.rows import Rows
from claims.load.sources import Sources
from claims.records import document_key
from claims.text import sha256


@dataclass
class Page:
    """A document as claims need it. `text` is None where withheld, `length` None where its text was never held."""

    id: int
    key: str
    text: str | None
    length: int | None
    restates_id: int | None
    language: str
    published_on: str | None


class Documents:
    """Writes them; sentences that are to bear claims wait for `close`."""

    def __init__(self, rows: Rows, sources: Sources, receipt: Receipt) -> None:
        self._rows = rows
        self._receipt = receipt
        self._sources = sources
        self._bearing: list[tuple[int, records.Sentence, Page]] = []
        self._pages: dict[str, Page] = {}
        self._length = 0  # of the texts of these pages
        self._given: list[int] = []  # ids of documents whose text came in this load
        self._redated: list[int] = []  # and of those whose day became another

    def write(self, record: records.Document) -> Outcome:
        """Insert the document or bring it up to date. Raises RecordError where it contradicts what is held, or refers to nothing."""
        digest, length = record.text_sha256, record.text_length
        if record.text is not None:
            digest, length = sha256(record.text), len(record.text)
            if record.text_sha256 not in (None, digest):
                raise RecordError("text_sha256", f"the text's hash is {digest}", record.text_sha256)
        key = self._settled_key(record) or held_key(self._rows.run, record, digest, self._rows.only)
        self._rows.called[document_key(record, None)] = key
        restates_id = self._rows.find("documents", record.restates, "restates").id if record.restates else None
        row = self._rows.run(
            "select id, slug, published_on, text, text_sha256, text_length, restates_id from documents where key = ?",
            (key,),
        ).fetchone()
        held = None if row is None else HeldDocument(*row)
        if held is not None and not self._rows.changes.as_told:
            check_against(self._rows.run, held, record, digest, length, restates_id)
        self._rows.check_named("documents", key, record.slug, record.key)
        for field, name in (("source", record.source), ("origin", record.origin)):
            self._rows.refused.check("sources", name or "", field)
        fields: dict[str, Any] = {  # nothing of the record is refused any more: what follows may write
            "source_id": self._sources.id_of(record.source, "source"),
            "url": record.url,
            "title": record.title,
            "author": record.author,
            "language": record.language,
            "published_on": record.published_on,
            "origin_id": self._sources.id_of(record.origin, "origin") if record.origin else None,
            "restates_id": restates_id,
            "text": record.text,
            "text_sha256": digest,
            "text_length": length,
            "note": record.note,
        }
        if held is not None:
            if record.text is None:  # a record without the text does not take it away
                fields["text"] = held.text
                if digest is None:
                    fields["text_sha256"], fields["text_length"] = held.text_sha256, held.text_length
            if not self._rows.is_given("published_on"):
                fields["published_on"] = held.published_on
            if held.text != fields["text"]:
                self._rows.changes.before_text_changes(held.id)
            if held.published_on != fields["published_on"]:
                self._rows.changes.before_day_changes(held.id)
        id_, outcome = self._rows.put_keyed("documents", key, record.slug, fields, is_new=held is None)
        if outcome == "inserted":
            self._rows.changes.new_documents.add(id_)
        elif held is not None and held.text is None and record.text is not None:
            self._given.append(id_)
        if held is not None and held.published_on != fields["published_on"]:
            self._redated.append(id_)
        self._pages.pop(key, None)
        for slug in (record.slug, None if held is None else held.slug):  # one that moves on means another from now on
            if slug is not None:
                self._pages.pop(slug, None)
                self._rows.found.pop(("documents", slug), None)
        if held is None:
            self._rows.remember("documents", key, record.slug, id_)
            page = Page(id_, key, record.text, length, restates_id, record.language, record.published_on)
            self._keep(record.slug or key, page)
        return outcome

    def add_sentence(self, line: int, record: records.Sentence) -> Outcome | None:
        """Write a line of a document's ledger; None where it is to bear claims, and waits for `close`."""
        page = self._page_of(record)
        if record.reason is None:
            self._bearing.append((line, record, page))
            return None
        return self._sentence(record, page)

    def close(self) -> None:
        """Write the sentences that gave no reason, now that the claims are there; one that bears none is refused."""
        for line, record, page in self._bearing:
            bears = self._rows.run(
                "select 1 from evidence where document_id = ? and span_start < ? and span_end > ?",
                (page.id, record.end, record.start),
            ).fetchone()
            if bears is None and not self._rows.changes.as_told:
                reason = "the sentence bears no claim; say why"
                self._receipt.reject(
                    line, RecordError("reason", reason, f"{record.document} {record.start}-{record.end}")
                )
            else:
                self._receipt.count(self._sentence(record, page), record)
        self._bearing.clear()

    def page(self, reference: str, field: str) -> Page:
        """The document with this slug or key, with its text. Raises RecordError naming `field`."""
        if self._rows.refused:
            self._rows.refused.check("documents", reference, field)
        page = self._pages.get(reference)
        if page is None:
            named = self._rows.find("documents", reference, field)
            row = self._rows.run(
                "select text, text_length, restates_id, language, published_on from documents where id = ?", (named.id,)
            ).fetchone()
            page = Page(named.id, named.key, *row)
            self._keep(reference, page)
        return page

    def texts_given(self) -> list[int]:
        """Ids of the documents that were there without their text, and have it since this was asked last."""
        given, self._given = self._given, []
        return given

    def days_given(self) -> list[int]:
        """Ids of the documents of which the day is another since this was asked last."""
        given, self._redated = self._redated, []
        return given

    def _keep(self, reference: str, page: Page) -> None:
        """Texts are large: hold no more than a load is likely to come back to."""
        if len(self._pages) >= 512 or self._length > 1 << 24:
            self._pages.clear()
            self._length = 0
        self._pages[reference] = page
        self._length += page.length or 0

    def _settled_key(self, record: records.Document) -> str | None:
        """The key that the record says it has, where another database settled which document it is."""
        return record.key if self._rows.changes.as_told else None

    def _page_of(self, record: records.Sentence) -> Page:
        page = self.page(record.document, "document")
        if page.length is None or record.end > page.length:
            raise RecordError("end", f"the text of {record.document} ends at {page.length or 0}", record.end)
        return page

    def _sentence(self, record: records.Sentence, page: Page) -> Outcome:
        return self._rows.put(
            "sentences",
            {"document_id": page.id, "span_start": record.start},
            {
                "span_end": record.end,
                "reason": record.reason,
                "note": record.note,
            },
        )[1]
