"""Whether two claims of one event bear each other out. Two claims that say different things of it need not disagree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DONE = {"occurred", "implemented", "ongoing"}
_UNDONE = {"failed", "cancelled"}
#: Phases whose date is that of the event, as view told_facts has it, and what is no testimony of a date.
_DATED = {*_DONE, "scheduled", "cancelled"}
_UNTOLD = {"inherited", "published"}


def standing(claim: Mapping[str, Any]) -> str:
    """As timeline/timeline has it: "held", "underway", "failed" (or denied), else "planned"."""
    if claim["polarity"] == "-" or claim["speech_act"] == "deny" or claim["phase"] in _UNDONE:
        return "failed"
    return {"occurred": "held", "implemented": "held", "ongoing": "underway"}.get(claim["phase"], "planned")


def against(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """ "agrees", or what they disagree on: "another date", "denied", "another outcome"; both of the same event and kind.

    Dates disagree where both tell the event's and no day can be both.
    """
    if one["polarity"] != other["polarity"]:
        return "denied"
    if _tells_date(one) and _tells_date(other) and not may_be_one(one, other):
        return "another date"
    phases = {one["phase"], other["phase"]}
    if phases & _DONE and phases & _UNDONE:
        return "another outcome"
    return "agrees"


def _tells_date(claim: Mapping[str, Any]) -> bool:
    return claim["phase"] in _DATED and claim["date_basis"] not in _UNTOLD


def may_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether some day lies in the date ranges of both; an open end or no date holds every day."""
    starts = [row["date_earliest"] for row in (one, other) if row["date_earliest"]]
    ends = [row["date_latest"] for row in (one, other) if row["date_latest"]]
    return not starts or not ends or max(starts) <= min(ends)
