"""Re-verification: does all that the database says still stand where it says so?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from claims import records
from claims.errors import DatabaseError
from claims.export import export
from claims.identity import RULE
from claims.models import Base
from claims.records import claim_key
from claims.resources import DB
from claims.storage import broken, create_engine, rederived, store_of, upgrade
from claims.text import sha256
from claims.vocabulary import KINDS, ROLES

_REBUILD = "run `claims init --rebuild`"
_KEEP = "restore a backup, or keep it so: `claims export`, and load that into a new database"
_NAMED = {
    "source": ("sources", "name"),
    "document": ("documents", "coalesce(slug, key)"),
    "entity": ("entities", "name"),
    "event": ("events", "name"),
    "run": ("runs", "id"),
}


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
    try:
        for record in export(connection):
            if isinstance(record, records.Claim):
                found.looked_at += 1
                if record.key != claim_key(record, documents):
                    found.problems.append(f"claim {record.key}: its contents give another key")
    except DatabaseError as error:
        found.problems.append(str(error))
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


def _rows(connection: Connection) -> Finding:
    """Rows that something else than a load has changed: nothing else tells it of a country, a grade or a note."""
    found = Finding("rows as loaded", connection.exec_driver_sql("select count(*) from seals").scalar_one())
    for kind, id_, what in broken(connection):
        table, name = _NAMED[kind]
        row = connection.exec_driver_sql(f"select {name} from {table} where id = ?", (id_,)).fetchone()
        found.problems.append(f"{kind} {id_ if row is None else row[0]} {what}; {_KEEP}")
    for record, id_ in connection.exec_driver_sql(_sql("marks_of_nothing")):
        found.problems.append(f"marks tells of {record} no. {id_}, which is not there; {_KEEP}")
    return found


def _schema(connection: Connection) -> Finding:
    fresh = create_engine(":memory:")
    try:
        upgrade(fresh)
        with fresh.connect() as other:
            told = store_of(other).objects(other)
    finally:
        fresh.dispose()
    held = store_of(connection).objects(connection)
    kinds = {kind for kind, _ in held}
    of_facts = {index.name for table in Base.metadata.tables.values() for index in table.indexes}
    found = Finding("views, triggers", 0)
    for (kind, name), statement in told.items():
        if kind in kinds:
            found.looked_at += 1
            remedy = _KEEP if name in of_facts else _REBUILD
            if (kind, name) not in held:
                found.problems.append(f"{kind} {name} is not there; {remedy}")
            elif held[kind, name] not in (None, statement):
                found.problems.append(f"{kind} {name} is not the one that this version makes; {remedy}")
    return found


def _vocabulary(connection: Connection) -> Finding:
    found = Finding("vocabulary", 0)
    for table, told in (("kinds", KINDS), ("roles", ROLES)):
        held = connection.exec_driver_sql(f"select * from {table}").mappings().all()
        rows = {row["name"]: dict(row) for row in held}
        for name, term in told.items():
            found.looked_at += 1
            if rows.get(name) != {column: getattr(term, column) for column in rows.get(name, {"name": ""})}:
                found.problems.append(f"{table} does not define {name} as this version does; {_REBUILD}")
    return found


def _derived(connection: Connection) -> Finding:
    found = Finding("derived tables", 0)
    try:
        for table, rows, more, fewer in rederived(connection):
            found.looked_at += rows
            if more or fewer:
                told = f"{table} lacks {fewer} rows that are told, and holds {more} that are not"
                found.problems.append(f"{told}; {_REBUILD}")
    except OperationalError as error:  # they take room
        found.problems.append(f"cannot be compared: {store_of(connection).told(error)}; make room, and run it again")
    for (name,) in connection.exec_driver_sql(_sql("names_of_nothing")):
        found.problems.append(f"mentions holds {name!r}, which no claim mentions so; {_REBUILD}")
    for (edition,) in connection.exec_driver_sql("select edition from gathered"):
        if not 1 <= edition <= RULE:
            found.problems.append(f"gathered tells of rule {edition}, which nobody knows; {_REBUILD}")
    return found


def _sql(name: str) -> str:
    return (DB / "checks" / f"{name}.sql").read_text("utf-8")


_CHECKS: tuple[Callable[[Connection], Finding], ...] = (
    _hashes,
    _spans,
    _keys,
    _ledgers,
    _rows,
    _vocabulary,
    _schema,
)
