"""What was touched, in the temporary tables by which it is filled and cleared: touched_claims, touched_documents and others.

Who takes part in the claims is worked out once, by the fill of participation, and kept in touched_takers for the fills
after it.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection

from claims.names import name_key
from claims.storage.stores import store_of

_TAKERS = (
    "(claim_id integer, referent_id integer, is_party integer, is_subject integer, is_named integer,"
    " primary key (claim_id, referent_id)) without rowid"
)
_AT_ONCE = 20_000  # ids that are inserted together
#: Ids that follow each other are counted by the engine: they are all that a large load brings.
_COUNTED = (
    "insert into {} ({}) with recursive n (id) as"
    " (select cast(:first as bigint) union all select n.id + 1 from n where n.id < :last) select n.id from n"
)
_NONE = range(0)


@contextmanager
def touching(
    connection: Connection, claims: Iterable[int] = (), documents: Iterable[int] = (), new: range = _NONE
) -> Iterator[None]:
    """These rows, and the claims of the ids in `new`, in touched_claims and touched_documents."""
    store = store_of(connection)
    tables = {"touched_claims": (sorted(set(claims)), new), "touched_documents": (sorted(set(documents)),)}
    with ExitStack() as made:
        for table, sets in tables.items():
            made.enter_context(store.scratch(connection, table, "(id integer primary key)"))
            put_ids(connection, table, "id", *sets)
        store.settled(connection, tables, always=True)
        made.enter_context(store.starting_from(connection, sum(map(len, itertools.chain(*tables.values())))))
        yield


@contextmanager
def taking_part(connection: Connection, *, entities: bool = False) -> Iterator[None]:
    """What fills need besides: who takes part, whether all entities were touched, and their keys and slugs, folded.

    Whether they were is told by a view, as what stands on every node of a cluster is not deleted by a table of one of them.
    """
    run, store = connection.exec_driver_sql, store_of(connection)
    with (
        store.scratch(connection, "touched_takers", _TAKERS),
        store.scratch(connection, "touched_handles", "(entity_id integer, folded text)"),
    ):
        run(f"create temporary view touched_entities as select 1 as id where 1 = {int(entities)}")
        if entities:
            rows = run("select id, key, slug from entities").fetchall()
            handles = [(id_, name_key(handle)) for id_, *handles in rows for handle in handles if handle is not None]
            if handles:
                store.insert(connection, "touched_handles", ("entity_id", "folded"), handles)
        yield
        run("drop view temp.touched_entities")


def put_ids(connection: Connection, table: str, column: str, *sets: Collection[int]) -> None:
    """Insert these ids, each set in its order and some at a time: there may be as many as the database has claims."""
    store = store_of(connection)
    for ids in sets:
        if isinstance(ids, range):
            if ids:
                connection.exec_driver_sql(_COUNTED.format(table, column), {"first": ids[0], "last": ids[-1]})
            continue
        waiting = iter(ids)
        while rows := [(number,) for number in itertools.islice(waiting, _AT_ONCE)]:
            store.insert(connection, table, (column,), rows)
