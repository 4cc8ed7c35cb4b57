"""What names mean, worked out anew after entities, aliases, judgements or relations changed, and what that moves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection

from claims.resources import DB
from claims.storage.derivations import filled_from
from claims.storage.stores import store_of
from claims.storage.touched import taking_part, touching

#: What was meant before, in temporary tables.
_BEFORE = {
    "canonical_before": "select entity_id, canonical_id from canonical",
    "names_before": "select name_key, coalesce(referent_id, -id) as referent_id from mentions",
    "under_before": "select referent_id, state_id as over_id from states union select referent_id, broader_id from broader",
}
_SHIFTED = {
    "shifted": "(entity_id integer, name_key text, was_id integer, is_id integer)",
    "shifted_under": "(referent_id integer, over_id integer)",
}
_SHIFTS, _MOVED, _LEAVE, _EVENTS = (
    (DB / "resolve" / f"{name}.sql").read_text("utf-8")
    for name in ("shifted_names", "moved_names", "leave_moved_names", "events_of_shifted")
)


@dataclass(frozen=True)
class Moved:
    """`claims` of which a name means another than before, or one whose state or broader topics are others; `events` of such a series."""

    claims: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()


@contextmanager
def renaming(connection: Connection) -> Iterator[Moved]:
    """Derive names anew; what that moved. Within, what names meant before stands in canonical_before and names_before.

    What these claims gave to those whom they no longer mean is taken away, and all that they give is to be filled in.
    """
    run = connection.exec_driver_sql
    for table, select in _BEFORE.items():
        run(f"create temporary table {table} as {select}")
    with touching(connection), taking_part(connection, entities=True):
        for one in filled_from("entities"):
            one.run(connection, "fill")
    yield _moved(connection)
    for table in _BEFORE:
        run(f"drop table temp.{table}")


def _moved(connection: Connection) -> Moved:
    run, store = connection.exec_driver_sql, store_of(connection)
    with ExitStack() as made:
        for table, columns in {**_SHIFTED, "moved": "(referent_id integer, claim_id integer)"}.items():
            made.enter_context(store.scratch(connection, table, columns))
        store.run(connection, _SHIFTS)
        store.settled(connection, _SHIFTED, always=True)
        shifts = run("select (select count(*) from shifted) + (select count(*) from shifted_under)").scalar_one()
        if not shifts:
            return Moved()
        with store.starting_from(connection, shifts):
            run(_MOVED)
            events = frozenset(run(_EVENTS).scalars())
        claims = frozenset(run("select distinct claim_id from moved").scalars())
        store.settled(connection, ("moved",), always=True)
        with store.starting_from(connection, len(claims)):
            store.run(connection, _LEAVE)
    return Moved(claims, events)
