"""Claims into rows: quotes found in their texts, keys computed, what is held left alone, what changed superseded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Index

from claims import dates, records
from claims.align import align
from claims.errors import AlignmentError, RecordError
from claims.keys import claim_key, fingerprint_of
from claims.load.changes import Changes
from claims.load.named import NamedWriter, Page
from claims.load.receipt import Receipt
from claims.models import Base
from claims.names import name_key

_BATCH = 2000
_COLUMNS = (
    "id, key, slug, document_id, run_id, event_id, kind, phase, polarity, certainty, speech_act, asserter, summary,"
    " quantity, date_text, date_edtf, date_earliest, date_latest, date_basis, due_text, due_edtf, due_earliest, due_latest,"
    " confidence, fingerprint, recorded_at, retracted_at, retraction, supersedes_id"
)
_KEPT = {"ix_claims_retracted_key", "ix_claims_document_id", "ix_claims_run_id"}
_INSERT_CLAIM = f"insert into claims ({_COLUMNS}) values ({', '.join('?' * 29)})"
_INSERT_ARGUMENT = (
    "insert into arguments (claim_id, seq, role, mention, entity_id, name_key, span_start, span_end)"
    " values (?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_EVIDENCE = (
    "insert into evidence (claim_id, seq, document_id, span_start, span_end, alignment) values (?, ?, ?, ?, ?, ?)"
)

#: Indexes that new rows reach all over. Once a load has brought more than was there they are dropped and made again after
#: the rows, in one sweep. Those by which the loader itself looks rows up stay, and those whose rows come in their order.
_SCATTERED = [
    *Base.metadata.tables["arguments"].indexes,
    *(index for index in Base.metadata.tables["claims"].indexes if not index.unique and index.name not in _KEPT),
]

_UNDATED: dates.Bounds = (None, None)
Span = tuple[Page, int, int, str]


@dataclass(slots=True)
class _Prepared:
    """A claim read to the end: nothing of it can be refused any more but what it supersedes."""

    line: int
    record: records.Claim
    key: str
    fingerprint: int
    columns: tuple[Any, ...]
    arguments: list[tuple[Any, ...]]
    evidence: list[tuple[Any, ...]]


@dataclass(slots=True)
class _Held:
    id: int
    key: str
    slug: str | None
    fingerprint: int


class ClaimWriter:
    """Takes claim records one by one and writes them in batches; `flush` writes what is waiting."""

    def __init__(
        self, connection: Connection, receipt: Receipt, changes: Changes, named: NamedWriter, run_id: int, now: str
    ) -> None:
        self._connection = connection
        self._receipt = receipt
        self._changes = changes
        self._named = named
        self._run_id = run_id
        self._now = now
        self._waiting: list[_Prepared] = []
        self._held: dict[str, _Held] = {}  # by key and by slug, of the batch
        self._past: set[tuple[str, int]] = set()  # key and fingerprint of what was superseded or withdrawn before
        self._claims: list[tuple[Any, ...]] = []
        self._arguments: list[tuple[Any, ...]] = []
        self._evidence: list[tuple[Any, ...]] = []
        self._replaced: list[tuple[int, int]] = []  # ids of the old row and of the new
        self._last_id = changes.last_claim
        self._put_off: list[Index] = []

    def add(self, line: int, record: records.Claim) -> None:
        """Read the record to the end and keep it for the next batch. Raises RecordError where it refers to nothing."""
        self._waiting.append(self._prepared(line, record))
        if len(self._waiting) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the claims that are waiting."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._look_up(waiting)
        for one in waiting:
            try:
                row = self._row(one)
            except RecordError as error:
                self._receipt.reject(one.line, error)
                continue
            if row is not None:
                self._claims.append(row)
                self._arguments.extend((row[0], *argument) for argument in one.arguments)
                self._evidence.extend((row[0], *span) for span in one.evidence)
        self._insert()
        self._relink()

    def _insert(self) -> None:
        for statement, rows in (
            (_INSERT_CLAIM, self._claims),
            (_INSERT_ARGUMENT, self._arguments),
            (_INSERT_EVIDENCE, self._evidence),
        ):
            if rows:
                self._connection.exec_driver_sql(statement, rows)
                rows.clear()

        if not self._put_off and self._last_id > max(2 * self._changes.last_claim, 20 * _BATCH):
            self._put_off = [*_SCATTERED]
            for index in self._put_off:
                index.drop(self._connection)

    def close(self) -> None:
        """Write the claims that are waiting, and make the indexes that were put off."""
        self.flush()
        for index in self._put_off:
            index.create(self._connection)
        self._put_off = []

    def _relink(self) -> None:
        """What bore on a claim that is superseded bears on the one that replaced it."""
        for old, new in self._replaced:
            for mine, other in (("source_id", "target_id"), ("target_id", "source_id")):
                self._connection.exec_driver_sql(
                    f"insert or ignore into links ({mine}, link_type, {other})"
                    f" select ?, link_type, {other} from links where {mine} = ? and {other} <> ?",
                    (new, old, new),
                )
        self._replaced.clear()

    def find(self, reference: str, field: str) -> int:
        """Id of the held claim with this slug or key, else of the last one that was held. Raises RecordError."""
        row = self._connection.exec_driver_sql(
            "select id from (select id, retracted_at from claims where key = ?1 and retracted_at is null"
            " union all select id, retracted_at from claims where key = ?1 and retracted_at is not null"
            " union all select id, retracted_at from claims where slug = ?1 and retracted_at is null)"
            " order by retracted_at is null desc, id desc limit 1",
            (reference,),
        ).fetchone()
        if row is None:
            raise RecordError(field, "no claim has this slug or key; its record must come first", reference)
        return int(row[0])

    def _prepared(self, line: int, record: records.Claim) -> _Prepared:
        page = self._named.page(record.document, "document")
        event = self._named.find("events", record.event, "event") if record.event else None
        spans = self._spans(record, page)
        key = claim_key(record, {record.document: page.key}, [(on.key, start, end) for on, start, end, _ in spans])
        if record.key not in (None, key):
            raise RecordError("key", f"the record's own fields give {key}", record.key)
        told = (
            record.slug, record.certainty, record.speech_act, record.asserter, record.summary, record.quantity, record.date_text,
            record.date, record.date_basis, record.due_text, record.due,
        )  # fmt: skip
        meant: list[Any] = []
        arguments: list[tuple[Any, ...]] = []
        for seq, argument in enumerate(record.arguments):
            start, end = _located(seq, argument, spans, page)
            if argument.entity is None:
                meant.append(None)
                arguments.append((seq, argument.role, argument.name, None, name_key(argument.name), start, end))
            else:
                entity = self._named.find("entities", argument.entity, "arguments[{}].entity", seq)
                meant.append([argument.role, argument.name, entity.key])
                arguments.append((seq, argument.role, argument.name, entity.id, None, start, end))
        confidence = None if record.confidence is None else repr(record.confidence)
        return _Prepared(
            line=line,
            record=record,
            key=key,
            fingerprint=fingerprint_of(key, told, confidence, event and event.key, meant),
            columns=(
                page.id,
                self._run_id,
                event and event.id,
                record.kind,
                record.phase,
                record.polarity,
                record.certainty,
                record.speech_act,
                record.asserter,
                record.summary,
                record.quantity,
                record.date_text,
                record.date,
                *(dates.bounds(record.date) if record.date else _UNDATED),
                record.date_basis,
                record.due_text,
                record.due,
                *(dates.bounds(record.due) if record.due else _UNDATED),
                record.confidence,
            ),
            arguments=arguments,
            evidence=[(seq, on.id, start, end, how) for seq, (on, start, end, how) in enumerate(spans)],
        )

    def _spans(self, record: records.Claim, page: Page) -> list[Span]:
        """Where the words stand: spans in the claim's own document first, else in the order given."""
        spans: list[Span] = []
        for number, evidence in enumerate(record.evidence):
            field = f"evidence[{number}]"
            on = page
            if evidence.document is not None and evidence.document != record.document:
                on = self._named.page(evidence.document, f"{field}.document")
                if page.id not in (on.id, on.restates_id) and page.restates_id != on.id:
                    raise RecordError(
                        f"{field}.document", "neither the claim's document nor one that restates it", evidence.document
                    )
            spans += _found(evidence, on, field)
        return spans if len(spans) == 1 else sorted(spans, key=lambda span: span[0].id != page.id)

    def _look_up(self, waiting: list[_Prepared]) -> None:
        """Find what these claims could be, or replace."""
        self._held, self._past = {}, set()
        keys = [one.key for one in waiting]
        slugs = [one.record.slug for one in waiting if one.record.slug]
        held = "select id, key, slug, fingerprint from claims where retracted_at is null and"
        for row in (*self._in_parts(f"{held} key in", keys), *self._in_parts(f"{held} slug in", slugs)):
            self._remember(_Held(*row))
        past = "select key, fingerprint from claims where retracted_at is not null and key in"
        self._past.update(self._in_parts(past, keys))

    def _in_parts(self, select: str, names: list[str]) -> Iterator[Any]:
        for start in range(0, len(names), 500):
            part = tuple(names[start : start + 500])
            marks = ", ".join("?" * len(part))
            yield from self._connection.exec_driver_sql(f"{select} ({marks})", part).fetchall()

    def _remember(self, held: _Held) -> None:
        self._held[held.key] = held
        if held.slug:
            self._held[held.slug] = held

    def _row(self, one: _Prepared) -> tuple[Any, ...] | None:
        """The row to insert, once what it supersedes is retracted; None where nothing is to be inserted."""
        record = one.record
        same = self._held.get(one.key)
        if same is not None and same.fingerprint == one.fingerprint:
            if record.retraction is None:
                self._receipt.count("unchanged")
            else:
                self._retract(same, record.retraction)
                self._receipt.count("superseded")
            return None
        if (
            one.key,
            one.fingerprint,
        ) in self._past:  # superseded or withdrawn once: loading it again does not revive it
            self._receipt.count("unchanged")
            return None
        recorded_at = record.recorded_at or self._now
        if recorded_at > self._now:
            raise RecordError("recorded_at", "lies in the future", recorded_at)
        retracted_at = (record.retracted_at or self._now) if record.retraction else None
        if retracted_at is not None and not recorded_at <= retracted_at <= self._now:
            raise RecordError("retracted_at", "lies before recorded_at or in the future", retracted_at)
        self._last_id += 1
        supersedes_id = self._superseded(one, same)
        self._receipt.count("inserted" if supersedes_id is None else "superseded")
        if record.retraction is None:
            self._remember(_Held(self._last_id, one.key, record.slug, one.fingerprint))
        return (
            self._last_id, one.key, record.slug, *one.columns, one.fingerprint, recorded_at, retracted_at,
            record.retraction, supersedes_id,
        )  # fmt: skip

    def _superseded(self, one: _Prepared, same: _Held | None) -> int | None:
        """Id of the claim that this one replaces, no longer held from now on; None where it replaces none."""
        record = one.record
        if record.supersedes:
            self._insert()
            old = self.find(record.supersedes, "supersedes")
            for held in {id(held): held for held in self._held.values()}.values():
                if held.id == old:
                    same = held
                    break
            else:
                row = self._connection.exec_driver_sql(
                    "select id, key, slug, fingerprint from claims where id = ? and retracted_at is null", (old,)
                ).fetchone()
                if row is None or record.retraction is not None:
                    return old
                same = _Held(*row)
        replaced = same or self._held.get(record.slug or "")
        if replaced is None or record.retraction is not None:
            return None
        self._retract(replaced, "superseded")
        self._replaced.append((replaced.id, self._last_id))
        return replaced.id

    def _retract(self, held: _Held, why: str) -> None:
        self._insert()  # it may be a line of this very load
        self._connection.exec_driver_sql(
            "update claims set retracted_at = max(recorded_at, ?), retraction = ? where id = ?",
            (self._now, why, held.id),
        )
        self._changes.old_claims.add(held.id)
        for name in (held.key, held.slug):
            if name is not None:
                self._held.pop(name, None)


def _found(evidence: records.Evidence, page: Page, field: str) -> list[Span]:
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
        for on, start, end, _ in spans:
            if on.id == page.id:
                at = page.text.find(argument.name, start, end)
                if at >= 0 and page.text.find(argument.name, at + 1, end) < 0:
                    return at, at + len(argument.name)
    return None, None
