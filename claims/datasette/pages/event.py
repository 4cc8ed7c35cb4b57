"""The page of an event: what each document says of it, slot by slot, side by side, with what cannot both be so marked."""

from __future__ import annotations

from typing import Any, TypedDict

from claims.datasette import wording
from claims.datasette.asking import Ask
from claims.datasette.showing import Row, Shown

#: Milliseconds after which an event with thousands of claims is shown without comparing each to each.
_PATIENCE = 1500
#: The slots of the view told_facts, in the order of the page.
SLOTS = (
    "date", "place", "participant", "signatory", "instrument", "ordinal", "number", "outcome", "polarity", "topic", "denied",
)  # fmt: skip


class Account(TypedDict):
    """What one document says of the event, by slot. `conflict`: class of the gravest disagreement that a value is part of."""

    document: str
    title: str
    language: str
    publisher: str
    published_on: str | None
    origin: str | None
    slots: dict[str, list[Row]]


class Disagreement(TypedDict):
    """A question that the documents answer differently: value -> [{"claim", "document", "publisher"}]."""

    slot: str
    classes: list[str]
    values: dict[str, list[Row]]


class EventPage(TypedDict):
    """What each document says of an event, side by side. `is_compared`: whether there was time to look for disagreements."""

    event: Row
    documents: list[Account]
    is_compared: bool
    disagreements: list[Disagreement]
    claims: list[Row]
    series: list[Row]


async def page(ask: Ask) -> Shown[EventPage]:
    """An event, by key or slug: /event/KEY."""
    event = await ask.row("event", key=ask.key)
    number = event.pop("id")
    compared = await ask.rows_within(_PATIENCE, "event/conflicts", event_id=number)
    told, claims, series = await ask.each(
        "event/told", "event/claims", "event/series", event_id=number, kind=event["kind"]
    )
    conflicts = compared or []
    documents = _documents(told, conflicts)
    data: EventPage = {
        "event": event,
        "documents": documents,
        "is_compared": compared is not None,
        "disagreements": _disagreements(conflicts),
        "claims": claims,
        "series": series,
    }
    used = {slot for document in documents for slot in document["slots"]}
    return Shown("event.html", data, {"slots": [slot for slot in SLOTS if slot in used]})


def _documents(told: list[dict[str, Any]], conflicts: list[dict[str, Any]]) -> list[Account]:
    """One entry a document; its values are {"value", "claim", "entity_key", "conflict"}, the last null where there is none."""
    gravest: dict[tuple[str, str], str] = {}
    for row in reversed(conflicts):
        for side in "ab":
            gravest[row["slot"], row[f"value_{side}"]] = row["class"]
    documents: dict[str, Account] = {}
    for row in told:
        entry = documents.setdefault(
            row["document"],
            {
                "document": row["document"],
                "title": row["title"],
                "language": row["language"],
                "publisher": row["publisher"],
                "published_on": row["published_on"],
                "origin": row["origin"],
                "slots": {},
            },
        )
        values = entry["slots"].setdefault(row["slot"], [])
        value = wording.days(row["date_earliest"], row["date_latest"]) if row["slot"] == "date" else row["fact"]
        if not any(other["value"] == value for other in values):
            conflict = gravest.get((row["slot"], row["fact"]))
            values.append(
                {"value": value, "claim": row["claim"], "entity_key": row["entity_key"], "conflict": conflict}
            )
    return list(documents.values())


def _disagreements(conflicts: list[dict[str, Any]]) -> list[Disagreement]:
    """Pairs joined into one entry a question.

    Values of a slot that are linked by any pair answer one question: 26 June against 27 June, by whomever.
    """
    found: list[Disagreement] = []
    for row in conflicts:
        values = {row["value_a"], row["value_b"]}
        joined = [entry for entry in found if entry["slot"] == row["slot"] and values & set(entry["values"])]
        entry: Disagreement = {"slot": row["slot"], "classes": [], "values": {}}
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
