"""Re-verification: does all that the database says still stand where it says so?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from claims import records
from claims.export import export
from claims.records import claim_key
from claims.resources import DB
from claims.storage import store_of
from claims.text import sha256


@dataclass
class Finding:
    """One check: what was looked at, how many of it, and a line for each that is wrong."""

    name: str
    looked_at: int
    problems: list[str] = field(default_factory=list)


def check(connection: Connection) -> list[Finding]:
    """Every check, from the engine's own (foreign keys, constraints) to the search index and derived tables. Changes nothing."""
    found = [look(connection) for look in _CHECKS]
    own = [Finding(one.name, one.looked_at, one.problems) for one in store_of(connection).examine(connection)]
    return [*own[:2], *found, *own[2:], _derived(connection)]


def _hashes(connection: Connection) -> Finding:
    found = Finding("text hashes", 0)
    for name, text, digest, length in connection.exec_driver_sql(_sql("texts")):
        found.looked_at += 1
        if sha256(text) != digest or len(text) != length:
            found.problems.append(f"document {name}: the text is not the one that its spans count")
    return found


def _spans(connection: Connection) -> Finding:
    found = Finding("spans", connection.exec_driver_sql("select count(*) from evidence").scalar_one())
    for claim, document, start, end, length in connection.exec_driver_sql(_sql("spans_out_of_text")):
        found.problems.append(f"claim {claim}: {start}-{end} lies outside {document}, which ends at {length}")
    for claim, mention, words in connection.exec_driver_sql(_sql("mentions_not_in_text")):
        found.problems.append(f"claim {claim}: the text reads {words!r} where {mention!r} was found")
    return found


def _keys(connection: Connection) -> Finding:
    found = Finding("claim keys", 0)
    documents: dict[str, str] = dict(
        connection.exec_driver_sql("select coalesce(slug, key), key from documents").fetchall()
    )
    for record in export(connection):
        if isinstance(record, records.Claim):
            found.looked_at += 1
            if record.key != claim_key(record, documents):
                found.problems.append(f"claim {record.key}: its contents give another key")
    return found


def _ledgers(connection: Connection) -> Finding:
    found = Finding("ledgers", connection.exec_driver_sql("select count(*) from sentences").scalar_one())
    for document, start, end in connection.exec_driver_sql(_sql("sentences_unaccounted")):
        found.problems.append(f"document {document}: the sentence {start}-{end} bears no claim and gives no reason")
    for document, claim, start, end in connection.exec_driver_sql(_sql("spans_outside_ledger")):
        found.problems.append(
            f"document {document}: claim {claim} quotes {start}-{end}, which no sentence of its ledger covers"
        )
    for document, text, spans in _ledgered_texts(connection):
        covered = 0
        for start, end in [*spans, (len(text), len(text))]:
            if text[covered:start].strip():
                found.problems.append(f"document {document}: {covered}-{start} is in no sentence of its ledger")
            covered = max(covered, end)
    return found


def _ledgered_texts(connection: Connection) -> Iterator[tuple[str, str, list[tuple[int, int]]]]:
    for id_, name, text in connection.exec_driver_sql(_sql("ledgered_texts")).fetchall():
        spans = connection.exec_driver_sql(
            "select span_start, span_end from sentences where document_id = ? order by span_start", (id_,)
        )
        yield name, text, [(start, end) for start, end in spans]


def _derived(connection: Connection) -> Finding:
    found = Finding("derived tables", 0)
    for name, held, told in connection.exec_driver_sql(_sql("derived_counts")):
        found.looked_at += told
        if held != told:
            found.problems.append(f"{name} holds {held} rows where {told} are told; run `claims init --rebuild`")
    return found


def _sql(name: str) -> str:
    return (DB / "checks" / f"{name}.sql").read_text("utf-8")


_CHECKS: tuple[Callable[[Connection], Finding], ...] = (
    _hashes,
    _spans,
    _keys,
    _ledgers,
)
