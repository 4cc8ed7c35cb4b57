"""Re-verification: does all that the database says still stand where it says so?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import sqlalchemy
from sqlalchemy import Connection

from claims import records
from claims.export import export
from claims.records import claim_key
from claims.resources import DB
from claims.storage import copied_in_memory, is_refused_write
from claims.text import sha256


@dataclass
class Finding:
    """One check: what was looked at, how many of it, and a line for each that is wrong."""

    name: str
    looked_at: int
    problems: list[str] = field(default_factory=list)


def check(connection: Connection) -> list[Finding]:
    """Every check, in the order of `_CHECKS`, from foreign keys to derived tables. Changes nothing."""
    return [look(connection) for look in _CHECKS]


def _foreign_keys(connection: Connection) -> Finding:
    rows = connection.exec_driver_sql("pragma foreign_key_check").fetchall()
    return Finding(
        "foreign keys", _tables(connection), [f"{row[0]} row {row[1]} refers to nothing in {row[2]}" for row in rows]
    )


def _constraints(connection: Connection) -> Finding:
    """Pages, indexes, and every CHECK and NOT NULL: a load leaves these to its own checks while it writes claims."""
    rows = connection.exec_driver_sql("pragma integrity_check").scalars().all()
    return Finding("constraints", _tables(connection), [row for row in rows if row != "ok"])


def _tables(connection: Connection) -> int:
    return int(connection.exec_driver_sql("select count(*) from sqlite_master where type = 'table'").scalar_one())


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


def _search(connection: Connection) -> Finding:
    """FTS5 checks itself by a statement that counts as writing: where the file is for reading only, in a copy."""
    try:
        return _search_in(connection)
    except sqlalchemy.exc.DBAPIError as error:
        if not is_refused_write(error):
            raise
    with copied_in_memory(connection) as copy:
        return _search_in(copy)


def _search_in(connection: Connection) -> Finding:
    found = Finding("search index", 0)
    for name in ("claims", "documents", "entities"):
        found.looked_at += connection.exec_driver_sql(f"select count(*) from {name}").scalar_one()
        try:
            connection.exec_driver_sql(f"insert into {name}_search ({name}_search, rank) values ('integrity-check', 1)")
        except sqlalchemy.exc.DatabaseError as error:
            if is_refused_write(error):
                raise
            found.problems.append(f"{name}_search does not hold the words of {name}; run `claims init --rebuild`")
    return found


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
    _foreign_keys,
    _constraints,
    _hashes,
    _spans,
    _keys,
    _ledgers,
    _search,
    _derived,
)
