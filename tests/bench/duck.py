"""The same rows in DuckDB, and the catalogue's questions as plain SQL on them: what a column store makes of them.

Copied by CSV, in memory: held claims, arguments with whom they mean (names are resolved by this project: DuckDB resolves
none), states that act through their people, evidence, documents, events, dues. No derived order, no index but DuckDB's own.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import Connection

VERSION = f"DuckDB {duckdb.__version__}"

_TABLES = {
    "claims": "select id, key, document_id, event_id, kind, phase, polarity, certainty, summary, date_edtf, date_earliest, date_latest"
    " from held_claims",
    "part": "select claim_id, seq, role, is_party, referent_id, name, referent_kind from participants",
    "acting": "select claim_id, referent_id from acting_states",
    "evidence": "select claim_id, seq, document_id, span_start, span_end from evidence",
    "documents": "select id, coalesce(slug, key) as name, published_on, text from documents",
    "events": "select id, name from events",
    "dues": "select claim_id, due_from, due_to from promise_dues",
    "names": "select folded, precedence, referent_id from known_names",
}
_WHOLE = {
    "id",
    "claim_id",
    "seq",
    "is_party",
    "referent_id",
    "document_id",
    "event_id",
    "span_start",
    "span_end",
    "precedence",
}

_TOLD = """
    (select d.name from documents as d where d.id = c.document_id) as document,
    (select string_agg(substr(d.text, v.span_start + 1, v.span_end - v.span_start), ' … ' order by v.seq)
        from evidence as v join documents as d on d.id = v.document_id where v.claim_id = c.id) as quote,
    c.key as claim"""
_PARTIES = (
    "(select string_agg(distinct p.name, ', ') from part as p where p.claim_id = c.id and p.is_party = 1) as parties"
)
_PLACE = "(select p.name from part as p where p.claim_id = c.id and p.role = 'place' order by p.seq limit 1) as place"
_EVENT = "(select e.name from events as e where e.id = c.event_id) as event"
_DAYS = "coalesce(c.date_latest, c.date_earliest, '') >= $since and coalesce(c.date_earliest, '') <= $until"
_ACTING = "select claim_id from acting where referent_id = $one"
_AS_PARTY = f"c.id in (select claim_id from part where referent_id = $one and is_party = 1 union {_ACTING})"
_AS_ANY = f"c.id in (select claim_id from part where referent_id = $one union {_ACTING})"
_AS_SUBJECT = "c.id in (select claim_id from part where referent_id = $topic and is_party = 0)"
_ORDER = "order by coalesce(c.date_earliest, '') desc, c.id desc limit 100"
_OUTCOMES = {
    "agreed": "c.phase = 'agreed' and c.polarity = '+'",
    "failed": "(c.phase in ('failed', 'cancelled') or c.polarity = '-' and c.phase in ('occurred', 'ongoing', 'agreed', 'implemented'))",
}


class Duck:
    """The rows of a claims database in DuckDB; asked for the first 100 rows, as the catalogue is."""

    def __init__(self, claims: Connection) -> None:
        self.names = claims
        self.connection = duckdb.connect()
        with tempfile.TemporaryDirectory() as folder:
            for table, sql in _TABLES.items():
                path = Path(folder) / f"{table}.csv"
                rows = claims.exec_driver_sql(sql)
                columns = list(rows.keys())
                with path.open("w", encoding="utf-8", newline="") as file:
                    csv.writer(file, lineterminator="\n").writerows(rows)
                types = {name: "bigint" if name in _WHOLE else "varchar" for name in columns}
                self.connection.execute(
                    f"create table {table} as select * from read_csv('{path}', header = false, columns = {types}, max_line_size = 10000000)"
                )

    def knows(self, name: str, given: dict[str, str]) -> bool:
        """Whether the question is among those that are asked here too."""
        return self._sql(name, given) is not None

    def first_rows(self, name: str, given: dict[str, str]) -> list[tuple[Any, ...]]:
        """Ask it and take the first 100 rows, each with its claim's key last."""
        sql = self._sql(name, given)
        assert sql is not None
        people = [value for key, value in given.items() if key in ("entity", "person", "party")]
        until = given.get("until", "")
        values = {
            "one": self._referent(people[0]) if people else 0,
            "other": self._referent(given["other"]) if "other" in given else 0,
            "topic": self._referent(given["topic"]) if "topic" in given else 0,
            "since": given.get("since", ""),
            "until": f"{until}-99" if until else "9999",
        }
        used = {key: value for key, value in values.items() if f"${key}" in sql}
        rows: list[tuple[Any, ...]] = self.connection.execute(sql, used).fetchall()
        return rows

    def _referent(self, name: str) -> int:
        row = self.connection.execute(
            "select referent_id from names where folded = ? order by precedence, referent_id limit 1", [name]
        ).fetchone()
        assert row is not None
        return int(row[0])

    def _sql(self, name: str, given: dict[str, str]) -> str | None:
        """The first 100 are found first and told after, as SQL that is written with care does. None: not asked here."""
        days = f"and {_DAYS}" if {"since", "until"} & set(given) else ""
        party = f"and {_AS_PARTY}" if "party" in given else ""
        if name == "timeline":
            who = f"and {_AS_ANY}" if "entity" in given else ""
            return f"""select c.date_edtf, c.kind, c.phase, c.polarity, c.certainty, c.summary, {_EVENT}, {_TOLD}
                from (select c.* from claims as c where true {who} {days} {_ORDER}) as c {_ORDER}"""
        if name in _OUTCOMES:
            topic = f"and {_AS_SUBJECT}" if "topic" in given else ""
            return f"""select c.date_edtf, {_PARTIES}, c.summary, {_TOLD}
                from (select c.* from claims as c where {_OUTCOMES[name]} {party} {topic} {days} {_ORDER}) as c {_ORDER}"""
        if name == "who_met_whom":
            either = "and a.referent_id = $one" if "person" in given else "and a.seq < b.seq"
            other = "and b.referent_id = $other" if "other" in given else ""
            return f"""select c.date_edtf, c.one_name, c.other_name, {_EVENT}, {_PLACE}, {_TOLD}
                from (
                    select c.*, a.name as one_name, b.name as other_name
                    from claims as c join part as a on a.claim_id = c.id join part as b on b.claim_id = c.id
                    where c.kind in ('meet', 'attend') and c.phase = 'occurred' and c.polarity = '+'
                        and a.role in ('participant', 'host') and b.role in ('participant', 'host')
                        and b.referent_id <> a.referent_id
                        and (a.referent_kind = b.referent_kind or a.referent_kind is null or b.referent_kind is null)
                        {either} {other} {days} {_ORDER}
                ) as c {_ORDER}"""
        if name == "planned" and "as_of" not in given:
            due = f"and ({_DAYS} or coalesce(d.due_to, d.due_from) >= $since and coalesce(d.due_from, d.due_to) <= $until)"
            return f"""select c.due_from, c.due_to, {_PARTIES}, c.summary, c.phase, c.certainty, {_TOLD}
                from (
                    select c.*, d.due_from, d.due_to
                    from claims as c join dues as d on d.claim_id = c.id
                    where c.polarity = '+' {party} {due if days else ""}
                    order by d.due_to nulls last, d.due_from nulls first, c.id limit 100
                ) as c
                order by c.due_to nulls last, c.due_from nulls first, c.id"""
        return None
