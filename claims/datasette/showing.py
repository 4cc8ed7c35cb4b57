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
