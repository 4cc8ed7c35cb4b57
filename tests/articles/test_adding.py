"""An article added to a database, twice, by two extractors, and after a review."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from claims import Database
from claims.articles import add_article, known_names, open_dates, read_article, read_document
from claims.cli import main
from claims.records import Review
from tests.articles.awkward import write
from tests.extract.reader import missing

pytestmark = pytest.mark.skipif(bool(missing("en")), reason=missing("en"))

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
    assert (row["tool"], row["anchor_on"]) == ("reader-en", "2025-05-03")


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
    rows = copy.query("extractions", tool="reader-en")
    assert {row["kind"] for row in rows} >= {"meet", "cooperate", "hold_office"}
    assert copy.query("who_met_whom", person="Ana Lind")[0]["other"] == "Gina Raimondo"


def test_the_commands(tmp_path: Path) -> None:
    file, db = tmp_path / "fish.txt", str(tmp_path / "c.db")
    file.write_bytes(TEXT)
    added = CliRunner().invoke(main, ["--db", db, "add", str(file), "--published", "2025-05-03"])
    assert added.exit_code == 0
    met = "    meet occurred; 2025-05-02; participant Ana Lind, Gina Raimondo; place Oslo"
    assert f"Trade Minister Ana Lind met Gina Raimondo in Oslo on 2 May 2025.\n{met}\n" in added.output
    records = CliRunner().invoke(main, ["--db", db, "extract", str(file), "--published", "2025-05-03"])
    (tmp_path / "found.jsonl").write_text(records.stdout, "utf-8")
    loaded = CliRunner().invoke(main, ["--db", str(tmp_path / "other.db"), "load", str(tmp_path / "found.jsonl")])
    assert '"rejected": 0' in loaded.stdout
    found = str(tmp_path / "found.jsonl")
    same = CliRunner().invoke(main, ["--db", db, "evaluate", found, found, "--diff"])
    assert "P 1.00  R 1.00  F1 1.00" in same.stdout
    again = CliRunner().invoke(main, ["--db", db, "evaluate", found])
    assert again.exit_code == 0


def test_a_denial_is_not_printed_as_a_statement(tmp_path: Path) -> None:
    file = tmp_path / "denied.txt"
    file.write_text("Minister denies\n\nTrade Minister Ana Lind denied the allegations.\n", "utf-8")
    added = CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "add", str(file), "--published", "2025-05-03"])
    assert "    state occurred; a denial; agent Ana Lind; topic allegations\n" in added.output


def test_the_ledger_says_why_a_sentence_tells_nothing(db: Database) -> None:
    source, document = read_document(TEXT + b"The weather was fine all day.\n", "fish.txt", published="2025-05-03")
    with db.engine.connect() as connection:
        names = known_names(connection)
    add_article(db.engine, read_article(source, document, names))
    rows = db.sql("select reason from sentences order by span_start")
    assert [row["reason"] for row in rows] == [None, None, "no word of it tells of an event that is looked for"]
    assert db.sql("select tool, model from runs")[0]["model"].split()[0].startswith("en_core_web")


def _run(db: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    result = CliRunner().invoke(main, ["--db", str(db), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()


def test_twenty_awkward_files_in_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    write(folder)
    code, said, told = _run(tmp_path / "c.db", "add", str(folder))
    assert code == 1
    at = told.index("20 files, 9 of them not taken, or not whole:")
    assert [line.removeprefix("claims: ").split(";")[0] for line in told[at + 1 :]] == [
        "the lines of 09-spaces.pdf run across columns side by side",
        "10-picture.pdf holds no text: its pages are pictures, or its fonts hide their letters",
        "13-book.epub is an EPUB book",
        "14-french.txt: reading French needs a parser",
        "15-chinese.txt: no lexicon for language 'zh'",
        "16-script.sh is a script, no prose",
        "17-table.csv is a table of values, no prose",
        "18-empty.txt is empty",
        "19-picture.png is a picture (PNG)",
    ]
    loaded = {line.split("/")[-1].split(":")[0]: line.split(": ", 1)[1] for line in told[:at] if "held already" in line}
    assert len(loaded) == 11
    assert "; read as cp932, which was detected" in loaded["02-shift-jis.txt"]
    assert loaded["03-euc-jp.txt"].startswith("0 claims loaded, 2 held already")  # the same text in another encoding
    assert loaded["05-utf-16.txt"].startswith("0 claims loaded, 2 held already")
    assert "open: 2 dates count from the day of publication (“Tuesday”, “next month”); give --published" in told
    assert not [
        line
        for line in said
        if "Lima" in line or "partners" in line or "Oslo on 14 May 2024 and signed an workers" in line
    ]
    assert _run(tmp_path / "c.db", "check")[0] == 0
    with Database(tmp_path / "c.db") as db:
        (page,) = db.sql("select author, url, published_on, note from documents where slug like '07-%'")
    assert page == {
        "author": "編集部",
        "url": "https://www.example.jp/news/1",
        "published_on": "2025-05-15",
        "note": "Read as shift_jis, which it declares.",
    }


def test_one_story_at_two_addresses_of_a_page_is_one_document(tmp_path: Path) -> None:
    first, second = tmp_path / "fish.txt", tmp_path / "other.txt"
    first.write_bytes(TEXT)
    second.write_bytes(TEXT)
    db = tmp_path / "c.db"
    _run(db, "add", str(first), "--url", "https://www.example.org/fish?utm_source=x#top", "--published", "2025-05-03")
    for again in ("http://m.example.org/fish/", "https://example.org/fish?fbclid=1"):
        code, _, told = _run(db, "add", str(second), "--url", again)
        assert (code, "0 claims loaded" in told[-1]) == (0, True)
    assert _run(db, "add", str(second))[0] == 0
    with Database(db) as database:
        rows = database.sql("select url, published_on from documents")
    assert rows == [{"url": "https://www.example.org/fish", "published_on": "2025-05-03"}]


def test_a_copy_at_another_site_is_another_document(tmp_path: Path) -> None:
    (tmp_path / "fish.txt").write_bytes(TEXT)
    for url in ("https://www.example.org/fish", "https://copies.example/fish"):
        assert _run(tmp_path / "c.db", "add", str(tmp_path / "fish.txt"), "--url", url)[0] == 0
    with Database(tmp_path / "c.db") as database:
        assert database.sql("select count(*) as n from documents") == [{"n": 2}]


def test_what_is_known_of_a_publisher_stays(copy: Database) -> None:
    name = copy.sql("select name from sources where kind = 'ministry' order by name limit 1")[0]["name"]
    source, document = read_document(TEXT, "fish.txt", source=name)
    with copy.engine.connect() as connection:
        add_article(copy.engine, read_article(source, document, known_names(connection)))
    assert copy.sql("select kind from sources where name = :name", {"name": name}) == [{"kind": "ministry"}]


def test_a_missing_file_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "fish.txt").write_bytes(TEXT)
    code, said, told = _run(tmp_path / "c.db", "add", str(tmp_path / "none.txt"), str(tmp_path / "fish.txt"))
    assert code == 1
    assert "Trade Minister Ana Lind met Gina Raimondo in Oslo on 2 May 2025" in said[0]
    assert told[-2] == "2 files, 1 of them not taken, or not whole:"
    assert "none.txt cannot be opened: No such file or directory" in told[-1]


def test_an_address_is_of_one_article(tmp_path: Path) -> None:
    (tmp_path / "fish.txt").write_bytes(TEXT)
    file = str(tmp_path / "fish.txt")
    assert _run(tmp_path / "c.db", "add", file, file, "--url", "https://example.org")[0] == 2


@pytest.mark.parametrize(
    ("text", "published", "words"),
    [
        ("They met in Oslo on Tuesday, and will sign in May.", None, ["Tuesday", "in May"]),
        ("They met in Oslo on Tuesday.", "2025-05-03", []),
        ("They met on 3 May 2021.", None, []),
        ("両氏は14日、東京で会談した。来月も会談する。", None, ["14日", "来月"]),
        ("양측은 지난달 회담했다.", None, ["지난달"]),
    ],
)
def test_dates_that_stay_open_are_told(text: str, published: str | None, words: list[str]) -> None:
    _, document = read_document(text.encode(), "x.txt", published=published)
    assert [word.removeprefix("in ") for word in open_dates(document)] == [word.removeprefix("in ") for word in words]


def test_several_files_at_once_and_one_that_cannot_be_read(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for file in files[:2]:
        file.write_bytes(TEXT)
    files[2].write_bytes(b"\x00\x01" * 50)
    result = CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "extract", *map(str, files)])
    assert result.exit_code == 1
    assert result.stderr.count("claims: ") == 1
    assert "three.txt" in result.stderr
    assert result.stdout.count('"record":"document"') == 2


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "add", str(tmp_path / "empty.txt")])
    assert result.exit_code == 1
    assert result.stderr == "claims: empty.txt is empty; give a file with text in it\n"
