"""What bore on a claim that is superseded bears on the one that replaced it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import Connection

_REVIEWS = (
    "insert into reviews (claim_id, verdict, reviewer, note, reviewed_at)"
    " select ?, verdict, reviewer, note, reviewed_at from reviews where claim_id = ? order by id"
)
_PLACEMENTS = (
    "insert into placements (claim_id, event_id, who, why, placed_at)"
    " select ?, event_id, who, why, placed_at from placements where claim_id = ? and withdrawn_at is null"
)

_BEARING = "select source_id from links where target_id in (select cast(value as integer) from json_each(:new))"


def carry_links(connection: Connection, replaced: Sequence[tuple[int, int]]) -> set[int]:
    """Give the links of each claim that was replaced to the one that replaced it; pairs are (old id, new id).

    Which claims bear on those that are new.
    """
    if not replaced:
        return set()
    for mine, other in (("source_id", "target_id"), ("target_id", "source_id")):
        connection.exec_driver_sql(
            f"insert into links ({mine}, link_type, {other}, verdict, who, why, linked_at, withdrawn_at)"
            f" select ?, link_type, {other}, verdict, who, why, linked_at, withdrawn_at from links"
            f" where {mine} = ? and {other} <> ? on conflict do nothing",
            [(new, old, new) for old, new in replaced],
        )
    bearing = connection.exec_driver_sql(_BEARING, {"new": json.dumps([new for _, new in replaced])}).fetchall()
    return {number for (number,) in bearing}


def carry_verdicts(connection: Connection, replaced: Sequence[tuple[int, int]]) -> None:
    """Give reviews and placements too: of claims that say what they said, but whose quotes were now found."""
    if replaced:
        connection.exec_driver_sql(_REVIEWS, [(new, old) for old, new in replaced])
        connection.exec_driver_sql(_PLACEMENTS, [(new, old) for old, new in replaced])
