"""The closed vocabularies, read once from db/vocabulary/*.toml, where each value has its definition."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import Any

from claims.resources import DB


@dataclass(frozen=True)
class Kind:
    """A sort of claim. `plover` is the PLOVER code of the kind when it occurred, "" where PLOVER has none."""

    name: str
    definition: str
    example: str
    plover: str


@dataclass(frozen=True)
class Role:
    """A sort of argument. `is_party`: the role counts among the parties in the catalogue's answers."""

    name: str
    definition: str
    example: str
    is_party: bool


def _toml(stem: str) -> dict[str, Any]:
    with (DB / "vocabulary" / f"{stem}.toml").open("rb") as file:
        return tomllib.load(file)


KINDS: dict[str, Kind] = {
    name: Kind(name, entry["definition"], entry["example"], entry["plover"]) for name, entry in _toml("kinds").items()
}
ROLES: dict[str, Role] = {
    name: Role(name, entry["definition"], entry["example"], entry["party"]) for name, entry in _toml("roles").items()
}
#: vocabulary -> value -> definition, for the columns that a CHECK constraint closes
TERMS: dict[str, dict[str, str]] = _toml("terms")
