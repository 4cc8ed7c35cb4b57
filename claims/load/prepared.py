"""A claim read to the end: its quotes found in their texts, whom it names looked up, its key computed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claims import dates, records
from claims.errors import AlignmentError, RecordError
from claims.load.dating import dated
from claims.load.documents import Page
from claims.load.doubting import Doubt, doubts
from claims.load.named import NamedWriter
from claims.names import name_key
from claims.quotes import align
from claims.records import claim_key, fingerprint_of

_UNDATED: dates.Bounds = (None, None)


class Span(NamedTuple):
    """Where the words of a claim stand: a span of a text or, where that could not be found out, the quote as given."""

    on: Page
    start: int | None
    end: int | None
    how: str
    quoted: str | None
    page: str | None

    @property
    def words(self) -> tuple[str, int, int | str]:
        """The words as a claim's key counts them."""
        if self.start is None or self.end is None:
            return self.on.key, -1, self.quoted or ""
        return self.on.key, self.start, self.end


@dataclass(slots=True)
class Prepared:
    """A claim of which nothing can be refused any more but what it supersedes.

    `columns` are those of the table from kind to confidence; `arguments` and `evidence` are rows without their claim's id.
    """

    line: int
    record: records.Claim
    run_id: int | None
    key: str
    fingerprint: int
    document_id: int
    event_id: int | None
    columns: tuple[Any, ...]
    arguments: list[tuple[Any, ...]]
    evidence: list[tuple[Any, ...]]
    doubts: list[Doubt]
    again: bool = field(init=False)  # these two by who adds it
    is_current: bool = field(init=False)


def prepare(line: int, claim: records.Claim, named: NamedWriter, today: str, *, as_told: bool = False) -> Prepared:
    """Raises RecordError where the claim refers to nothing, or its words do not stand where it says.

    `as_told`: another database settled it; what that left open (a date in words, the place of a name) stays open. So does
    a date of a claim that is withdrawn: it is told as it was.
    """
    page = named.page(claim.document, "document")
    if as_told or claim.retraction is not None:
        pass
    elif (claim.date is None and claim.date_text) or (claim.due is None and claim.due_text):
        claim = dated(claim, page.language, page.published_on)
    event = named.find("events", claim.event, "event") if claim.event else None
    spans = _spans(claim, page, named, as_told)
    key = claim_key(claim, {claim.document: page.key}, [span.words for span in spans])
    if claim.key is not None and claim.key != key and claim.key != _key_unverified(claim, named):
        raise RecordError("key", f"the record's own fields give {key}", claim.key)
    meant: list[Any] = []
    arguments: list[tuple[Any, ...]] = []
    for seq, argument in enumerate(claim.arguments):
        start, end = _located(seq, argument, [] if as_told else spans, page)
        if argument.entity is None:
            meant.append(None)
            arguments.append((seq, argument.role, argument.name, None, name_key(argument.name), start, end))
        else:
            entity = named.find("entities", argument.entity, "arguments[{}].entity", seq)
            meant.append([argument.role, argument.name, entity.key])
            arguments.append((seq, argument.role, argument.name, entity.id, None, start, end))
    told = (
        claim.slug, claim.certainty, claim.speech_act, claim.asserter, claim.summary, claim.quantity, claim.date_text,
        claim.date, claim.date_basis, claim.due_text, claim.due,
    )  # fmt: skip
    confidence = None if claim.confidence is None else repr(claim.confidence)
    bounds = dates.bounds(claim.date) if claim.date else _UNDATED
    due = dates.bounds(claim.due) if claim.due else _UNDATED
    texts: tuple[str, ...] = ()
    if page.text is not None:
        texts = (page.text,)
        if len(spans) > 1:
            texts += tuple(span.on.text for span in spans if span.on is not page and span.on.text is not None)
    pages = [span.page for span in spans]
    return Prepared(
        line,
        claim,
        named.run(claim.run) if claim.run else None,
        key,
        fingerprint_of(key, told, confidence, event and event.key, meant, *([pages] if any(pages) else ())),
        page.id,
        None if event is None else event.id,
        (
            claim.kind, claim.phase, claim.polarity, claim.certainty, claim.speech_act, claim.asserter, claim.summary,
            claim.quantity, claim.date_text, claim.date, *bounds, claim.date_basis, claim.due_text, claim.due, *due,
            claim.confidence,
        ),
        arguments,
        [(seq, span.on.id, *span[1:]) for seq, span in enumerate(spans)],
        doubts(claim, texts, arguments, page.published_on, bounds, due, today),
    )  # fmt: skip


def _spans(claim: records.Claim, page: Page, named: NamedWriter, as_told: bool) -> list[Span]:
    """Where the words stand: spans in the claim's own document first, else in the order given."""
    spans: list[Span] = []
    for number, evidence in enumerate(claim.evidence):
        on = page
        if evidence.document is not None:
            field = f"evidence[{number}].document"
            on = named.page(evidence.document, field)
            if page.id not in (on.id, on.restates_id) and page.restates_id != on.id:
                raise RecordError(field, "neither the claim's document nor one that restates it", evidence.document)
        spans += _found(claim, evidence, on, number, as_told)
    return spans if len(spans) == 1 else sorted(spans, key=lambda span: span.on.id != page.id)


def _key_unverified(claim: records.Claim, named: NamedWriter) -> str | None:
    """The key that the claim has where its texts are not held; None where its record calls nothing unverified."""
    if not any(evidence.alignment == "unverified" for evidence in claim.evidence):
        return None
    names = {claim.document} | {evidence.document for evidence in claim.evidence if evidence.document}
    return claim_key(claim, {name: named.page(name, "document").key for name in names})


def _found(claim: records.Claim, evidence: records.Evidence, on: Page, number: int, as_told: bool) -> list[Span]:
    """The spans of one piece of evidence; the quote as given where there is no text to find it in.

    A quote that its record calls unverified is looked for too, and stays so where it is not found; what is no longer
    held stays as it was.
    """
    field = f"evidence[{number}]"
    if evidence.start is not None and evidence.end is not None:
        if on.length is None:
            raise RecordError(
                field, "the document's text was never held, so no span counts in it; give the quote", evidence.document
            )
        if evidence.end > on.length:
            raise RecordError(f"{field}.end", f"the text ends at {on.length}", evidence.end)
        return [Span(on, evidence.start, evidence.end, evidence.alignment or "exact", None, evidence.page)]
    as_given = Span(on, None, None, "unverified", evidence.quote, evidence.page)
    may_stay = evidence.alignment == "unverified"
    if evidence.quote is None or on.text is None or (may_stay and (as_told or claim.retraction is not None)):
        return [as_given]
    try:
        found = align(evidence.quote, on.text)
    except AlignmentError as error:
        if may_stay:
            return [as_given]
        raise RecordError(f"{field}.quote", str(error), evidence.quote) from None
    if found is None:
        if may_stay:
            return [as_given]
        raise RecordError(f"{field}.quote", "does not stand in the text", evidence.quote)
    return [Span(on, start, end, found.status, None, evidence.page) for start, end in found.spans]


def _located(number: int, argument: records.Argument, spans: list[Span], page: Page) -> tuple[int | None, int | None]:
    """Span of the name in the claim's document: the one given, else its only place within the evidence."""
    if argument.start is not None and argument.end is not None:
        if page.length is None or argument.end > page.length:
            raise RecordError(f"arguments[{number}].end", f"the text ends at {page.length or 0}", argument.end)
        if page.text is not None and page.text[argument.start : argument.end] != argument.name:
            raise RecordError(
                f"arguments[{number}].start",
                f"the text reads {page.text[argument.start : argument.end]!r} there",
                argument.name,
            )
        return argument.start, argument.end
    if page.text is not None:
        for span in spans:
            if span.on.id == page.id and span.start is not None:
                at = page.text.find(argument.name, span.start, span.end)
                if at >= 0 and page.text.find(argument.name, at + 1, span.end) < 0:
                    return at, at + len(argument.name)
    return None, None
