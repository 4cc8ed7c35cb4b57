"""What a careful reader found in the texts that ship, by hand: tests measure the answers against it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claims import Database


def by_hand(name: str) -> list[dict[str, Any]]:
    """The lines of `name`_by_hand.jsonl."""
    path = Path(__file__).parent / f"{name}_by_hand.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture(scope="session")
def slugs(shipped: Database) -> dict[str, str]:
    """Slug of each claim that ships, by its key."""
    return {row["key"]: row["slug"] for row in shipped.sql("select key, slug from held_claims")}
