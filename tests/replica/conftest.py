"""A source with what ships, and its replica."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.check import check
from claims.export import content_hash, export
from claims.records import encode
from claims.replica import Pull, pull
from tests.conftest import claim, taken


class Pair:
    """A source and its replica, told to agree."""

    def __init__(self, source: Database, file: Path) -> None:
        self.source = source
        self.file = file

    @property
    def address(self) -> str:
        return self.source.engine.url.render_as_string(hide_password=False)

    def pull(self, **how: Any) -> Pull:
        return pull(self.address, self.file, **how)

    def replica(self) -> Database:
        return Database(self.file)

    def agree(self) -> Pull:
        """Pull, and compare everything: each record with its history, the hash, and what is derived."""
        done = self.pull()
        with self.replica() as replica:
            assert sorted(lines(replica)) == sorted(lines(self.source))
            assert digest(replica) == digest(self.source)
            sound(replica)
        return done


def lines(db: Database) -> list[bytes]:
    with db.engine.connect() as connection:
        return [encode(record) for record in export(connection)]


def digest(db: Database) -> str:
    with db.engine.connect() as connection:
        return content_hash(connection)


def sound(db: Database) -> None:
    """Everything that `claims check` verifies, but ledgers: of documents without their claims there is none."""
    with db.engine.connect() as connection:
        assert [(one.name, one.problems) for one in check(connection) if one.problems] == []


@pytest.fixture
def pair(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> Pair:
    """A source of one document: two claims on an event, one of its own, two events."""
    alone = claim(slug="c9", kind="state", date=None, date_text=None, date_basis=None, event=None,
                  summary="Lind did not sign.", evidence=[{"quote": "Lind did not sign"}])  # fmt: skip
    taken(db, [*few, {"record": "event", "slug": "other-talks", "name": "Other talks", "kind": "meet"}, alone])
    return Pair(db, tmp_path / "replica.db")


@pytest.fixture
def shipped_pair(copy: Database, tmp_path: Path) -> Pair:
    return Pair(copy, tmp_path / "replica.db")
