"""Spreading a database over the nodes of Citus: a claim and all that hangs on it on one node, what claims refer to on each.

The plan is a list of statements, from files and from what the models say of references. What is derived is dropped
before, and made again afterwards, each table of it placed as it is made (`place`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Table

from claims.errors import DatabaseError
from claims.models import Base
from claims.resources import DB
from claims.storage.scripts import statements

SHARDS = 32
#: Of each connection to such a database: plans turn on the values that are asked for; the coordinator does not look for
#: an order in which to join, as its nodes do, piece by piece; a transaction reads on each node what it wrote on another;
#: what refuses to overwrite claims does so on each; what was touched goes to the claims.
SETTINGS = {
    "plan_cache_mode": "force_custom_plan",
    "join_collapse_limit": "1",
    "citus.multi_shard_modify_mode": "sequential",
    "citus.enable_unsafe_triggers": "on",
    "citus.local_table_join_policy": "prefer-local",
    "citus.propagate_set_commands": "local",
}
#: Of each transaction: what is set for a session stays with the coordinator, and its nodes would compile each piece of a
#: question, which takes seconds.
ON_NODES = "set local jit = off"
#: The column that tells of which claim a row is, by table; of a seal, of what else.
_CLAIM_OF = {
    "claims": "id",
    **dict.fromkeys(("arguments", "evidence", "doubts", "reviews", "placements"), "claim_id"),
    "links": "source_id",
    "touched_takers": "claim_id",
    **dict.fromkeys(("participation", "past_participation", "promises", "settled", "encounters"), "claim_id"),
    "acts": "subject_id",
    "outcomes": "promise_id",
    "claims_search": "id",
    "seals": "row_id",
}
_MANY = 1000  # claims of which a load must have written more, so that the tables are worth a look
_IS_MUCH = f"select 1 from pg_class where relname = 'touched_claims' and reltuples > {_MANY} and relpersistence = 't'"
#: Asked of each connection as it is made; what it says stays with the connection under this name.
HOLDS = "select to_regclass('held_names') is not null"
IS_SPREAD = "is_spread"
HELD_NAMES = ("name", "sort", "claim_id")


def is_spread(connection: Connection) -> bool:
    """Whether the database lies on the nodes of Citus."""
    return bool(connection.exec_driver_sql(HOLDS).scalar_one())


def check_spreadable(connection: Connection) -> None:
    """Raise DatabaseError where the database cannot be spread, or is."""
    run = connection.exec_driver_sql
    if run("select 1 from pg_extension where extname = 'citus'").fetchone() is None:
        raise DatabaseError(
            "the database has no extension citus", "run: create extension citus, on a server that was set up for it"
        )
    if is_spread(connection):
        raise DatabaseError("the database is spread already", "see: select * from citus_tables")
    if run("select 1 from pg_dist_node where shouldhaveshards and isactive").fetchone() is None:
        raise DatabaseError(
            "no node is there to hold claims", "run: select citus_add_node('HOST', 5432), for each worker"
        )


def plan(shards: int = SHARDS) -> list[str]:
    """The statements that spread the tables of facts over `shards` pieces, in order."""
    ours = [table for table in Base.metadata.sorted_tables if table.name in _CLAIM_OF]
    ours.sort(key=lambda table: table.name != "claims")  # the others are put beside them
    others = [table for table in Base.metadata.sorted_tables if table.name not in _CLAIM_OF]
    return [
        *(f"alter table {table.name} drop constraint {key.name}" for table in ours for key in _references(table)),
        *_script("loosen"),
        *(_placing(table.name, shards) for table in (*others, *ours)),
        *(_bound(table, key) for table in ours for key in _references(table) if _is_kept(table, key)),
        *_script("guard"),
    ]


def between_claims() -> list[tuple[str, str, str, str, str]]:
    """References from one claim to another, which no node keeps: the name, table and column of each, and to what."""
    dropped = [(t, key) for t in Base.metadata.sorted_tables if t.name in _CLAIM_OF for key in _references(t)]
    return [(str(key.name), t.name, key.column_keys[0], "claims", "id") for t, key in dropped if not _is_kept(t, key)]


def lies_with_claims(connection: Connection, table: str) -> bool:
    """Whether the rows of this table lie each on the node of a claim."""
    return connection.info[IS_SPREAD] and table in _CLAIM_OF


def place(connection: Connection, table: str) -> None:
    """Put a derived table that was just made where its rows belong, if the database is spread."""
    if connection.info[IS_SPREAD]:
        connection.exec_driver_sql(_placing(table, SHARDS))


def settling(connection: Connection, tables: list[str], *, always: bool) -> tuple[list[str], bool]:
    """Which of these tables can be looked at in a load's transaction, and whether they are worth it.

    Nodes do not tell how large a table was; what is on each node is looked at by itself once it is kept.
    """
    spread = [table for table in tables if table in _CLAIM_OF]
    if spread and not always:
        always = connection.exec_driver_sql(_IS_MUCH).fetchone() is not None
    others = (table for table in tables if table.startswith("touched_") and table not in _CLAIM_OF)
    return ([*spread, *others] if always else []), always


def names_to_hold(
    connection: Connection, columns: Sequence[str], claims: Iterable[tuple[Any, ...]]
) -> list[tuple[str, str, int]]:
    """The rows of held_names for these new claims; those of claims that are held no longer under such a name are taken away.

    The server refuses a row whose name another held claim has.
    """
    run = connection.exec_driver_sql
    at = {column: number for number, column in enumerate(columns)}
    held = [claim for claim in claims if "retracted_at" not in at or claim[at["retracted_at"]] is None]
    rows = []
    for sort in ("key", "slug"):
        named = [(claim[at[sort]], sort, claim[at["id"]]) for claim in held if claim[at[sort]] is not None]
        if not named:
            continue
        names = [name for name, _, _ in named]
        before = run("select claim_id from held_names where sort = ? and name = any(?)", (sort, names)).scalars().all()
        if before:  # by claims that are held no longer, or not so
            still = run("select id from claims where retracted_at is null and id = any(?)", (before,)).scalars().all()
            run(
                "delete from held_names where sort = ? and name = any(?) and claim_id <> all(?)",
                (sort, names, still),
            )
        rows += named
    return rows


def _placing(table: str, shards: int) -> str:
    if table not in _CLAIM_OF:
        return f"select create_reference_table('{table}')"
    how = f"shard_count => {shards}" if table == "claims" else "colocate_with => 'claims'"
    return f"select create_distributed_table('{table}', '{_CLAIM_OF[table]}', {how})"


def _references(table: Table) -> list[ForeignKeyConstraint]:
    return sorted(table.foreign_key_constraints, key=lambda one: str(one.name))


def _is_kept(table: Table, key: ForeignKeyConstraint) -> bool:
    """Citus keeps a reference to what is on each node, and to the claim that the row is placed by."""
    return key.referred_table.name not in _CLAIM_OF or key.column_keys == [_CLAIM_OF[table.name]]


def _bound(table: Table, key: ForeignKeyConstraint) -> str:
    (element,) = key.elements
    column, other = key.column_keys[0], element.column
    return f"alter table {table.name} add constraint {key.name} foreign key ({column}) references {other.table.name} ({other.name})"


def _script(name: str) -> list[str]:
    return list(statements((DB / "spread" / f"{name}.sql").read_text("utf-8")))
