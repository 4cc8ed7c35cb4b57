"""An article added to a database, twice, by two extractors, and after a review."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from claims import Database
from claims.articles import add_article, known_names, read_article, read_document
from claims.cli import main
from claims.records import Review

TEXT = b"Trade Minister Ana Lind met Gina Raimondo in Oslo on 2 May 2025.\nThe two agreed to work together on fish.\n"


def _add(db: Database, extractor: str = "auto") -> tuple[int, int]:
    with db.engine.connect() as connection:
        names = known_names(connection)
    source, document = read_document(TEXT, "fish.txt", published="2025-05-03")
    added = add_article(db.engine, read_article(source, document, names, extractor=extractor))
    return len(added.claims) - added.receipt.rejected, added.kept


def test_adding_twice_changes_nothing(db: Database) -> None:
    inserted, _ = _add(db)
    assert inserted >= 3
    assert _add(db) == (0, inserted)
    (row,) = db.sql("select tool, anchor_on from runs")
    assert (row["tool"], row["anchor_on"]) == ("rules-en", "2025-05-03")


def test_a_reviewed_claim_is_not_written_over(db: Database) -> None:
    _add(db)
    (key,) = [row["key"] for row in db.sql("select key from claims where kind = 'meet'")]
    db.load([Review(claim=key, verdict="rejected", reviewer="desk")])
    _add(db)
    (row,) = db.sql(
        "select retracted_at, (select count(*) from reviews) as n from claims where key = :key", {"key": key}
    )
    assert row == {"retracted_at": None, "n": 1}


def test_the_names_of_the_database_come_first(copy: Database) -> None:
    copy.load([{"record": "entity", "slug": "lind", "name": "Ana Lind", "kind": "person"}])
    _add(copy)
    rows = copy.query("extractions", tool="rules-en")
    assert {row["kind"] for row in rows} >= {"meet", "cooperate", "hold_office"}
    assert copy.query("who_met_whom", person="Ana Lind")[0]["other"] == "Gina Raimondo"


def test_the_commands(tmp_path: Path) -> None:
    file, db = tmp_path / "fish.txt", str(tmp_path / "c.db")
    file.write_bytes(TEXT)
    added = CliRunner().invoke(main, ["--db", db, "add", str(file), "--published", "2025-05-03"])
    assert added.exit_code == 0
    assert "    Trade Minister Ana Lind met Gina Raimondo in Oslo on 2 May 2025" in added.output
    records = CliRunner().invoke(main, ["--db", db, "extract", str(file), "--published", "2025-05-03"])
    (tmp_path / "found.jsonl").write_text(records.stdout, "utf-8")
    loaded = CliRunner().invoke(main, ["--db", str(tmp_path / "other.db"), "load", str(tmp_path / "found.jsonl")])
    assert '"rejected": 0' in loaded.stdout
    found = str(tmp_path / "found.jsonl")
    same = CliRunner().invoke(main, ["--db", db, "evaluate", found, found, "--diff"])
    assert "P 1.00  R 1.00  F1 1.00" in same.stdout
    again = CliRunner().invoke(main, ["--db", db, "evaluate", found])
    assert again.exit_code == 0


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "add", str(tmp_path / "empty.txt")])
    assert result.exit_code == 1
    assert result.stderr == "claims: empty.txt is empty; give a file with text in it\n"
