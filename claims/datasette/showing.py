"""What a page hands back to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NotRequired, TypedDict, TypeVar

#: A row of a statement, by column.
Row = dict[str, str | int | float | None]
Data = TypeVar("Data", bound=Mapping[str, Any], covariant=True)


@dataclass(frozen=True)
class Shown(Generic[Data]):
    """A template of db/templates/claims/ with its data. `data` is also the page's JSON; `drawn` (SVG, marked text) is not.

    What a page's annotation names as the type of its data is told to other programs (see `describing`).
    """

    template: str
    data: Data
    drawn: dict[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Redirect:
    """Another page tells this: its path, from the root of the site and without an ending."""

    path: str


class Refused(TypedDict):
    """Why there is no answer."""

    errors: list[str]
    ok: NotRequired[bool]
    error: NotRequired[str]
    status: NotRequired[int]


def slow(datasette: Any) -> str:
    """What to tell where a question takes longer than Datasette allows."""
    limit = datasette.setting("sql_time_limit_ms") / 1000
    return f"This asks for more than {limit:g} seconds of work: narrow the dates, or fill another field."
