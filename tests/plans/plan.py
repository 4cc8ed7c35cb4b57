"""What a statement would read: the tables that it goes through whole, and the indexes by which it reads too many rows at once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from claims.catalogue import catalogue, limited
from claims.datasette.asking import sql_over
from claims.datasette.counted import sparing
from claims.resources import DB
from tests.plans.figures import Figure

#: Rows of a table that is big, and of a look-up that is no look-up any more.
BIG, MANY = 50_000, 25_000
PARAMETER = re.compile(r"(?<![:\w]):([A-Za-z_]\w*)")
_USED = re.compile(r"(?:SEARCH|SCAN) \S+ USING (?:COVERING )?INDEX (\w+)(?: \(([^)]*)\))?")
#: What analysts and Datasette ask of tables and views, beside the questions and the pages.
_LOOKED_UP = {
    "statements by claim": "select * from statements where claim = :claim",
    "statements by number": "select * from statements where claim_id = :number",
    "statements by event": "select * from statements where event_id = :event limit 100",
    "claims by kind and phase": "select * from claims where kind = :kind and phase = :phase order by date_earliest limit 100",
    "claims by day": "select * from claims where date_earliest >= :since order by date_earliest limit 100",
    "claims of a document": "select * from claims where document_id = :number",
    "claims of an event": "select * from claims where event_id = :number and kind = :kind",
    "claims of a run": "select * from claims where run_id = :number limit 100",
    "what superseded a claim": "select * from claims where supersedes_id = :number",
    "claims of an entity": "select claim_id from arguments where entity_id = :number limit 100",
    "claims of a name": "select claim_id from arguments where name_key = :name limit 100",
    "claims that rest on a document": "select claim_id from evidence where document_id = :number",
    "facts of a claim": "select * from event_facts where claim_id = :number",
    "acts of a claim": "select * from acts where claim_id = :number",
    "who met in a claim": "select * from encounters where claim_id = :number",
    "what was settled by a claim": "select * from settled where claim_id = :number",
    "promises that a claim tells of": "select * from outcomes where outcome_id = :number",
}
_HITS = (
    "select * from claims where id in (select rowid from claims_search where claims_search match escape_fts(:search))"
)
#: What Datasette's own page of a table asks, as it is asked of a database of ours.
_TABLES = {
    "table, next page": "select * from claims where id > :p0 order by id limit 51",
    "table, of a document": 'select * from claims where "document_id" = :p0 order by id limit 51',
    "table, of an event": 'select * from claims where "event_id" = :p0 order by id limit 51',
    "table, counted": 'select count(*) from (select * from claims where "document_id" = :p0 limit 10001)',
    "table, facet": "select kind as value, count(*) as count from (select kind from claims where document_id = :p0) group by kind",
    "table, search": f"{_HITS} order by id limit 51",
    "table, search counted": f"select count(*) from ({_HITS}  limit 10001)",
    "statements of a claim": 'select * from statements where "claim" = :p0 limit 51',
}
#: What each answer asks of what it was given, to say whom or what is meant.
_HANDLES = ("claim_handles", "claims_of_referent", "document_handles", "referents_named")


@dataclass(frozen=True)
class Plan:
    """`indexes` by name; `complaints`: (table, what is wrong) where a big one is read whole, or much of it at a time."""

    indexes: frozenset[str]
    complaints: frozenset[tuple[str, str]]


def statements() -> dict[str, str]:
    """Every question of the catalogue, whole and its first rows, every page's SQL, and what is asked of names, tables and views."""
    asked = {f"queries/{one.name}": one.sql for one in catalogue().values()}
    first = {f"{name}, first rows": limited(sql, 101) for name, sql in asked.items()}
    pages = {
        f"pages/{path.parent.name}/{path.stem}": path.read_text("utf-8")
        for path in sorted((DB / "pages").glob("*/*.sql"))
    }
    del pages["pages/search/summed"]  # of what another finds
    over = {
        f"pages/search/summed over {found}": sql_over("search/summed", f"search/{found}")
        for found in ("claims_found", "claims_found_among", "claims_found_of_all", "claims_listed")
    }
    handles = {f"resolve/{name}": (DB / "resolve" / f"{name}.sql").read_text("utf-8") for name in _HANDLES}
    tables = {name: sparing(sql) for name, sql in _TABLES.items()}
    return {**asked, **first, **pages, **over, **handles, **tables, **_LOOKED_UP}


def pretend(connection: sqlite3.Connection, figures: list[Figure]) -> None:
    """Let the planner take the database for the one that the figures are of."""
    connection.execute("analyze")
    connection.execute("delete from sqlite_stat1")
    connection.executemany("insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)", figures)
    connection.execute("analyze sqlite_schema")


def plan_of(connection: sqlite3.Connection, sql: str, figures: list[Figure]) -> Plan:
    """How the planner would answer, with what it knows now; `figures` tell how many rows that is."""
    given = dict.fromkeys(PARAMETER.findall(re.sub(r"--.*", "", sql)), "")
    indexes, complaints = set(), set()
    for table, index in _walked(connection, sql, given):
        if _rows(figures, table, index) >= BIG:
            complaints.add((table, "read whole" if index == table else f"read by {index} from end to end"))
    for row in connection.execute(f"explain query plan {sql}", given):
        for index, terms in _USED.findall(row[3]):
            indexes.add(index)
            table, each = _each(figures, index, terms.count("=?"))
            if terms and each >= MANY:
                complaints.add((table, f"{each} rows at a time by {index} ({terms})"))
    return Plan(frozenset(indexes), frozenset(complaints))


def _walked(connection: sqlite3.Connection, sql: str, given: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is gone through from one end, (table, index or table): told by SQLite's own program."""
    at = {
        page: (table, name)
        for page, table, name in connection.execute(
            "select rootpage, tbl_name, name from sqlite_schema where rootpage > 0"
        )
    }
    program = connection.execute(f"explain {sql}", given).fetchall()
    opened = {row[2]: at.get(row[3]) for row in program if row[1] == "OpenRead" and row[4] == 0}
    for row in program:
        if row[1] in ("Rewind", "Last", "Count") and (found := opened.get(row[2])) is not None:
            yield found


def _rows(figures: list[Figure], table: str, index: str) -> int:
    """Rows of the index, of which some hold but a part of their table; else of the table."""
    of = {name: int(stat.split()[0]) for owner, name, stat in figures if owner == table}
    return of.get(index) or max(of.values(), default=0)


def _each(figures: list[Figure], index: str, columns: int) -> tuple[str, int]:
    """The table of an index, and how many rows share values in so many of its first columns."""
    for table, name, stat in figures:
        if name == index:
            told = stat.split()
            return table, int(told[min(columns, len(told) - 1)])  # the key of the table may follow, which makes it one
    return "", 0
