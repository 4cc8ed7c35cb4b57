"""What ships: every sentence accounted for, every quote in its text, nothing that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims import Database
from claims.articles import attach
from claims.check import check
from claims.errors import ClaimsError
from claims.records.corpus import corpus_files
from claims.resources import DB

ARTICLE = "japanforward-jucip-ja"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def test_every_check_holds(shipped: Database) -> None:
    with shipped.engine.connect() as connection:
        findings = check(connection)
    assert {finding.name: finding.problems for finding in findings} == {finding.name: [] for finding in findings}
    assert all(finding.looked_at for finding in findings)


def test_each_sentence_of_the_article_bears_claims_or_says_why_not(shipped: Database) -> None:
    rows = shipped.sql(
        "select s.span_start, s.reason, count(v.claim_id) as claims from sentences as s"
        " join documents as d on d.id = s.document_id and d.slug = :article"
        " left join evidence as v on v.document_id = s.document_id and v.span_start < s.span_end and v.span_end > s.span_start"
        " group by s.id",
        {"article": ARTICLE},
    )
    assert len(rows) > 80
    assert [row for row in rows if (row["reason"] is None) == (row["claims"] == 0)] == []


def test_each_claim_of_the_article_shows_words_that_ship(shipped: Database) -> None:
    rows = shipped.sql(
        "select claim, quote, is_restated from statements where document = :article", {"article": ARTICLE}
    )
    assert len(rows) > 90
    assert [row for row in rows if not row["quote"] or not row["is_restated"]] == []


def test_the_ledger_covers_the_whole_text(copy: Database, article: str) -> None:
    spans = copy.sql(
        "select span_start as a, span_end as b from sentences join documents as d on d.id = document_id where d.slug = :d order by 1",
        {"d": ARTICLE},
    )
    bare = list(article)
    for span in spans:
        bare[span["a"] : span["b"]] = " " * (span["b"] - span["a"])
    assert "".join(bare).strip() == ""


def test_the_text_comes_back_only_where_it_is_the_same(copy: Database, article: str) -> None:
    with copy.engine.connect() as connection:
        with pytest.raises(ClaimsError, match="hash"):
            attach(connection, article.encode() + b"\n")
        record = attach(connection, article.encode())
    copy.load([record], strict=True)
    (row,) = copy.sql(
        "select quote, is_restated from statements join claims on claims.id = claim_id where slug = 'jf-03-a'"
    )
    assert row["quote"] in article
    assert row["is_restated"] == 0
    with copy.engine.connect() as connection:
        assert [finding.problems for finding in check(connection) if finding.problems] == []


def test_names_as_written_stand_in_their_evidence(copy: Database, article: str) -> None:
    """Each mention of the article's claims is the article's, garbled or not, and each garbled name leads to whom it means."""
    rows = copy.sql(
        "select a.mention, e.slug from arguments as a join claims as c on c.id = a.claim_id"
        " join documents as d on d.id = c.document_id left join entities as e on e.id = a.entity_id where d.slug = :d",
        {"d": ARTICLE},
    )
    assert [row["mention"] for row in rows if row["mention"] not in article] == []
    meant = {row["mention"]: row["slug"] for row in rows}
    for garbled, slug in {
        "ケン斎藤": "ken-saito",
        "安長": "ahn-duk-geun",
        "横川": "yoko-kamikawa",
        "横上川": "yoko-kamikawa",
        "福島市首相": "fumio-kishida",
    }.items():
        assert meant[garbled] == slug


def test_the_article_itself_is_nowhere_in_the_repository(article: str) -> None:
    """No run of 24 of its characters stands in any file that ships: shorter ones are names."""
    runs = {article[at : at + 24] for at in range(len(article) - 24)}
    root = DB.parent
    for folder in (DB, root / "claims", root / "tests", root / "migrations"):
        for path in folder.rglob("*"):
            if path.suffix in (".jsonl", ".py", ".sql", ".toml", ".md", ".html", ".yaml"):
                text = path.read_text("utf-8")
                assert {run for run in runs if run in text} == set(), path.name


def test_accounts_are_the_restatements_and_say_so(shipped: Database) -> None:
    assert len(shipped.sql("select 1 from documents where restates_id is not null")) == 20
    for path in sorted(CORPUS.glob("*.txt")):  # where they lie beside the checkout
        (row,) = shipped.sql("select text, restates_id from documents where slug = :slug", {"slug": path.stem})
        assert row["text"].strip() == path.read_text("utf-8").strip()
        assert row["restates_id"] is not None


def test_registry_files_come_before_documents() -> None:
    names = [path.name for path in corpus_files()]
    assert names[:3] == ["sources.jsonl", "entities.jsonl", "events.jsonl"]
    assert names[-1] == "links.jsonl"
