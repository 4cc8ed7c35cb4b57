"""Records into the database: one transaction, nothing twice, and a receipt with a reason for each line refused."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import IO, Any

from sqlalchemy import Connection, Engine

from claims import records
from claims.errors import RecordError
from claims.load.changes import Changes
from claims.load.claim import ClaimWriter
from claims.load.judged import JudgedWriter
from claims.load.named import NamedWriter
from claims.load.receipt import Receipt, Reject
from claims.models import instant_now
from claims.records import decode, record_from_object
from claims.storage import for_bulk

__all__ = ["Receipt", "Reject", "load", "records_in"]


def load(
    engine: Engine,
    lines: Iterable[bytes | Any],
    *,
    strict: bool = False,
    run: dict[str, Any] | None = None,
    on_line: Callable[[int], None] | None = None,
) -> Receipt:
    """Load records, each a line of JSON (bytes), a mapping or a record, in one transaction, and say what became of them.

    A record that is there already changes nothing. One with the identity of a claim that is held but other contents,
    or with its slug, supersedes it. A line that is not taken is in `Receipt.rejects` with its number (from 1; blank
    lines count, and are passed over) and does not cost the others; with `strict` the first one raises RecordError and
    nothing is kept. `run` gives columns of the run's row (tool, model, parameters ...); a load that changes nothing
    leaves no such row. `on_line` is called with the number of lines read.
    """
    receipt = Receipt()
    with engine.connect() as connection, for_bulk(connection), _without_collector(), connection.begin():
        _Load(connection, receipt, strict, run or {}).all(lines, on_line)
    return receipt


def records_in(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a JSONL file; a byte order mark at its start is passed over."""
    for number, line in enumerate(file):
        yield line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line


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


class _Load:
    """One load: which writer takes which record, and the run that its rows name."""

    def __init__(self, connection: Connection, receipt: Receipt, strict: bool, run: dict[str, Any]) -> None:
        self.connection = connection
        self.receipt = receipt
        self.strict = strict
        self.now = instant_now()
        self.run_id = self._open_run(run)
        (last_claim,) = connection.exec_driver_sql("select coalesce(max(id), 0) from claims").one()
        self.changes = Changes(connection, last_claim)
        self.named = NamedWriter(connection, receipt, self.changes)
        self.claims = ClaimWriter(connection, receipt, self.changes, self.named, self.run_id, self.now)
        self.judged = JudgedWriter(connection, receipt, self.changes, self.named, self.claims, self.now)

    def all(self, lines: Iterable[bytes | Any], on_line: Callable[[int], None] | None) -> None:
        for number, line in enumerate(lines, 1):
            if on_line is not None:
                on_line(number)
            if isinstance(line, bytes) and not line.strip():
                continue
            try:
                self._take(number, decode(line) if isinstance(line, bytes) else record_from_object(line))
            except RecordError as error:
                self.receipt.reject(number, error)
            self._stop_if_strict()
        self.claims.close()
        self._stop_if_strict()
        self.changes.derive()
        self._close_run()

    def _take(self, number: int, record: records.Record) -> None:
        match record:
            case records.Claim():
                self.claims.add(number, record)
            case records.Judgement() | records.Relation() | records.Placement() | records.Link() | records.Review():
                self.claims.flush()
                self.judged.write(record)
            case _:
                self.named.write(record)

    def _stop_if_strict(self) -> None:
        if self.strict and self.receipt.rejects:
            first = self.receipt.rejects[0]
            raise RecordError(
                f"line {first.line}, {first.error.field}".removesuffix(", "), first.error.reason, first.error.value
            )

    def _open_run(self, run: dict[str, Any]) -> int:
        row = {"tool": "load", "version": version("claims"), **run, "started_at": self.now, "finished_at": self.now}
        row |= dict.fromkeys(("inserted", "unchanged", "superseded", "rejected"), 0)
        cursor = self.connection.exec_driver_sql(
            f"insert into runs ({', '.join(row)}) values ({', '.join('?' * len(row))})", tuple(row.values())
        )
        return int(cursor.lastrowid)

    def _close_run(self) -> None:
        if not self.receipt.changed:
            self.connection.exec_driver_sql("delete from runs where id = ?", (self.run_id,))
            return
        told = {"finished_at": instant_now(), **self.receipt.counts()}
        self.connection.exec_driver_sql(
            f"update runs set {', '.join(f'{name} = ?' for name in told)} where id = ?", (*told.values(), self.run_id)
        )
