"""One address of ours, and what other programs are told of it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

_HELD = {"key": "[^/]+?", "name": "[a-z_0-9]+"}


@dataclass(frozen=True)
class Route:
    """An address: `path` has names in braces ("/claim/{key}"), `formats` are the endings that it takes besides none.

    `shows` answers: a page takes an `Ask`, what is sent by POST Datasette and the request. `takes`: parameter -> what may be
    given. `gives` is the media type where there is no ending; `told` the type of the JSON where no annotation of `shows` tells it.
    """

    path: str
    shows: Callable[..., Awaitable[Any]]
    takes: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    method: str = "get"
    gives: str = "application/json"
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
