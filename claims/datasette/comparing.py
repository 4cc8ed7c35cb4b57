"""Whether two claims of one event bear each other out. Two claims that say different things of it need not disagree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DONE = {"occurred", "implemented", "ongoing"}
_UNDONE = {"failed", "cancelled"}


def against(one: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """ "agrees", or what they disagree on: "another date", "denied", "another outcome"; both of the same event and kind.

    Dates disagree where no day can be both; a claim without a date agrees with every date.
    """
    if not may_be_one(one, other):
        return "another date"
    if one["polarity"] != other["polarity"]:
        return "denied"
    phases = {one["phase"], other["phase"]}
    if phases & _DONE and phases & _UNDONE:
        return "another outcome"
    return "agrees"


def may_be_one(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether some day lies in the date ranges of both; an open end or no date holds every day."""
    starts = [row["date_earliest"] for row in (one, other) if row["date_earliest"]]
    ends = [row["date_latest"] for row in (one, other) if row["date_latest"]]
    return not starts or not ends or max(starts) <= min(ends)
