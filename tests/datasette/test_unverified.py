"""Words that nobody has found in a text: marked wherever the pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims import Database
from tests.conftest import claim
from tests.datasette.conftest import Served

WORDS = "met Governor Lind in Oslo"


@pytest.fixture
def cited(few: list[dict[str, Any]], tmp_path: Path) -> Iterator[Served]:
    few[1].pop("text")
    path = tmp_path / "claims.db"
    with Database(path) as db:
        claims = [
            claim(evidence=[{"quote": WORDS, "page": "12"}]),
            claim(slug="c3", kind="visit", evidence=[{"page": "13"}]),
        ]
        assert db.load([*few[:6], *claims]).rejects == []
    server = Served(path)
    yield server
    server.close()


def test_the_page_of_a_claim_says_so(cited: Served) -> None:
    page = cited.get("/claim/c1").text
    assert f'<blockquote class="unverified" lang="en">{WORDS}</blockquote>' in page
    assert "<strong>Unverified</strong>: as the record gives it, page 12 of" in page
    assert "whose text is not held" in page
    assert "<strong>Unverified</strong>: no words are given, page 13 of" in cited.get("/claim/c3").text


def test_the_page_of_a_document_lists_what_is_unverified(cited: Served) -> None:
    page = cited.get("/document/daily-1").text
    assert "2 claims" in page
    assert f'<q class="unverified" lang="en">{WORDS}</q> <span class="muted">page 12</span>' in page
    assert "claims attach FILE --to daily-1" in page
    assert [row["quoted"] for row in cited.get("/document/daily-1.json").json()["unverified"]] == [WORDS, None]


def test_search_the_catalogue_and_tables_mark_it(cited: Served) -> None:
    (found,) = cited.get("/search.json?q=Governor").json()["claims"]
    assert found["quote"] == f"[unverified] {WORDS}"
    assert "[unverified] " in cited.get("/search?q=Governor").text
    assert f'<span class="muted">unverified</span> <q>{WORDS}</q>' in cited.get("/claims/evidence").text
    assert f"[unverified] {WORDS}" in cited.get("/claims/who_met_whom.csv").text


def test_the_orm_marks_it(cited: Served, tmp_path: Path) -> None:
    from sqlalchemy import select

    from claims import Evidence

    with Database(tmp_path / "claims.db") as db, db.session() as session:
        quotes = session.scalars(select(Evidence.quote).order_by(Evidence.claim_id)).all()
    assert quotes == [f"[unverified] {WORDS}", None]
