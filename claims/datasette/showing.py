"""What a page hands back to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Shown:
    """A template of db/templates/claims/ with its data. `data` is also the page's JSON; `drawn` (SVG, marked text) is not."""

    template: str
    data: dict[str, Any]
    drawn: dict[str, Any] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True)
class Redirect:
    """Another page tells this: its path, from the root of the site."""

    path: str


def slow(datasette: Any) -> str:
    """What to tell where a question takes longer than Datasette allows."""
    limit = datasette.setting("sql_time_limit_ms") / 1000
    return f"This asks for more than {limit:g} seconds of work: narrow the dates, or fill another field."
