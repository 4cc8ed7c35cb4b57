"""Which meeting is which: claims that name no event, placed on the one that they clearly speak of.

A placement is a row with its reason, and it can be taken back. What gathering places follows from the claims that are held
and from what records and people say: it is the same whatever came first, and is looked at again where a load changes
something near. A person's word stands over it, and a claim of which a placement was taken back is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from claims.identity.around import look_around
from claims.identity.everything import look_at_all
from claims.identity.looking import Look
from claims.identity.placing import Gathered, Placer
from claims.identity.reading import Reader, sql
from claims.records import Placement
from claims.storage.meanings import Moved

#: Changed when gathering places otherwise than before: the next load then looks at every claim again.
RULE = 2
#: What so many claims have around them is much the same, and is looked at for each: one of them is then as dear as so many
#: of all, looked at together.
_MANY, _DEARER = 1000, 32


def gather(
    connection: Connection, claims: Collection[int], new: range, events: Iterable[int], now: str, moved: Moved
) -> Gathered:
    """Place what these claims, those of the ids in `new`, and these events bring together, in the transaction that is open.

    `moved`: of these claims it can still be asked what their names meant before. All claims are looked at where no load by
    this rule has done so yet, and where so much changed that this is less work.
    """
    changed = {*events, *moved.events}
    is_done = connection.exec_driver_sql("select edition from gathered").scalar() == RULE
    if is_done and not claims and not new and not changed:
        return Gathered()
    (held,) = connection.exec_driver_sql("select max(id) from claims").one()
    touched = len(claims) + len(new)
    everything = not is_done or touched * (4 if touched < _MANY else _DEARER) > (held or 0)
    reader = Reader(connection)
    look, placer = Look(reader), Placer(connection, reader, now)
    if everything:
        look_at_all(connection, look)
    else:
        look_around(look, {*claims, *new}, changed, moved.claims)
    if not is_done:
        connection.exec_driver_sql("delete from gathered")
        connection.exec_driver_sql("insert into gathered (edition) values (?)", (RULE,))
    look.put_together()
    were = set() if everything else placer.documents_of(look.scope)  # of all, what stands is in scope
    desired = look.desired(were)
    return placer.write(look.scope, desired)


def taken_back(connection: Connection, now: str) -> list[Placement]:
    """The records, to be loaded, by which every placement that gathering made and that stands is withdrawn."""
    rows = connection.exec_driver_sql(sql("standing")).mappings()
    return [Placement(**row, withdrawn_at=now) for row in rows]


def made_again(connection: Connection) -> list[Placement]:
    """The records, to be loaded, of the placements by gathering that were taken back, of claims that are placed nowhere."""
    rows = connection.exec_driver_sql(sql("undone")).mappings()
    return [Placement(**row) for row in rows]
