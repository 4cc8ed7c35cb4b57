"""What an engine must do to be asked: run one statement, as this package spells it, over the tables of a folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class Engine(Protocol):
    """An engine with the tables of one snapshot, each under its name."""

    def rows(self, sql: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows of a statement of this package. Raises QueryError where it does not run."""

    def close(self) -> None:
        """Let go of everything."""
