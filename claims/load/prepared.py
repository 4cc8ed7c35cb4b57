"""A claim read to the end: its quotes found in their texts, whom it names looked up, its key computed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.align import align
from claims.errors import AlignmentError, RecordError
from claims.keys import claim_key_of, fingerprint_of
from claims.load.named import NamedWriter, Page
from claims.load.reading import Named, Reading, Shown

Span = tuple[Page, int, int, str]


@dataclass(slots=True)
class Prepared:
    """A claim of which nothing can be refused any more but what it supersedes.

    `arguments` and `evidence` are rows without their claim's id.
    """

    line: int
    reading: Reading
    key: str
    fingerprint: int
    document_id: int
    event_id: int | None
    arguments: list[tuple[Any, ...]]
    evidence: list[tuple[Any, ...]]


def prepare(line: int, reading: Reading, named: NamedWriter) -> Prepared:
    """Raises RecordError where the claim refers to nothing, or its words do not stand where it says."""
    page = named.page(reading.document, "document")
    event = named.find("events", reading.event, "event") if reading.event else None
    spans = _spans(reading, page, named)
    kind, phase, polarity, *_ = reading.columns
    key = claim_key_of(
        page.key, kind, phase, polarity, [[one.role, one.name] for one in reading.arguments], reading.date,
        [[on.key, start, end] for on, start, end, _ in spans],
    )  # fmt: skip
    if reading.key not in (None, key):
        raise RecordError("key", f"the record's own fields give {key}", reading.key)
    meant: list[Any] = []
    arguments: list[tuple[Any, ...]] = []
    for seq, argument in enumerate(reading.arguments):
        role, name, folded, reference, _, _ = argument
        start, end = _located(seq, argument, spans, page)
        if reference is None:
            meant.append(None)
            arguments.append((seq, role, name, None, folded, start, end))
        else:
            entity = named.find("entities", reference, "arguments[{}].entity", seq)
            meant.append([role, name, entity.key])
            arguments.append((seq, role, name, entity.id, None, start, end))
    confidence = reading.columns[-1]
    return Prepared(
        line,
        reading,
        key,
        fingerprint_of(
            key,
            reading.told,
            None if confidence is None else repr(confidence),
            None if event is None else event.key,
            meant,
        ),
        page.id,
        None if event is None else event.id,
        arguments,
        [(seq, on.id, start, end, how) for seq, (on, start, end, how) in enumerate(spans)],
    )


def _spans(reading: Reading, page: Page, named: NamedWriter) -> list[Span]:
    """Where the words stand: spans in the claim's own document first, else in the order given."""
    spans: list[Span] = []
    for number, evidence in enumerate(reading.evidence):
        on = page
        if evidence.document is not None and evidence.document != reading.document:
            field = f"evidence[{number}].document"
            on = named.page(evidence.document, field)
            if page.id not in (on.id, on.restates_id) and page.restates_id != on.id:
                raise RecordError(field, "neither the claim's document nor one that restates it", evidence.document)
        spans += _found(evidence, on, number)
    return spans if len(spans) == 1 else sorted(spans, key=lambda span: span[0].id != page.id)


def _found(evidence: Shown, page: Page, number: int) -> list[Span]:
    field = f"evidence[{number}]"
    if page.length is None:
        raise RecordError(field, "the document's text was never held, so nothing can be shown in it", evidence.document)
    if evidence.quote is None:
        assert evidence.start is not None
        assert evidence.end is not None
        if evidence.end > page.length:
            raise RecordError(f"{field}.end", f"the text ends at {page.length}", evidence.end)
        return [(page, evidence.start, evidence.end, evidence.alignment or "exact")]
    if page.text is None:
        raise RecordError(
            f"{field}.quote", "the text is withheld; give the span, or attach the text first", evidence.quote
        )
    at = page.text.find(evidence.quote)
    if at >= 0 and page.text.find(evidence.quote, at + 1) < 0:
        return [(page, at, at + len(evidence.quote), "exact")]
    try:
        found = align(evidence.quote, page.text)
    except AlignmentError as error:
        raise RecordError(f"{field}.quote", str(error), evidence.quote) from None
    if found is None:
        raise RecordError(f"{field}.quote", "does not stand in the text", evidence.quote)
    return [(page, start, end, found.status) for start, end in found.spans]


def _located(number: int, argument: Named, spans: list[Span], page: Page) -> tuple[int | None, int | None]:
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
        for on, start, end, _ in spans:
            if on.id == page.id:
                at = page.text.find(argument.name, start, end)
                if at >= 0 and page.text.find(argument.name, at + 1, end) < 0:
                    return at, at + len(argument.name)
    return None, None
