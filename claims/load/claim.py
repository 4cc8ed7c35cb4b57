"""Claims into rows, in batches: what is held is left alone, what changed is superseded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Index

from claims import records
from claims.errors import RecordError
from claims.load.carrying import carry_links, carry_verdicts
from claims.load.changed import changed
from claims.load.changes import Changes
from claims.load.named import NamedWriter
from claims.load.prepared import Prepared, prepare
from claims.load.receipt import Doubt, Receipt
from claims.models import Base
from claims.storage import store_of
from claims.text import nfc

_BATCH = 2000
_COLUMNS = (
    *("id", "key", "slug", "document_id", "run_id", "event_id", "kind", "phase", "polarity", "certainty", "speech_act"),
    *(
        "asserter",
        "summary",
        "quantity",
        "date_text",
        "date_edtf",
        "date_earliest",
        "date_latest",
        "date_basis",
        "due_text",
    ),
    *(
        "due_edtf",
        "due_earliest",
        "due_latest",
        "confidence",
        "fingerprint",
        "recorded_at",
        "retracted_at",
        "retraction",
    ),
    "supersedes_id",
)
_RETRACTED_AT = _COLUMNS.index("retracted_at")
_KEPT = {"ix_claims_retracted_key", "ix_claims_document_id", "ix_claims_run_id"}
_ARGUMENT = ("claim_id", "seq", "role", "mention", "entity_id", "name_key", "span_start", "span_end")
_EVIDENCE = ("claim_id", "seq", "document_id", "span_start", "span_end", "alignment", "quoted", "page")
_DOUBT = ("claim_id", "seq", "field", "reason")
_TABLES = {"claims": _COLUMNS, "arguments": _ARGUMENT, "evidence": _EVIDENCE, "doubts": _DOUBT}
_RETRACT = "update claims set retracted_at = case when recorded_at > :at then recorded_at else :at end, retraction = :why where id = :id"

#: Indexes that a large load makes again after its rows, in one sweep: new rows reach all over them. Those by which the
#: loader itself looks rows up stay, and those whose rows come in their order.
_SCATTERED = [
    *Base.metadata.tables["arguments"].indexes,
    *(index for index in Base.metadata.tables["claims"].indexes if not index.unique and index.name not in _KEPT),
]


@dataclass(slots=True)
class _Held:
    id: int
    key: str
    slug: str | None
    fingerprint: int
    recorded_at: str


class ClaimWriter:
    """Takes claim records one by one and writes them in batches; `flush` writes what is waiting."""

    def __init__(
        self,
        connection: Connection,
        receipt: Receipt,
        changes: Changes,
        named: NamedWriter,
        run_id: int,
        now: str,
        strict: bool,
    ) -> None:
        self._connection = connection
        self._receipt = receipt
        self._changes = changes
        self._named = named
        self._run_id = run_id
        self._now = now
        self._strict = strict
        self._waiting: list[Prepared] = []
        self._held: dict[str, _Held] = {}  # by key and by slug, of the batch
        self._past: set[tuple[Any, ...]] = set()  # what was superseded or withdrawn before
        self._claims: dict[int, tuple[Any, ...]] = {}  # rows by id
        self._arguments: list[tuple[Any, ...]] = []
        self._evidence: list[tuple[Any, ...]] = []
        self._doubts: list[tuple[Any, ...]] = []
        self._retracted: list[dict[str, Any]] = []  # when, why and id, of claims that are in their table
        self._replaced: list[tuple[int, int]] = []  # ids of the old row and of the new
        self._found_again: list[tuple[int, int]] = []  # of those that say the same, with their quotes now found
        self._last_id = changes.last_claim
        self._put_off: list[Index] = []
        self._unchecked: list[str] = []  # statements that check what was written, and go on checking

    def add(self, line: int, record: records.Claim, *, again: bool = False, is_current: bool = False) -> None:
        """Read the claim to the end and keep it for the next batch. Raises RecordError where it refers to nothing.

        `again`: it is a claim that is held, read once more because the text of a document has come. `is_current`: see
        `Placed`.
        """
        today = (record.recorded_at or self._now)[:10]
        one = prepare(line, record, self._named, today, as_told=self._changes.as_told)
        if self._strict and one.doubts and not again:
            raise RecordError(one.doubts[0][0], f"doubtful: {one.doubts[0][1]}")
        one.again, one.is_current = again, is_current
        self._waiting.append(one)
        if len(self._waiting) >= _BATCH:
            self._put_off_indexes()
            self.flush()

    def flush(self) -> None:
        """Write the claims that are waiting."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._look_up(waiting)
        for one in waiting:
            self._receipt.line = one.line
            try:
                row = self._row(one)
            except RecordError as error:
                self._receipt.reject(one.line, error)
                self._named.refused.add(one.line, one.record)
                continue
            if row is not None:
                self._claims[row[0]] = row
                self._arguments.extend((row[0], *argument) for argument in one.arguments)
                self._evidence.extend((row[0], *span) for span in one.evidence)
                for seq, (field, reason) in enumerate(one.doubts):
                    self._doubts.append((row[0], seq, field, reason))
                    self._receipt.doubts.append(Doubt(one.line, field, reason))
        self._insert()
        self._changes.linked |= carry_links(self._connection, self._replaced)
        carry_verdicts(self._connection, self._found_again)
        self._replaced.clear()
        self._found_again.clear()

    def _insert(self) -> None:
        """Write what is prepared; what it replaces goes first, as no two held claims may have one key or slug."""
        if self._retracted:
            self._connection.exec_driver_sql(_RETRACT, self._retracted)
            self._retracted.clear()
        for (table, columns), rows in zip(
            _TABLES.items(),
            ([*self._claims.values()], self._arguments, self._evidence, self._doubts),
            strict=True,
        ):
            if rows:  # decoding and preparing checked all that their constraints say
                store_of(self._connection).insert(self._connection, table, columns, rows)
        self._claims.clear()
        self._arguments.clear()
        self._evidence.clear()
        self._doubts.clear()

    def _put_off_indexes(self) -> None:
        """Drop the indexes that new rows reach all over, and check them together, once the load brings more than was there."""
        if not self._put_off and self._last_id + _BATCH > 2 * self._changes.last_claim:
            self._put_off = [*_SCATTERED]
            for index in self._put_off:
                index.drop(self._connection)
            store = store_of(self._connection)
            for table in _TABLES:
                self._unchecked += store.put_off(self._connection, table)

    def close(self) -> None:
        """Write the claims that are waiting, and make the indexes that were put off."""
        self.flush()
        for index in self._put_off:
            index.create(self._connection)
        for statement in self._unchecked:
            self._connection.exec_driver_sql(statement)
        self._put_off, self._unchecked = [], []

    def find(self, reference: str, field: str, version: int | None = None) -> int:
        """Id of the held claim with this slug or key, else of the last one that was held; or of one of the rows of its key.

        Raises RecordError.
        """
        self._named.refused.check("claims", reference, field)
        row = self._so_called(reference) or self._so_called(nfc(reference))
        if row is None:
            raise RecordError(field, "no claim has this slug or key; its record must come first", reference)
        if version is None:
            return int(row[0])
        rows = self._connection.exec_driver_sql(
            "select id from claims where key = (select key from claims where id = ?)"
            " order by recorded_at, retracted_at nulls last, fingerprint, id",
            (row[0],),
        ).fetchall()
        if version > len(rows):
            raise RecordError("version", f"the claim has {len(rows)} versions; its records must come first", version)
        return int(rows[version - 1][0])

    def _so_called(self, name: str) -> Any:
        return self._connection.exec_driver_sql(
            "select id from (select id, retracted_at from claims where key = :name and retracted_at is null"
            " union all select id, retracted_at from claims where key = :name and retracted_at is not null"
            " union all select id, retracted_at from claims where slug = :name and retracted_at is null) as c"
            " order by case when retracted_at is null then 0 else 1 end, id desc limit 1",
            {"name": name},
        ).fetchone()

    def _look_up(self, waiting: list[Prepared]) -> None:
        """Find what these claims could be, or replace."""
        self._held, self._past = {}, set()
        keys = [one.key for one in waiting]
        slugs = [one.record.slug for one in waiting if one.record.slug]
        named = [one.record.supersedes for one in waiting if one.record.supersedes]
        corrected = [*named, *(nfc(name) for name in named if not name.isascii())]
        held = "select id, key, slug, fingerprint, recorded_at from claims where retracted_at is null and"
        for row in (
            *self._named_in(f"{held} key", [*keys, *corrected]),
            *self._named_in(f"{held} slug", [*slugs, *corrected]),
        ):
            self._remember(_Held(*row))
        past = "select key, fingerprint, recorded_at from claims where retracted_at is not null and key"
        self._past.update(self._said(*row) for row in self._named_in(past, keys))

    def _said(self, key: str, fingerprint: int, recorded_at: str | None) -> tuple[Any, ...]:
        """What was said once, by which it is known again; what another database settled, by its time too."""
        return (key, fingerprint, recorded_at) if self._changes.as_told else (key, fingerprint)

    def _named_in(self, select: str, names: list[str]) -> list[Any]:
        """Rows by these names, which go as one value: a server that was given each by itself would read it on every node."""
        if not names:
            return []
        asked = f"{select} in (select value from json_each(:names))"
        return [*self._connection.exec_driver_sql(asked, {"names": json.dumps(names)}).fetchall()]

    def _remember(self, held: _Held) -> None:
        self._held[held.key] = held
        if held.slug:
            self._held[held.slug] = held

    def _row(self, one: Prepared) -> tuple[Any, ...] | None:
        """The row to insert, what it supersedes being retracted; None where nothing is to be inserted."""
        record = one.record
        same = self._held.get(one.key)
        if same is not None and same.fingerprint == one.fingerprint:
            if record.retraction is None:
                self._receipt.count("unchanged", record)
            else:
                self._retract(same, record.retraction, self._checked(record.retracted_at))
                self._receipt.count("superseded", record)
            return None
        said = self._said(one.key, one.fingerprint, record.recorded_at)
        if said in self._past and not self._is_said_again(one):
            self._receipt.count("unchanged", record)
            return None
        recorded_at = record.recorded_at or self._now
        if recorded_at > self._now:
            raise RecordError("recorded_at", "lies in the future", recorded_at)
        retracted_at = (record.retracted_at or self._now) if record.retraction else None
        if retracted_at is not None and not recorded_at <= retracted_at <= self._now:
            raise RecordError("retracted_at", "lies before recorded_at or in the future", retracted_at)
        id_ = self._last_id + 1
        supersedes_id = self._superseded(one, same, id_)
        self._last_id = id_
        if supersedes_id is None:
            self._receipt.count("inserted", record)
        else:
            is_told = self._receipt.rows is not None and supersedes_id not in self._claims
            self._receipt.count("superseded", record, changed(self._connection, supersedes_id, one) if is_told else "")
        if record.retraction is None:
            self._remember(_Held(id_, one.key, record.slug, one.fingerprint, recorded_at))
        else:
            self._past.add(said)
        return (
            id_, one.key, record.slug, one.document_id, one.run_id or self._run_id, one.event_id, *one.columns, one.fingerprint,
            recorded_at, retracted_at, record.retraction, supersedes_id,
        )  # fmt: skip

    def _is_said_again(self, one: Prepared) -> bool:
        """Whether what was superseded or withdrawn holds again: loading it does not revive it, unless its table says so."""
        return one.is_current and one.record.slug in self._held

    def _superseded(self, one: Prepared, same: _Held | None, id_: int) -> int | None:
        """Id of the claim that this one, to be row `id_`, replaces, no longer held from now on; None where it replaces none.

        That is the one that its record names, else the one of its key, else of its slug; none of the three stays held.
        """
        record = one.record
        named: _Held | None = None
        first: int | None = None
        if record.supersedes:
            named = self._held.get(record.supersedes) or self._held.get(nfc(record.supersedes))
            if named is None:
                self._insert()
                first = self.find(record.supersedes, "supersedes")  # no longer held, or not there
            else:
                first = named.id
        if record.retraction is not None:
            return first
        for held in (named, same, self._held.get(record.slug or "")):
            if held is not None and self._held.get(held.key) is held:
                self._retract(held, "superseded")
                self._replaced.append((held.id, id_))
                if one.again:
                    self._found_again.append((held.id, id_))
                first = first or held.id
        return first

    def _checked(self, retracted_at: str | None) -> str | None:
        if retracted_at is not None and retracted_at > self._now:
            raise RecordError("retracted_at", "lies in the future", retracted_at)
        return retracted_at

    def _retract(self, held: _Held, why: str, at: str | None = None) -> None:
        """Hold the claim no longer since `at`, the time that its record tells; None = now."""
        waiting = self._claims.get(held.id)
        if waiting is None:
            self._retracted.append({"at": at or self._now, "why": why, "id": held.id})
        else:
            self._claims[held.id] = (*waiting[:_RETRACTED_AT], at or self._now, why, *waiting[_RETRACTED_AT + 2 :])
        self._changes.old_claims.add(held.id)
        self._past.add(self._said(held.key, held.fingerprint, held.recorded_at))
        for name in (held.key, held.slug):
            if name is not None:
                self._held.pop(name, None)
