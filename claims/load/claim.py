"""Claims into rows, in batches: what is held is left alone, what changed is superseded."""

from __future__ import annotations

from sqlalchemy import Connection

from claims import records
from claims.errors import RecordError
from claims.load.carrying import carry_links, carry_verdicts
from claims.load.changed import changed
from claims.load.changes import Changes
from claims.load.claim_tables import ClaimTables
from claims.load.held_claims import Held, HeldClaims, find_claim
from claims.load.named import NamedWriter
from claims.load.prepared import Prepared, prepare
from claims.load.receipt import Doubt, Receipt
from claims.text import nfc

_BATCH = 2000


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
        self._held = HeldClaims(connection, as_told=changes.as_told)
        self._tables = ClaimTables(connection)
        self._replaced: list[tuple[int, int]] = []  # ids of the old row and of the new
        self._found_again: list[tuple[int, int]] = []  # of those that say the same, with their quotes now found
        self._last_id = changes.last_claim

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
            if self._last_id + _BATCH > 2 * self._changes.last_claim:  # the load brings more than was there
                self._tables.put_off()
            self.flush()

    def flush(self) -> None:
        """Write the claims that are waiting."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        self._held.look_up(waiting)
        for one in waiting:
            self._receipt.line = one.line
            try:
                is_new = self._take(one)
            except RecordError as error:
                self._receipt.reject(one.line, error)
                self._named.refused.add(one.line, one.record)
                continue
            if is_new:
                self._receipt.doubts.extend(Doubt(one.line, *doubt) for doubt in one.doubts)
        self._tables.write()
        self._changes.linked |= carry_links(self._connection, self._replaced)
        carry_verdicts(self._connection, self._found_again)
        self._replaced.clear()
        self._found_again.clear()

    def close(self) -> None:
        """Write the claims that are waiting, and make the indexes that were put off."""
        self.flush()
        self._tables.close()

    def find(self, reference: str, field: str, version: int | None = None) -> int:
        """See `find_claim`; raises RecordError also where its record was refused."""
        self._named.refused.check("claims", reference, field)
        return find_claim(self._connection, reference, field, version)

    def _take(self, one: Prepared) -> bool:
        """Whether a row is to be inserted, what it supersedes being retracted."""
        record = one.record
        same = self._held.get(one.key)
        if same is not None and same.fingerprint == one.fingerprint:
            if record.retraction is None:
                self._receipt.count("unchanged", record)
            else:
                self._retract(same, record.retraction, self._checked(record.retracted_at))
                self._receipt.count("superseded", record)
            return False
        if self._held.was_said(one) and not self._is_said_again(one):
            self._receipt.count("unchanged", record)
            return False
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
            is_told = self._receipt.rows is not None and supersedes_id not in self._tables
            self._receipt.count("superseded", record, changed(self._connection, supersedes_id, one) if is_told else "")
        if record.retraction is None:
            self._held.hold(Held(id_, one.key, record.slug, one.fingerprint, recorded_at))
        else:
            self._held.never_held(one)
        last = (one.fingerprint, recorded_at, retracted_at, record.retraction, supersedes_id)
        self._tables.add(id_, one, self._run_id, last)
        return True

    def _is_said_again(self, one: Prepared) -> bool:
        """Whether what was superseded or withdrawn holds again: loading it does not revive it, unless its table says so."""
        return one.is_current and self._held.get(one.record.slug) is not None

    def _superseded(self, one: Prepared, same: Held | None, id_: int) -> int | None:
        """Id of the claim that this one, to be row `id_`, replaces, no longer held from now on; None where it replaces none.

        That is the one that its record names, else the one of its key, else of its slug; none of the three stays held.
        """
        record = one.record
        named: Held | None = None
        first: int | None = None
        if record.supersedes:
            named = self._held.get(record.supersedes) or self._held.get(nfc(record.supersedes))
            if named is None:
                self._tables.write()
                first = self.find(record.supersedes, "supersedes")  # no longer held, or not there
            else:
                first = named.id
        if record.retraction is not None:
            return first
        for held in (named, same, self._held.get(record.slug)):
            if held is not None and self._held.is_held(held):
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

    def _retract(self, held: Held, why: str, at: str | None = None) -> None:
        """Hold the claim no longer since `at`, the time that its record tells; None = now."""
        self._tables.retract(held.id, at or self._now, why)
        self._changes.old_claims.add(held.id)
        self._held.let_go(held)
