"""A day in words that could not be read without the day of its document is read once that is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from claims import Database
from claims.export import content_hash, export
from claims.records import encode
from tests.conftest import claim

pytestmark = pytest.mark.both_engines


def hashed(db: Database) -> str:
    with db.engine.connect() as connection:
        return content_hash(connection)


def held(db: Database) -> dict[str, Any]:
    (found,) = db.sql("select date_edtf, due_edtf from claims where slug = 'c1' and retracted_at is null")
    return dict(found)


@pytest.mark.parametrize("before", [None, "2020"])
def test_days_are_read_when_that_of_their_document_is_known(
    db: Database, few: list[dict[str, Any]], before: str | None
) -> None:
    document = few[1]
    said = claim(date=None, date_basis=None, date_text="Monday", due_text="Monday")
    db.load([few[0], {**document, "published_on": before}, *few[2:6], said])
    assert held(db) == {"date_edtf": None, "due_edtf": None}
    db.load([document])
    assert held(db) == {"date_edtf": "2021-05-03", "due_edtf": "2021-05-03"}
    assert db.load([document, said]).counts()["unchanged"] == 2


def test_a_copy_holds_the_same(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> None:
    few[1]["published_on"] = None
    db.load([*few[:6], claim(date=None, date_basis=None, date_text="Monday")])
    db.load([{**few[1], "published_on": "2021-05-04"}])
    with db.engine.connect() as connection:
        lines = [encode(record) for record in export(connection)]
    with Database(tmp_path / "other.db", create=True) as other:
        other.load(lines)
        assert hashed(other) == hashed(db)
