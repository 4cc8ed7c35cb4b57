"""What the server can tell of references, constraints and the search index."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from claims.storage.postgresql import search
from claims.storage.postgresql.distributing import IS_SPREAD, between_claims
from claims.storage.store import Examined

_REFERENCES = (
    "select k.conname, c.relname, a.attname, r.relname, b.attname"
    " from pg_constraint as k"
    " join pg_class as c on c.oid = k.conrelid join pg_attribute as a on a.attrelid = c.oid and a.attnum = k.conkey[1]"
    " join pg_class as r on r.oid = k.confrelid join pg_attribute as b on b.attrelid = r.oid and b.attnum = k.confkey[1]"
    " where k.contype = 'f' and c.relnamespace = to_regnamespace(current_schema()) order by k.conname"
)
_CONSTRAINTS = (
    "select k.conname, c.relname, pg_get_expr(k.conbin, k.conrelid)"
    " from pg_constraint as k join pg_class as c on c.oid = k.conrelid"
    " where k.contype = 'c' and c.relnamespace = to_regnamespace(current_schema()) order by k.conname"
)
_INDEXES = (
    "select c.relname from pg_index as i join pg_class as c on c.oid = i.indexrelid"
    " where c.relnamespace = to_regnamespace(current_schema()) and not (i.indisvalid and i.indisready)"
)


def examine(connection: Connection) -> Iterator[Examined]:
    """Each reference and CHECK against every row, as a server can be told not to enforce them; then the words of the index."""
    run = connection.exec_driver_sql
    references = [*run(_REFERENCES).fetchall(), *(between_claims() if connection.info[IS_SPREAD] else ())]
    problems = []
    for name, table, column, other, key in references:
        broken = run(
            f"select count(*) from {table} as t where t.{column} is not null\n"
            f" and not exists (select 1 from {other} as o where o.{key} = t.{column})"
            f" -- spread: and t.{column} not in (select o.{key} from {other} as o)"
        ).scalar_one()
        if broken:
            problems.append(f"{broken} rows of {table} refer to nothing in {other} ({name})")
    yield Examined("foreign keys", len(references), problems)

    constraints = run(_CONSTRAINTS).fetchall()
    problems = [f"index {name} is not valid; run: reindex index {name}" for (name,) in run(_INDEXES).fetchall()]
    for name, table, condition in constraints:
        broken = run(f"select count(*) from {table} where not ({condition})").scalar_one()
        if broken:
            problems.append(f"{broken} rows of {table} do not keep {name}")
    yield Examined("constraints", len(constraints), problems)

    looked_at, problems = 0, []
    for name in ("claims", "documents", "entities"):
        rows, lacking = search.wrong(connection, name)
        looked_at += rows
        if lacking:
            problems.append(f"{name}_search does not hold the words of {lacking} {name}; run `claims init --rebuild`")
    yield Examined("search index", looked_at, problems)
