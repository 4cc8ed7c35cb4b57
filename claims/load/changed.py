"""What a claim says otherwise than the one that it supersedes, for a reader."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from claims.load.prepared import Prepared

_TOLD = (
    "kind",
    "phase",
    "polarity",
    "certainty",
    "speech_act",
    "asserter",
    "summary",
    "quantity",
    "date_text",
    "date_edtf",
)
_PLACES = {name: place for place, name in enumerate(_TOLD)}


def changed(connection: Connection, old_id: int, new: Prepared) -> str:
    """The fields that differ, as "date 2024-05-17 -> 2024-05-18; place Oslo -> Bergen"; "" where none of them does.

    `old_id` is the claim that is superseded, in its table already.
    """
    run = connection.exec_driver_sql
    row = run(f"select {', '.join(_TOLD)} from claims where id = ?", (old_id,)).fetchone()
    names = run("select role, mention from arguments where claim_id = ? order by seq", (old_id,)).fetchall()
    quotes = run(
        "select coalesce(e.quoted, substr(d.text, e.span_start + 1, e.span_end - e.span_start)) from evidence as e"
        " join documents as d on d.id = e.document_id where e.claim_id = ? order by e.seq",
        (old_id,),
    ).fetchall()
    if row is None:
        return ""
    told = [_told(name, row[at], new.columns[at]) for name, at in _PLACES.items() if name != "summary"]
    roles = dict.fromkeys([role for role, _ in names] + [one.role for one in new.record.arguments])
    for role in roles:
        before = [name for other, name in names if other == role]
        after = [one.name for one in new.record.arguments if one.role == role]
        told.append(_told(role, ", ".join(before), ", ".join(after)))
    given = [one.quote for one in new.record.evidence if one.quote]
    if given:
        told.append(_told("quote", " … ".join(q for (q,) in quotes if q), " … ".join(given)))
    whole = "; ".join(one for one in told if one)
    return whole or _told("summary", row[_PLACES["summary"]], new.columns[_PLACES["summary"]])


def _told(name: str, before: Any, after: Any) -> str:
    label = name.removesuffix("_edtf")
    return "" if (before or "") == (after or "") else f"{label} {before or 'none'} -> {after or 'none'}"
