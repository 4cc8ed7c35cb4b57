"""One address of ours, and what other programs are told of it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.datasette.taking import Takes

JSON = "application/json"
#: Ending of an address -> media type of what it gives.
MEDIA = {"json": JSON, "csv": "text/csv", "sql": "text/plain"}
_HELD = {"key": "[^/]+?", "name": "[a-z_0-9]+"}


@dataclass(frozen=True)
class Route:
    """An address: `path` has names in braces ("/claim/{key}"), `formats` are the endings that it takes besides none.

    `shows` answers: a page takes an `Ask`, what is sent by POST Datasette and the request. `takes` are its parameters, `draws`
    those of the page alone. `gives` is the media type where there is no ending; `told` the type of the JSON where no annotation
    of `shows` tells it.
    """

    path: str
    shows: Callable[..., Awaitable[Any]]
    takes: Takes = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    draws: Takes = field(default_factory=dict)
    method: str = "get"
    gives: str = "text/html"
    told: Any = None

    @property
    def pattern(self) -> str:
        """The regular expression that Datasette looks an address up by."""
        parts = re.split(r"\{(\w+)\}", self.path)  # what stands between names, and names, by turns
        spelt = [f"(?P<{part}>{_HELD[part]})" if at % 2 else part.replace(".", r"\.") for at, part in enumerate(parts)]
        ending = rf"(?:\.(?P<format>{'|'.join(self.formats)}))?" if self.formats else ""
        return f"^{''.join(spelt)}{ending}$"

    @property
    def names(self) -> list[str]:
        """The names in its path."""
        return re.findall(r"\{(\w+)\}", self.path)

    @property
    def media(self) -> Mapping[str, str]:
        """Ending ("" = none, ".json") -> media type."""
        return {"": self.gives, **{f".{ending}": MEDIA[ending] for ending in self.formats}}
