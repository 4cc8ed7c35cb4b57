"""Rows of claims and of what hangs on them, on their way into their four tables, many at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Index

from claims.load.prepared import Prepared
from claims.models import Base
from claims.storage import store_of

#: Before and after the columns that a prepared claim gives (`Prepared.columns`).
_FIRST = ("id", "key", "slug", "document_id", "run_id", "event_id")
_TOLD = (
    *(
        "kind",
        "phase",
        "polarity",
        "certainty",
        "speech_act",
        "asserter",
        "summary",
        "quantity",
        "date_text",
        "date_edtf",
    ),
    *("date_earliest", "date_latest", "date_basis", "due_text", "due_edtf", "due_earliest", "due_latest", "confidence"),
)
_LAST = ("fingerprint", "recorded_at", "retracted_at", "retraction", "supersedes_id")
_CLAIM = (*_FIRST, *_TOLD, *_LAST)
_RETRACTED_AT = _CLAIM.index("retracted_at")
_TABLES = {
    "claims": _CLAIM,
    "arguments": ("claim_id", "seq", "role", "mention", "entity_id", "name_key", "span_start", "span_end"),
    "evidence": ("claim_id", "seq", "document_id", "span_start", "span_end", "alignment", "quoted", "page"),
    "doubts": ("claim_id", "seq", "field", "reason"),
}
_RETRACT = "update claims set retracted_at = case when recorded_at > :at then recorded_at else :at end, retraction = :why where id = :id"
_KEPT = {"ix_claims_retracted_key", "ix_claims_document_id", "ix_claims_run_id"}
#: Indexes that a large load makes again after its rows, in one sweep: new rows reach all over them. Those by which the
#: loader itself looks rows up stay, and those whose rows come in their order.
_SCATTERED = [
    *Base.metadata.tables["arguments"].indexes,
    *(index for index in Base.metadata.tables["claims"].indexes if not index.unique and index.name not in _KEPT),
]


class ClaimTables:
    """Keeps rows until `write`; `close` makes what was put off."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._claims: dict[int, tuple[Any, ...]] = {}  # rows by id
        self._arguments: list[tuple[Any, ...]] = []
        self._evidence: list[tuple[Any, ...]] = []
        self._doubts: list[tuple[Any, ...]] = []
        self._retracted: list[dict[str, Any]] = []  # when, why and id, of claims that are in their table
        self._put_off: list[Index] = []
        self._unchecked: list[str] = []  # statements that check what was written, and go on checking

    def __contains__(self, id_: int) -> bool:
        """Whether this claim is not in its table yet."""
        return id_ in self._claims

    def add(self, id_: int, one: Prepared, run_id: int, last: Iterable[Any]) -> None:
        """The claim is to be row `id_`. `last`: fingerprint, recorded_at, retracted_at, retraction, supersedes_id."""
        self._claims[id_] = (
            id_, one.key, one.record.slug, one.document_id, one.run_id or run_id, one.event_id, *one.columns, *last
        )  # fmt: skip
        self._arguments += [(id_, *argument) for argument in one.arguments]
        self._evidence += [(id_, *span) for span in one.evidence]
        self._doubts += [(id_, seq, field, reason) for seq, (field, reason) in enumerate(one.doubts)]

    def retract(self, id_: int, at: str, why: str) -> None:
        """The claim, in its table or not, is held no longer since then."""
        waiting = self._claims.get(id_)
        if waiting is None:
            self._retracted.append({"at": at, "why": why, "id": id_})
        else:
            self._claims[id_] = (*waiting[:_RETRACTED_AT], at, why, *waiting[_RETRACTED_AT + 2 :])

    def write(self) -> None:
        """Write what is kept; what it replaces goes first, as no two held claims may have one key or slug."""
        if self._retracted:
            self._connection.exec_driver_sql(_RETRACT, self._retracted)
            self._retracted.clear()
        kept = ([*self._claims.values()], self._arguments, self._evidence, self._doubts)
        for (table, columns), rows in zip(_TABLES.items(), kept, strict=True):
            if rows:  # decoding and preparing checked all that their constraints say
                store_of(self._connection).insert(self._connection, table, columns, rows)
        self._claims.clear()
        self._arguments.clear()
        self._evidence.clear()
        self._doubts.clear()

    def put_off(self) -> None:
        """Leave the indexes that new rows reach all over, and the checks of what they refer to, until `close`."""
        if self._put_off:
            return
        self._put_off = [*_SCATTERED]
        for index in self._put_off:
            index.drop(self._connection)
        for table in _TABLES:
            self._unchecked += store_of(self._connection).put_off(self._connection, table)

    def close(self) -> None:
        """Make what was put off."""
        for index in self._put_off:
            index.create(self._connection)
        for statement in self._unchecked:
            self._connection.exec_driver_sql(statement)
        self._put_off, self._unchecked = [], []
