"""Records into the database: one transaction, nothing twice, and a receipt with a reason for each line refused."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, Engine

from claims import records
from claims.errors import DatabaseError, RecordError
from claims.export import claims_to_read
from claims.load.changes import Changes
from claims.load.claim import ClaimWriter
from claims.load.gathered import gathered
from claims.load.judged import JudgedWriter
from claims.load.named import NamedWriter
from claims.load.receipt import Receipt
from claims.load.refused import Refused
from claims.models import instant_now
from claims.records import Placed, decode, record_from_object
from claims.storage import store_of
from claims.stream import Stream, stream
from claims.stream.mapping import Given


def load(
    engine: Engine,
    given: Any,
    *,
    mapping: Given = None,
    settings: Mapping[str, str] | None = None,
    strict: bool = False,
    dry_run: bool = False,
    rows: bool = False,
    run: dict[str, Any] | None = None,
    on_line: Callable[[int], None] | None = None,
) -> Receipt:
    """Load what `given` holds, in one transaction, and tell what became of it.

    It is whatever `claims.stream.stream` takes: a path, text, bytes, an open file, a record, an iterable of lines,
    mappings or records, a DataFrame, a Stream. `mapping` and `settings` tell how a table is read.

    A record that is there already changes nothing. One with the identity of a claim that is held but other contents,
    or with its slug, supersedes it. A line that is not taken is in `Receipt.rejects` with its number (from 1; blank
    lines count, and are passed over) and does not cost the others; what refers to a record of the stream that was not
    taken is not taken either. With `strict` the first one raises RecordError and nothing is kept, and so does the first
    doubt.

    All that records mean is settled here, in the same transaction: names, dates in words, which event a claim speaks of.
    What an older version left undone is done by the next load, whatever it brings.

    The stream is read to its end before anything is written, unless it is a file of this machine or in memory: who sends
    slowly keeps nobody from writing. Raises BusyError where somebody else writes for more than ten seconds, DatabaseError
    where the disk or the file fails; nothing is kept then.

    `run` gives columns of the run's row (tool, model, parameters ...); a load that changes nothing leaves no such row.
    With `dry_run` all is done and then undone: the receipt is the same, and nothing is written. With `rows` the receipt
    tells what became of each record. `on_line` is called with the number of lines read.
    """
    store_of(engine).check_writable(engine)
    read = given if isinstance(given, Stream) else stream(given, mapping, settings=settings)
    receipt = Receipt(rows=[] if rows else None, is_dry=dry_run, notes=read.notes)
    run = dict(run or {})
    if read.parameters is not None:
        run.setdefault("parameters", json.dumps(read.parameters, ensure_ascii=False))
    with gathered(read.items, is_at_hand=read.is_at_hand) as items, writing(engine) as connection:
        _refuse_replica(connection)
        OneLoad(connection, receipt, strict, run).all(items, on_line)
        if dry_run:
            connection.rollback()
    return receipt


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction, alone among writers; kept at the end unless it was rolled back."""
    with _without_collector(), store_of(engine).writing(engine) as connection:
        yield connection


def _refuse_replica(connection: Connection) -> None:
    row = connection.exec_driver_sql("select source from replica").fetchone()
    if row is not None:
        raise DatabaseError(
            f"this is a replica of {row[0]}: what is loaded here would stay here",
            "load it into that database, and `claims pull` it",
        )


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing that a load makes refers to itself: a search for cycles among its records would take a quarter of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class OneLoad:
    """One load: which writer takes which record, and the run that its rows name."""

    def __init__(
        self, connection: Connection, receipt: Receipt, strict: bool, run: dict[str, Any], as_told: bool = False
    ) -> None:
        self.connection = connection
        self.receipt = receipt
        self.strict = strict
        self.now = instant_now()
        self.run_id = self._open_run(run)
        (last_claim,) = connection.exec_driver_sql("select coalesce(max(id), 0) from claims").one()
        self.changes = Changes(connection, last_claim, as_told)
        self.refused = Refused()
        self.named = NamedWriter(connection, receipt, self.changes, self.refused)
        self.claims = ClaimWriter(connection, receipt, self.changes, self.named, self.run_id, self.now, strict)
        self.judged = JudgedWriter(connection, receipt, self.changes, self.named, self.claims, self.now)

    def all(self, lines: Iterable[bytes | Any], on_line: Callable[[int], None] | None) -> None:
        for number, line in enumerate(lines, 1):
            if on_line is not None:
                on_line(number)
            if isinstance(line, (bytes, str)) and not line.strip():
                continue
            record: Any = line
            place = line if isinstance(line, Placed) else None
            at = number if place is None else place.line
            self.receipt.line = at
            if place is not None:
                self.receipt.place(at, place)
            try:
                if not self.changes.as_told:  # what another database holds was checked there
                    record = decode(line) if isinstance(line, bytes) else record_from_object(line)
                self._take(at, record, place)
                if self.refused:
                    self.refused.taken(record)
            except RecordError as error:
                self.receipt.reject(at, error)
                self.refused.add(at, record)
            self._stop_if_strict()
        self.claims.close()
        self.named.close()
        self._stop_if_strict()
        gathered = self.changes.derive(self.now)
        self.receipt.placed, self.receipt.new_events = gathered.placed, gathered.new_events
        is_changed = self.receipt.changed or bool(gathered.claims or gathered.reworded)
        marked = self.changes.leave_marks(gathered) if is_changed else set()
        self._close_run(is_changed)
        self.changes.seal(gathered, marked)
        self.receipt.close()

    def _take(self, number: int, record: records.Record, place: Placed | None) -> None:
        match record:
            case records.Claim():
                self.claims.add(number, record, is_current=place is not None and place.is_current)
            case records.Judgement() | records.Relation() | records.Placement() | records.Link() | records.Review():
                self.claims.flush()
                self.judged.write(record)
            case _:
                self.named.write(number, record, None if place is None else place.given)
                self._read_again(number)

    def _read_again(self, number: int) -> None:
        """Look for quotes taken without their text, and read days taken without that of their document, where it is there now."""
        texts, days = self.named.texts_given(), self.named.days_given()
        for which, document_ids in (("unverified", texts), ("unread", days)) if not self.changes.as_told else ():
            for document_id in document_ids:
                self.claims.flush()
                for claim in claims_to_read(self.connection, document_id, which):
                    self.claims.add(number, claim, again=True)

    def _stop_if_strict(self) -> None:
        if self.strict and self.receipt.rejects:
            first = self.receipt.rejects[0]
            where = first.field if first.column is None else f"column {first.column}"
            raise RecordError(f"line {first.line}, {where}".removesuffix(", "), first.reason, first.value)

    def _open_run(self, run: dict[str, Any]) -> int:
        row = {"tool": "load", "version": version("claims"), **run, "started_at": self.now, "finished_at": self.now}
        row |= dict.fromkeys(("inserted", "unchanged", "superseded", "rejected"), 0)
        cursor = self.connection.exec_driver_sql(
            f"insert into runs ({', '.join(row)}) values ({', '.join('?' * len(row))}) returning id",
            tuple(row.values()),
        )
        return int(cursor.scalar_one())

    def _close_run(self, is_changed: bool) -> None:
        if not is_changed:
            self.connection.exec_driver_sql("delete from runs where id = ?", (self.run_id,))
            return
        self.changes.runs.add(self.run_id)
        told = {"finished_at": instant_now(), **self.receipt.counts()}
        self.connection.exec_driver_sql(
            f"update runs set {', '.join(f'{name} = ?' for name in told)} where id = ?", (*told.values(), self.run_id)
        )
