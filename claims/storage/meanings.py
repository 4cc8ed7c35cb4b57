"""What names mean, worked out anew after entities, aliases, judgements or relations changed, and which claims that moves."""

from __future__ import annotations

from sqlalchemy import Connection

from claims.resources import DB
from claims.storage.derivations import filled_from
from claims.storage.stores import store_of
from claims.storage.touched import taking_part, touching

_LEAVE = (DB / "resolve" / "leave_moved_names.sql").read_text("utf-8")
_MOVED = (DB / "resolve" / "moved_names.sql").read_text("utf-8")


def refresh_names(connection: Connection) -> set[int]:
    """Derive names anew after entities, aliases or judgements changed; which claims have bare names that now mean another.

    So have those whose people and bodies are now of another state. What these claims gave to whom they no longer mean is
    taken away, and all that they give is to be filled in.

    Claims that take part under an entity that changes must be cleared before (see `load.changes`).
    """
    run, store = connection.exec_driver_sql, store_of(connection)
    run(
        "create temporary table names_before as select name_key, coalesce(referent_id, -id) as referent_id from mentions"
    )
    run("create temporary table states_before as select referent_id, state_id from states")
    with touching(connection), taking_part(connection, entities=True):
        for one in filled_from("entities"):
            one.run(connection, "fill")
    with store.scratch(connection, "moved", "(referent_id integer, claim_id integer)"):
        run(_MOVED)
        moved = {number for (number,) in run("select distinct claim_id from moved").fetchall()}
        with store.starting_from(connection, len(moved)):
            store.run(connection, _LEAVE)
    for table in ("names_before", "states_before"):
        run(f"drop table temp.{table}")
    return moved
