"""The page of an event: what each document says of it, slot by slot, side by side, with what cannot both be so marked."""

from __future__ import annotations

from typing import Any

from claims.datasette import wording
from claims.datasette.asking import Ask
from claims.datasette.showing import Shown

#: Milliseconds after which an event with thousands of claims is shown without comparing each to each.
_PATIENCE = 1500
#: The slots of the view told_facts, in the order of the page.
SLOTS = ("date", "place", "participant", "signatory", "ordinal", "number", "outcome", "polarity", "topic")


async def page(ask: Ask) -> Shown:
    """/event/KEY: by key or slug."""
    event = await ask.row("event", key=ask.request.url_vars["key"])
    number = event.pop("id")
    told = await ask.rows("event/told", event_id=number)
    compared = await ask.rows_within(_PATIENCE, "event/conflicts", event_id=number)
    conflicts = compared or []
    documents = _documents(told, conflicts)
    data = {
        "event": event,
        "documents": documents,
        "is_compared": compared is not None,
        "disagreements": _disagreements(conflicts),
        "claims": await ask.rows("event/claims", event_id=number, kind=event["kind"]),
        "series": await ask.rows("event/series", event_id=number),
    }
    used = {slot for document in documents for slot in document["slots"]}
    return Shown("event.html", data, {"slots": [slot for slot in SLOTS if slot in used]})


def _documents(told: list[dict[str, Any]], conflicts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One entry a document: {"document", "title", "publisher", ..., "slots": {slot: [{"value", "claim", "entity_key", "conflict"}]}}.

    `conflict` is the class of the gravest disagreement that the value is part of, null where there is none.
    """
    gravest: dict[tuple[str, str], str] = {}
    for row in reversed(conflicts):
        for side in "ab":
            gravest[row["slot"], row[f"value_{side}"]] = row["class"]
    documents: dict[str, dict[str, Any]] = {}
    for row in told:
        kept = ("document", "title", "language", "publisher", "published_on", "origin")
        entry = documents.setdefault(row["document"], {**{name: row[name] for name in kept}, "slots": {}})
        values = entry["slots"].setdefault(row["slot"], [])
        value = wording.days(row["date_earliest"], row["date_latest"]) if row["slot"] == "date" else row["fact"]
        if not any(other["value"] == value for other in values):
            conflict = gravest.get((row["slot"], row["fact"]))
            values.append(
                {"value": value, "claim": row["claim"], "entity_key": row["entity_key"], "conflict": conflict}
            )
    return list(documents.values())


def _disagreements(conflicts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pairs joined into one entry a question: {"slot", "classes", "values": {value: [{"claim", "document", "publisher"}]}}.

    Values of a slot that are linked by any pair answer one question: 26 June against 27 June, by whomever.
    """
    found: list[dict[str, Any]] = []
    for row in conflicts:
        values = {row["value_a"], row["value_b"]}
        joined = [entry for entry in found if entry["slot"] == row["slot"] and values & set(entry["values"])]
        entry: dict[str, Any] = {"slot": row["slot"], "classes": [], "values": {}}
        for other in joined:
            entry["classes"] += [name for name in other["classes"] if name not in entry["classes"]]
            entry["values"] |= other["values"]
        if row["class"] not in entry["classes"]:
            entry["classes"].append(row["class"])
        for side in "ab":
            told = {name: row[f"{name}_{side}"] for name in ("claim", "document", "publisher")}
            claims = entry["values"].setdefault(row[f"value_{side}"], [])
            if told not in claims:
                claims.append(told)
        found = [other for other in found if other not in joined] + [entry]
    return found
