"""What a line tells by itself, before anything it refers to is looked up: this part of a load can run in another process."""

from __future__ import annotations

from typing import Any, NamedTuple

from claims import dates, records
from claims.decode import decode, record_from_object
from claims.names import name_key

_UNDATED: dates.Bounds = (None, None)


class Named(NamedTuple):
    """An argument. `folded` is the name's key; None where `entity` says who is meant."""

    role: str
    name: str
    folded: str | None
    entity: str | None
    start: int | None
    end: int | None


class Shown(NamedTuple):
    """A piece of evidence, as `records.Evidence` has it."""

    quote: str | None
    start: int | None
    end: int | None
    alignment: str | None
    document: str | None


class Reading(NamedTuple):
    """A claim whose line is checked: its dates bounded, its bare names folded, its references still names.

    Of plain tuples, as these are quickly sent from one process to another. `columns` are those of the table from kind
    to confidence; `told` is what the fingerprint covers beside the key and what is referred to; `date` as in the key.
    """

    document: str
    key: str | None
    slug: str | None
    event: str | None
    date: str | None
    columns: tuple[Any, ...]
    told: tuple[Any, ...]
    arguments: tuple[Named, ...]
    evidence: tuple[Shown, ...]
    supersedes: str | None
    retraction: str | None
    recorded_at: str | None
    retracted_at: str | None


def read(line: bytes | Any) -> Reading | records.Record:
    """What a line of JSON, a mapping or a record says; any record but a claim as it is. Raises RecordError."""
    record = decode(line) if isinstance(line, bytes) else record_from_object(line)
    return _reading(record) if isinstance(record, records.Claim) else record


def _reading(claim: records.Claim) -> Reading:
    return Reading(
        document=claim.document,
        key=claim.key,
        slug=claim.slug,
        event=claim.event,
        date=claim.date_text or claim.date,
        columns=(
            claim.kind, claim.phase, claim.polarity, claim.certainty, claim.speech_act, claim.asserter, claim.summary,
            claim.quantity, claim.date_text, claim.date, *(dates.bounds(claim.date) if claim.date else _UNDATED),
            claim.date_basis, claim.due_text, claim.due, *(dates.bounds(claim.due) if claim.due else _UNDATED),
            claim.confidence,
        ),
        told=(
            claim.slug, claim.certainty, claim.speech_act, claim.asserter, claim.summary, claim.quantity, claim.date_text,
            claim.date, claim.date_basis, claim.due_text, claim.due,
        ),
        arguments=tuple(
            Named(one.role, one.name, None if one.entity else name_key(one.name), one.entity, one.start, one.end)
            for one in claim.arguments
        ),
        evidence=tuple(Shown(one.quote, one.start, one.end, one.alignment, one.document) for one in claim.evidence),
        supersedes=claim.supersedes,
        retraction=claim.retraction,
        recorded_at=claim.recorded_at,
        retracted_at=claim.retracted_at,
    )  # fmt: skip
