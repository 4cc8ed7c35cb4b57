"""Quotes and pages cited before anybody has the text: shown as unverified, and looked up once the text is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claims import Database
from claims.check import check
from claims.cli import main
from claims.export import content_hash, export
from claims.records import encode
from tests.conftest import TEXT, claim

pytestmark = pytest.mark.both_engines

WORDS = "met Governor Lind in Oslo on 3 May 2021"


@pytest.fixture
def cited(few: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of `few`, without the text: one claim cites a quote and a page, one a page, one the document."""
    few[1].pop("text")
    return [
        *few[:6],
        claim(evidence=[{"quote": WORDS, "page": "12"}]),
        claim(slug="c2", kind="cooperate", phase="agreed", evidence=[{"page": "13"}], summary="They agreed to share."),
        claim(slug="c3", kind="sign", phase="failed", evidence=[{"alignment": "unverified"}], summary="Lind did not sign."),
    ]  # fmt: skip


def row(db: Database, slug: str) -> dict[str, Any]:
    (found,) = db.sql(
        "select s.quote, s.is_unverified, e.quoted, e.page, e.alignment, e.span_start, c.key from claims as c"
        " join statements as s on s.claim_id = c.id join evidence as e on e.claim_id = c.id where c.slug = :slug",
        {"slug": slug},
    )
    return found


def exported(db: Database) -> list[bytes]:
    with db.engine.connect() as connection:
        return [encode(record) for record in export(connection)]


def hashed(db: Database) -> str:
    with db.engine.connect() as connection:
        return content_hash(connection)


def test_words_without_their_text_are_kept_as_given_and_marked(db: Database, cited: list[dict[str, Any]]) -> None:
    assert db.load(cited).counts() == {"inserted": 9, "unchanged": 0, "superseded": 0, "rejected": 0}
    assert row(db, "c1") | {"key": ""} == {
        "quote": f"[unverified] {WORDS}", "is_unverified": 1, "quoted": WORDS, "page": "12", "alignment": "unverified",
        "span_start": None, "key": "",
    }  # fmt: skip
    assert (row(db, "c2")["quote"], row(db, "c2")["page"]) == (None, "13")
    assert (row(db, "c3")["quote"], row(db, "c3")["is_unverified"]) == (None, 1)
    (met,) = db.query("who_met_whom")
    assert met["quote"] == f"[unverified] {WORDS}"
    assert [found["quote"] for found in db.query("sources_of", claim="c1")] == [f"[unverified] {WORDS}"]
    assert {found["quote"] for found in db.query("extractions")} == {f"[unverified] {WORDS}", None}
    assert db.load(cited).unchanged == 9


def test_the_text_clears_what_stands_in_it_and_no_more(db: Database, cited: list[dict[str, Any]]) -> None:
    cited[-1]["evidence"] = [{"quote": "Lind refused to sign", "alignment": "unverified"}]
    db.load(cited)
    db.load([{"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "desk"}])
    before = row(db, "c1")["key"]
    receipt = db.load([cited[1] | {"text": TEXT}])
    assert (receipt.superseded, receipt.unchanged) == (2, 2)  # the document and c1; c2 and c3
    found = row(db, "c1")
    assert (found["quote"], found["quoted"], found["page"], found["alignment"]) == (WORDS, None, "12", "exact")
    assert row(db, "c3")["quote"] == "[unverified] Lind refused to sign"
    assert found["key"] != before
    assert db.sql("select verdict from reviews join claims on claims.id = claim_id where retracted_at is null") == [
        {"verdict": "accepted"}
    ]
    with db.engine.connect() as connection:
        assert [problem for finding in check(connection) for problem in finding.problems] == []


def test_after_the_text_the_same_records_change_nothing(db: Database, cited: list[dict[str, Any]]) -> None:
    db.load(cited)
    db.load([cited[1] | {"text": TEXT}])
    receipt = db.load(cited)
    assert (receipt.changed, receipt.rejects) == (False, [])


@pytest.mark.parametrize("with_text", [False, True])
def test_an_export_comes_back_the_same(
    db: Database, cited: list[dict[str, Any]], tmp_path: Path, with_text: bool
) -> None:
    db.load(cited)
    if with_text:
        db.load([cited[1] | {"text": TEXT}])
    lines = exported(db)
    assert db.load(lines).changed is False
    with Database(tmp_path / "other.db") as other:
        assert other.load(lines).rejects == []
        assert (hashed(other), exported(other)) == (hashed(db), lines)


def test_records_without_the_text_find_their_words_where_the_text_is(db: Database, cited: list[dict[str, Any]]) -> None:
    db.load([*cited[:1], cited[1] | {"text": TEXT}])
    receipt = db.load(cited)
    assert (receipt.rejects, receipt.superseded) == ([], 0)
    assert row(db, "c1")["quote"] == WORDS
    assert db.sql("select count(*) as n from documents where text is not null") == [{"n": 1}]


def test_search_finds_unverified_words(db: Database, cited: list[dict[str, Any]]) -> None:
    db.load(cited)
    assert db.sql("select count(*) as n from claims_search where claims_search match search_query('met Governor')") == [
        {"n": 1}
    ]


def test_a_quote_that_is_not_in_a_text_that_is_held_is_still_refused(db: Database, few: list[dict[str, Any]]) -> None:
    few[-1]["evidence"] = [{"quote": "They agreed to share wheat data"}]
    (reject,) = db.load(few).rejects
    assert reject.error.field == "evidence[0].quote"


def test_attach_names_the_document_and_tells_what_was_found(cited: list[dict[str, Any]], tmp_path: Path) -> None:
    path, page = tmp_path / "claims.db", tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    with Database(path) as db:
        db.load(cited)

    def attach(*words: str) -> str:
        return CliRunner().invoke(main, ["--db", str(path), "attach", *words]).output

    assert "named with --to" in attach(str(page))
    assert "no document has the slug or key 'daily'" in attach(str(page), "--to", "daily")
    assert attach(str(page), "--to", "daily-1") == ("daily-1: text attached; 1 of 1 unverified quotes found in it\n")
    assert "has its text" in attach(str(page), "--to", "daily-1")
    with Database(path) as db:
        assert row(db, "c1")["quote"] == WORDS


@pytest.mark.parametrize(("fields", "how"), [({}, "exact"), ({"retraction": "wrong"}, "unverified")])
def test_what_is_no_longer_held_stays_as_it_was(
    fields: dict[str, Any], how: str, db: Database, few: list[dict[str, Any]]
) -> None:
    few[6]["evidence"] = [{"quote": WORDS, "alignment": "unverified"}]
    assert db.load([*few[:6], few[6] | fields]).rejects == []
    assert row_of_words(db) == how


def row_of_words(db: Database) -> str:
    (found,) = db.sql("select alignment from evidence")
    return str(found["alignment"])
