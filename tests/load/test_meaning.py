"""One meaning: what a record refers to, which day it means, what is refused with what, by whichever door it comes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlite_utils.cli import cli as sqlite_utils_cli

from claims import Database
from claims.check import check
from claims.cli import main
from claims.errors import RecordError
from claims.export import content_hash, export
from claims.records import corpus_lines, encode
from claims.text import sha256
from claims.tokens import SCOPES, add_token
from tests.conftest import TEXT, claim, taken
from tests.datasette.conftest import Served

pytestmark = pytest.mark.both_engines


def refusals(db: Database, records: list[Any]) -> dict[int, str]:
    return {reject.line: str(reject.error) for reject in db.load(records).rejects}


def problems(db: Database) -> list[str]:
    with db.engine.connect() as connection:
        return [problem for finding in check(connection) for problem in finding.problems]


def test_what_names_a_refused_record_of_its_stream_is_not_given_to_another(
    db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, few)
    page = {
        "record": "document",
        "slug": "daily-1",
        "source": "Daily",
        "title": "Other",
        "language": "en",
        "text": TEXT,
    }
    stream = [
        page,
        claim(slug="c8"),
        {"record": "sentence", "document": "daily-1", "start": 0, "end": 4, "reason": "title"},
        {"record": "link", "source": "c8", "type": "part_of", "target": "c2"},
        {"record": "entity", "slug": "lind", "name": "Another Lind", "kind": "person"},
        {"record": "judgement", "left": "lind", "right": "ueda", "verdict": "same", "who": "w", "why": "y"},
        page | {"slug": "daily-8", "title": "New", "restates": "daily-1"},
        claim(slug="c9", document="daily-8"),
    ]
    assert set(refusals(db, stream)) == {1, 2, 3, 4, 5, 6, 7, 8}
    assert db.sql("select 1 from claims where slug in ('c8', 'c9')") == []
    told = refusals(db, stream)
    assert "line 1 of this stream, was refused" in told[2]
    assert "line 5 of this stream" in told[6]


@pytest.mark.parametrize(
    "bad", [b'{"record": "document", "slug": "daily-1", "titel": "x"}', {"record": "event", "slug": "grain-talks"}]
)
def test_a_line_that_cannot_be_read_counts_as_refused_by_its_names(
    bad: Any, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, few)
    assert set(refusals(db, [bad, claim(slug="c8", certainty="PR")])) == {1, 2}


def test_a_record_that_is_mended_later_in_the_stream_can_be_named_again(
    db: Database, few: list[dict[str, Any]]
) -> None:
    source, page, *rest = few
    assert set(refusals(db, [source, page | {"language": "English"}, page, *rest])) == {2}
    assert problems(db) == []


def test_a_withheld_text_is_not_made_shorter_than_what_is_quoted_from_it(
    db: Database, few: list[dict[str, Any]]
) -> None:
    withheld = {
        "record": "document",
        "slug": "d9",
        "source": "Daily",
        "title": "W",
        "language": "en",
        "text_sha256": "a" * 64,
    }
    quoted = claim(slug="c9", document="d9", evidence=[{"start": 80, "end": 90}])
    taken(db, [*few, withheld | {"text_length": 100}, quoted])
    assert "reach to 90" in refusals(db, [withheld | {"text_length": 50}])[1]
    assert refusals(db, [withheld | {"text_length": 95}]) == {}
    assert problems(db) == []


@pytest.mark.parametrize("more", [1, -1, 3000])
def test_a_text_that_is_held_has_the_length_that_it_has(db: Database, few: list[dict[str, Any]], more: int) -> None:
    page = next(one for one in few if one["record"] == "document")
    told = {"text": None, "text_sha256": sha256(page["text"])}
    taken(db, few)
    assert refusals(db, [page | told | {"text_length": len(page["text"])}]) == {}
    assert (
        f"has {len(page['text'])} characters"
        in refusals(db, [page | told | {"text_length": len(page["text"]) + more}])[1]
    )
    assert problems(db) == []


def test_a_document_keeps_what_it_restates_while_claims_quote_both(db: Database, few: list[dict[str, Any]]) -> None:
    """Else the claims would stand in no export that can be loaded."""
    account = next(one for one in few if one["record"] == "document") | {"slug": "account", "title": "Account"}
    both = [
        {"quote": "met Governor Lind in Oslo on 3 May 2021"},
        {"quote": "Lind did not sign", "document": "account"},
    ]
    taken(db, [*few[:-2], account | {"restates": "daily-1"}, account | {"slug": "free", "title": "Free"},
               claim(evidence=both)])  # fmt: skip
    for other in ({}, {"restates": "free"}):
        (reject,) = db.load([account | other]).rejects
        assert (reject.field, reject.value) == ("restates", other.get("restates"))
        assert "claims that are held quote it and daily-1 together" in reject.reason
    taken(db, [account | {"restates": "daily-1", "note": "again"}])
    taken(db, [account | {"slug": "free", "title": "Free", "restates": "daily-1"}])
    taken(db, [account | {"slug": "free", "title": "Free"}])  # nothing rests on that one


def test_a_document_that_restates_itself_costs_no_other_line(db: Database, few: list[dict[str, Any]]) -> None:
    page = next(one for one in few if one["record"] == "document")
    receipt = db.load([*few, page | {"restates": "daily-1"}])
    assert [(reject.line, reject.field) for reject in receipt.rejects] == [(len(few) + 1, "restates")]
    assert receipt.inserted == len(few)


def test_an_account_takes_no_other_documents_key(db: Database, few: list[dict[str, Any]]) -> None:
    """Else it would stand in the place of that document, and search would find neither."""
    taken(db, few)
    before = db.sql("select * from documents")
    account = {"record": "document", "source": "Daily", "title": "Account", "language": "en", "text": "Of grain."}
    (reject,) = db.load([account | {"restates": "daily-1", "key": "a" * 26}]).rejects
    assert reject.field == "key"
    second = account | {"slug": "second", "title": "Second"}
    taken(db, [second])
    (key,) = [row["key"] for row in db.sql("select key from documents where slug = 'second'")]
    (reject,) = db.load([account | {"restates": "daily-1", "key": key}]).rejects
    assert (reject.field, reject.value) == ("key", key)
    assert [row for row in db.sql("select * from documents") if row["slug"] != "second"] == before
    assert problems(db) == []


def test_a_link_judged_twice_is_the_same_in_a_copy(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> None:
    link = {"record": "link", "source": "c2", "type": "outcome_of", "target": "c1"}
    taken(db, [*few, link | {"verdict": "refused"}])
    taken(db, [link | {"verdict": "accepted", "why": "it says so", "linked_at": "2999-01-01T00:00:00.000Z"}])
    with Database(tmp_path / "other.db") as other, db.engine.connect() as connection:
        taken(other, export(connection))
        with other.engine.connect() as copied:
            assert content_hash(connection) == content_hash(copied)
        assert other.load([link | {"verdict": "refused"}]).unchanged == 1  # undated, it overrules nothing


def test_a_sentence_bears_a_claim_or_says_why_not(db: Database, few: list[dict[str, Any]]) -> None:
    ledger = [
        {"record": "sentence", "document": "daily-1", "start": 0, "end": 55},
        {"record": "sentence", "document": "daily-1", "start": 55, "end": 87},
        {"record": "sentence", "document": "daily-1", "start": 87, "end": len(TEXT)},
    ]
    source, page, *rest = few
    told = refusals(db, [source, page, *ledger, *rest])
    assert set(told) == {5}
    assert "bears no claim; say why" in told[5]
    with pytest.raises(RecordError, match="line 1, reason"):
        db.load(ledger[2:], strict=True)
    taken(db, [ledger[2] | {"reason": "denial"}])
    assert problems(db) == []


@pytest.mark.parametrize(
    ("words", "language", "date", "basis"),
    [
        ("3 May 2021", "en", "2021-05-03", "stated"),
        ("on Monday, May 3", "en", "2021-05-03", "completed"),
        ("5月3日", "ja", "2021-05-03", "completed"),
        ("2021년 5월 3일", "ko", "2021-05-03", "stated"),
        ("every year", "en", None, None),
        ("three days after 3 May 2021", "en", None, None),
        ("3 May", "fr", None, None),
    ],
)
def test_a_date_in_words_is_read(
    words: str, language: str, date: str | None, basis: str | None, db: Database, few: list[Any]
) -> None:
    few[1] |= {"language": language, "text": f"{TEXT} {words}"}
    told = claim(date_text=words)
    del told["date"], told["date_basis"]
    taken(db, [*few[:-2], told])
    assert db.sql("select date_edtf, date_basis, date_earliest from claims") == [
        {"date_edtf": date, "date_basis": basis, "date_earliest": date}
    ]
    if date:
        assert db.load([told | {"date": date, "date_basis": basis}]).unchanged == 1


def test_about_a_day_does_not_contradict_the_next(db: Database, few: list[dict[str, Any]]) -> None:
    about = claim(slug="c9", document="daily-2", date="2021-05-04~", date_text="about 4 May")
    page = few[1] | {"slug": "daily-2", "title": "Second"}
    taken(db, [*few, page, about])
    assert {row["class"] for row in db.query("conflicts", slot="date")} == {"precision"}


def test_a_source_is_made_when_it_is_first_named(db: Database, few: list[dict[str, Any]]) -> None:
    taken(db, few[1:])
    assert db.sql("select name, kind, reliability from sources") == [
        {"name": "Daily", "kind": "other", "reliability": "F"}
    ]
    taken(db, few[:1])
    assert db.sql("select name, kind, reliability from sources") == [
        {"name": "Daily", "kind": "outlet", "reliability": "B"}
    ]


DOUBTFUL = {
    "nobody met": ({"arguments": [{"role": "place", "name": "Oslo", "entity": "oslo"}], "event": None}, "arguments"),
    "said three times": ({"arguments": [{"role": "participant", "name": "Ueda", "entity": "ueda"}] * 3}, "arguments"),
    "not yet": ({"date": "2124-05-03"}, "date"),
    "a year of the first thousand": ({"date": "0064-05-03"}, "date"),
    "a Thai year": ({"date": "2564-05-03", "phase": "scheduled"}, "date"),
    "due before it was promised": ({"phase": "agreed", "due": "2020"}, "due"),
    "words of no text": ({"date_text": "4 May 2021"}, "date_text"),
    "words that are no date": ({"date": None, "date_basis": None, "date_text": "3 May 2021. They"}, "date_text"),
    "words for a day that no year has": ({"date": None, "date_basis": None, "date_text": "30 February"}, "date_text"),
    "a name of no text": (
        {"arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Bo Ek"}]},
        "arguments[1].name",
    ),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_what_is_hardly_meant_is_held_with_its_doubt(name: str, db: Database, few: list[dict[str, Any]]) -> None:
    fields, field = DOUBTFUL[name]
    doubtful = claim(slug="c9", summary="Doubtful.", certainty="PR") | fields  # type: ignore[operator]
    taken(db, few)
    receipt = db.load([doubtful])
    assert {(one.line, one.field) for one in receipt.doubts} == {(1, field)}
    assert receipt.as_dict()["doubts"] == len(receipt.doubts)
    held = db.sql("select c.slug, d.field, d.reason from doubts as d join claims as c on c.id = d.claim_id")
    assert [(row["slug"], row["field"]) for row in held] == [("c9", field)] * len(receipt.doubts)
    with pytest.raises(RecordError, match="doubtful"):
        db.load([doubtful | {"slug": "c10", "certainty": "PS"}], strict=True)


@pytest.mark.parametrize(
    "given", [{"due_text": "next month"}, {"due_text": "next month", "date": None, "date_text": "3 May 2021"}]
)
def test_words_for_what_is_due_are_read_from_the_day_of_publication(
    given: dict[str, Any], db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few, claim(slug="c9", phase="scheduled", **given | ({"date_basis": None} if "date" in given else {}))])
    assert db.sql("select date_edtf, due_edtf from claims where slug = 'c9'") == [
        {"date_edtf": "2021-05-03", "due_edtf": "2021-06"}
    ]


def test_nothing_that_ships_is_doubtful(shipped: Database) -> None:
    assert shipped.sql("select * from doubts") == []


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"record": "source", "name": "\u200b\u2060"}, "name"),
    ({"record": "entity", "name": "\u202e", "kind": "person"}, "name"),
    ({"record": "entity", "name": "\u3164", "kind": "person"}, "name"),
    ({"record": "entity", "name": "A" * 501, "kind": "person"}, "name"),
    ({"record": "entity", "name": "A", "kind": "person", "aliases": [{"name": "\ufeff"}]}, "aliases[0].name"),
    ({"record": "entity", "name": "A", "kind": "person", "aliases": [{"name": "B", "language": "zz"}]}, "aliases[0].language"),
    ({"record": "document", "source": "Daily", "title": "T", "language": "zz-QQ"}, "language"),
    ({"record": "document", "source": "Daily", "title": "T", "language": "en-QQ"}, "language"),
    ({"record": "document", "source": "Daily", "title": "T", "language": "en", "url": "javascript:alert(1)"}, "url"),
    ({"record": "document", "source": "Daily", "title": "T", "language": "en", "url": "http://"}, "url"),
    ({"record": "document", "source": "Daily", "title": "T" * 4001, "language": "en"}, "title"),
    (claim(arguments=[{"role": "participant", "name": "\u200b"}]), "arguments[0].name"),
    (claim(summary="x" * 4001), "summary"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "field"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_what_cannot_be_meant_is_refused(
    record: dict[str, Any], field: str, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, few)
    (reject,) = db.load([record]).rejects
    assert reject.error.field == field


def test_verdicts_made_taken_back_and_made_again_load_once(db: Database, few: list[dict[str, Any]]) -> None:
    same = {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "same", "who": "desk", "why": "so"}
    placed = {"record": "placement", "claim": "c2", "event": "grain-talks", "who": "ann", "why": "so"}
    back = {"withdrawn_at": "2021-06-01T00:00:00.000Z"}
    stream = [same, same | back, same, placed, placed | back, placed]
    taken(db, [*few, *stream])
    for table, instant in (("judgements", "judged_at"), ("placements", "placed_at")):
        rows = db.sql(f"select {instant} as at, withdrawn_at from {table} order by id")
        assert [row["withdrawn_at"] is None for row in rows] == [False, True]
        assert all(row["withdrawn_at"] is None or row["at"] <= row["withdrawn_at"] for row in rows)
    assert db.load(stream).changed is False
    assert set(refusals(db, [same | {"judged_at": "2021-07-01T00:00:00.000Z"} | back])) == {1}


def test_a_verdict_that_had_its_time_leaves_the_same_one_given_later(db: Database, few: list[dict[str, Any]]) -> None:
    said = {"record": "judgement", "left": "ueda", "right": "lind", "verdict": "same", "who": "desk", "why": "so"}
    first, then, later, back = (f"2021-{month:02}-01T00:00:00.000Z" for month in (1, 2, 6, 9))
    had = [said | {"judged_at": at, "withdrawn_at": back} for at in (first, then)]
    taken(db, [*few, said | {"judged_at": later}, *had])
    rows = db.sql("select judged_at, withdrawn_at from judgements order by judged_at")
    assert [(row["judged_at"], row["withdrawn_at"]) for row in rows] == [(first, back), (then, back), (later, None)]
    assert db.load(had).changed is False


def test_runs_come_along_with_their_parameters(db: Database, few: list[dict[str, Any]], tmp_path: Path) -> None:
    db.load(few, run={"tool": "rules-en", "parameters": '{"anchor": 1}', "anchor_on": "2021-05-04"})
    with db.engine.connect() as connection, Database(tmp_path / "other.db") as other:
        other.load([encode(record) for record in export(connection)])
        assert other.query("extractions") == db.query("extractions") != []
        runs = "select distinct tool, parameters, anchor_on from runs as r join claims as c on c.run_id = r.id"
        assert (
            other.sql(runs)
            == db.sql(runs)
            == [{"tool": "rules-en", "parameters": '{"anchor": 1}', "anchor_on": "2021-05-04"}]
        )


def apart(tmp_path: Path) -> tuple[Path, list[bytes]]:
    """Accounts whose claims name no event, as a file: what they mean is left to the loader."""
    lines = []
    for line in corpus_lines():
        record = json.loads(line)
        if record.get("document") in ("nhk-trilateral-ja", "asiatoday-trilateral-ko") and record["record"] == "claim":
            record.pop("event", None)
            if record.get("date_basis") in ("stated", "completed"):
                record.pop("date")
                record.pop("date_basis")
        lines.append(json.dumps(record, ensure_ascii=False).encode())
    path = tmp_path / "apart.jsonl"
    path.write_bytes(b"\n".join(lines))
    return path, lines


def content(path: Path) -> tuple[str, list[bytes]]:
    with Database(path) as db, db.engine.connect() as connection:
        return content_hash(connection), [encode(record) for record in export(connection, history=False)]


def test_one_stream_means_the_same_by_every_door(tmp_path: Path) -> None:
    file, lines = apart(tmp_path)
    doors = {name: tmp_path / f"{name}.db" for name in ("cli", "python", "utils", "http")}
    assert CliRunner().invoke(main, ["--db", str(doors["cli"]), "load", str(file)]).exit_code == 0
    with Database(doors["python"]) as db:
        placed = db.load(lines).placed
    assert placed > 10
    Database(doors["utils"], create=True).close()
    assert CliRunner().invoke(sqlite_utils_cli, ["load-claims", str(doors["utils"]), str(file)]).exit_code == 0
    Database(doors["http"], create=True).close()
    server = Served(doors["http"])
    token = add_token(doors["http"], "test", [*SCOPES], 1)
    answer = server.post("/-/claims/load", content=file.read_bytes(), headers={"authorization": f"Bearer {token}"})
    server.close()
    assert answer.json()["placed"] == placed
    assert len({content(path)[0] for path in doors.values()}) == 1
    assert len({b"\n".join(content(path)[1]) for path in doors.values()}) == 1


_LOAD = """
import sys
from claims import Database
from claims.stream import records_in
Database(sys.argv[1]).load(records_in(open(sys.argv[2], "rb")))
"""


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.85, 0.95])
def test_a_load_that_is_killed_leaves_nothing_undone(share: float, tmp_path: Path) -> None:
    file, lines = apart(tmp_path)
    with Database(tmp_path / "whole.db", create=True) as whole:
        begun = time.perf_counter()
        whole.load(lines)
        lasts = time.perf_counter() - begun
    killed = tmp_path / "killed.db"
    Database(killed, create=True).close()
    process = subprocess.Popen([sys.executable, "-c", _LOAD, str(killed), str(file)])
    while not Path(f"{killed}-wal").exists() and process.poll() is None:
        time.sleep(0.005)
    time.sleep(lasts * share)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with Database(killed) as db:
        counts = db.sql(
            "select (select count(*) from claims) as claims, (select count(*) from placements) as placements"
        )[0]
        assert (counts["claims"] == 0) == (counts["placements"] == 0)
        db.load(lines)
    assert content(killed) == content(tmp_path / "whole.db")


def test_what_an_older_load_left_undone_is_done_by_the_next(tmp_path: Path) -> None:
    _, lines = apart(tmp_path)
    with Database(tmp_path / "old.db", create=True) as old:
        old.load(lines)
        before = old.sql("select count(*) as n from placements")
        with old.engine.begin() as connection:
            connection.exec_driver_sql("delete from placements")
            connection.exec_driver_sql("delete from gathered")
        assert old.load([]).placed == before[0]["n"]
        assert old.sql("select count(*) as n from placements") == before
        assert problems(old) == []
