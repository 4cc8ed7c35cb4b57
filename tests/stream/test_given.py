"""Each way in which a script hands its records over gives the same database; twenty meetings in each form of a table."""

from __future__ import annotations

import datetime
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pandas
import polars
import pytest

from claims import Database, records
from claims.errors import ClaimsError
from claims.export import content_hash
from claims.load.gathered import gathered
from claims.records import record_from_object
from tests.stream.meetings import HEADER, MAPPING, as_csv, meetings, written
from tests.stream.test_tables import book


def content(db: Database) -> str:
    with db.engine.connect() as connection:
        return content_hash(connection)


@pytest.fixture
def loaded(few: list[dict[str, Any]]) -> str:
    with Database(":memory:") as db:
        db.load(few)
        return content(db)


def text(few: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in few)


def with_objects(few: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for record in few:
        changed: dict[str, Any] = {"confidence": float("nan")} if record["record"] == "claim" else {}
        if "date" in record:
            changed["date"] = datetime.date.fromisoformat(record["date"])
        if "published_on" in record:
            changed["published_on"] = datetime.datetime.fromisoformat(record["published_on"])
        yield record | changed


IDIOMS: dict[str, Callable[[list[dict[str, Any]], Path], Any]] = {
    "path": lambda few, path: path,
    "path as text": lambda few, path: str(path),
    "text": lambda few, path: text(few),
    "text of an array": lambda few, path: json.dumps(few, indent=2),
    "bytes": lambda few, path: text(few).encode(),
    "bytes with a mark and Windows' line ends": lambda few, path: b"\xef\xbb\xbf" + text(few).replace("\n", "\r\n").encode(),
    "an array in UTF-16": lambda few, path: json.dumps(few, ensure_ascii=False).encode("utf-16"),
    "a file open for bytes": lambda few, path: path.open("rb"),
    "a file open for text": lambda few, path: path.open(encoding="utf-8"),
    "a file in memory": lambda few, path: io.BytesIO(text(few).encode()),
    "a text in memory": lambda few, path: io.StringIO(text(few)),
    "a list of mappings": lambda few, path: few,
    "a generator of mappings": lambda few, path: (record for record in few),
    "record types": lambda few, path: [record_from_object(record) for record in few],
    "lines of text": lambda few, path: text(few).splitlines(),
    "lines of bytes": lambda few, path: text(few).encode().splitlines(keepends=True),
    "days and NaN": lambda few, path: with_objects(few),
    "mixed": lambda few, path: [few[0], json.dumps(few[1]), record_from_object(few[2]), *few[3:]],
    "a frame of records": lambda few, path: pandas.DataFrame(few),
}  # fmt: skip


@pytest.mark.parametrize("idiom", IDIOMS)
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
def test_each_idiom_gives_the_same(
    db: Database, few: list[dict[str, Any]], loaded: str, tmp_path: Path, idiom: str
) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text(text(few), "utf-8")
    receipt = db.load(IDIOMS[idiom](few, path))
    assert receipt.rejects == []
    assert content(db) == loaded


@pytest.mark.parametrize(
    "one",
    [{"record": "source", "name": "Daily"}, '{"record": "source", "name": "Daily"}', records.Source(name="Daily")],
)
def test_one_record(db: Database, one: Any) -> None:
    assert db.load(one).inserted == 1


def test_lines_are_counted_where_they_stand(db: Database) -> None:
    receipt = db.load('{"record": "source", "name": "a"}\n\n{"record": "sauce"}\n')
    assert [str(reject) for reject in receipt.rejects] == [
        "line 3: record: unknown record 'sauce'; did you mean 'source'?"
    ]


def test_a_long_stream_is_not_held_in_memory() -> None:
    def lines() -> Iterator[dict[str, Any]]:
        yield {"record": "source", "name": "Daily"}
        for number in range(300_000):
            yield {"record": "sentence", "document": f"d{number}" + "x" * 500, "start": 0, "end": 1}

    with gathered(lines(), is_at_hand=False) as all_there:
        tracemalloc.start()
        held = sum(1 for _ in all_there)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert held == 300_001
    assert most < 10_000_000


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (3, "records cannot be read from int; give a path, text"),
        ("no-such.csv", "no-such.csv: no such file or directory; give a file that can be read"),
        ("[1, 2", "the text is not JSON: "),
        ('{"a":\n 1', "the text is not JSON: "),
        ([{"date": "2024"}, 3], "row 2 is no mapping but int"),
        ('{"date": "2024"}\n{"date"\n', "the text, line 2 is not JSON"),
    ],
)
def test_what_cannot_be_read_says_why(db: Database, given: Any, message: str) -> None:
    with pytest.raises(ClaimsError, match=message):
        db.load(given)


def test_a_record_without_its_type_says_what_it_needs(db: Database, few: list[dict[str, Any]]) -> None:
    few[-1].pop("record")
    (reject,) = db.load([few[-1]]).rejects
    assert str(reject) == (
        "line 1: record: is required: it says what the line is, source, document, claim ... (`claims template claim`)"
    )


def test_a_file_open_in_the_wrong_encoding_is_told(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Zoë;b\n", "latin-1")
    with (
        path.open(encoding="utf-8") as file,
        pytest.raises(ClaimsError, match="the open file is not utf-8; open it with"),
    ):
        db.load(file)


# Twenty meetings

BRITISH, AMERICAN = "%d/%m/%Y", "%m/%d/%Y"
NAMED = MAPPING | {"name": "meetings"}


@pytest.fixture
def expected() -> str:
    with Database(":memory:") as db:
        assert db.load(meetings(), mapping=NAMED).counts() == {
            "inserted": 32,
            "unchanged": 0,
            "superseded": 0,
            "rejected": 0,
        }
        return content(db)


def as_book(rows: list[dict[str, Any]]) -> bytes:
    return book(Meetings=[HEADER, *([row[name] for name in HEADER] for row in rows)])


FORMS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "British": ("meetings.csv", lambda: as_csv(written(BRITISH)).encode()),
    "American": ("meetings.csv", lambda: as_csv(written(AMERICAN)).encode()),
    "in words": ("meetings.csv", lambda: as_csv(written("%A, %B %d, %Y")).encode()),
    "tabs": ("meetings.tsv", lambda: as_csv(written(BRITISH), "\t").encode()),
    "semicolons": ("meetings.csv", lambda: as_csv(written("%d.%m.%Y"), ";").encode()),
    "mark": ("meetings.csv", lambda: as_csv(written(BRITISH)).encode("utf-8-sig")),
    "UTF-16": ("meetings.csv", lambda: as_csv(written(BRITISH), "\t").encode("utf-16")),
    "Latin-1": ("meetings.csv", lambda: as_csv(written(BRITISH), ";").encode("latin-1")),
    "array": ("meetings.json", lambda: json.dumps(written("%Y-%m-%d")).encode()),
    "list in an object": ("meetings.json", lambda: json.dumps({"ok": True, "rows": written(BRITISH)}).encode()),
    "JSON lines": ("meetings.jsonl", lambda: b"\n".join(json.dumps(row).encode() for row in written(AMERICAN))),
    "workbook": ("meetings.xlsx", lambda: as_book(meetings())),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_each_form_of_a_table_gives_the_same(db: Database, expected: str, tmp_path: Path, form: str) -> None:
    name, made = FORMS[form]
    path = tmp_path / name
    path.write_bytes(made())
    dry = db.load(path, mapping=MAPPING, dry_run=True, rows=True)
    assert db.sql("select count(*) as n from claims") == [{"n": 0}]
    receipt = db.load(path, mapping=MAPPING, rows=True)
    assert (dry.counts(), dry.rows) == (receipt.counts(), receipt.rows)
    assert receipt.counts() == {"inserted": 32, "unchanged": 0, "superseded": 0, "rejected": 0}
    assert content(db) == expected
    assert db.load(path, mapping=MAPPING).counts() == {"inserted": 0, "unchanged": 32, "superseded": 0, "rejected": 0}


FRAMES: dict[str, Callable[[], Any]] = {
    "pandas": lambda: pandas.DataFrame(meetings()),
    "pandas with NaT and NaN": lambda: pandas.DataFrame(meetings()).assign(
        Date=lambda frame: pandas.to_datetime(frame["Date"]), Page=lambda frame: pandas.to_numeric(frame["Page"])
    ),
    "polars": lambda: polars.DataFrame(meetings()),
    "polars, lazy": lambda: polars.LazyFrame(meetings()),
    "polars of British text": lambda: polars.DataFrame(written(BRITISH)),
}


@pytest.mark.parametrize("frame", FRAMES)
def test_each_frame_gives_the_same(db: Database, expected: str, frame: str) -> None:
    receipt = db.load(FRAMES[frame](), mapping=NAMED)
    assert receipt.rejects == []
    assert content(db) == expected


def test_a_frame_with_a_day_that_is_missing(db: Database) -> None:
    rows = meetings()
    rows[3]["Date"] = None
    db.load(pandas.DataFrame(rows).assign(Date=lambda frame: pandas.to_datetime(frame["Date"])), mapping=NAMED)
    assert db.sql("select slug from claims where date_edtf is null") == [{"slug": "meetings-004"}]


def test_a_key_in_a_frame_without_a_name_is_asked_for(db: Database) -> None:
    with pytest.raises(ClaimsError, match="the table has no name"):
        db.load(polars.DataFrame(meetings()), mapping=MAPPING)


@pytest.mark.parametrize("form", [BRITISH, AMERICAN])
def test_a_corrected_table_supersedes_what_changed_and_what_is_put_back(
    db: Database, tmp_path: Path, form: str
) -> None:
    path = tmp_path / "meetings.csv"

    def load(rows: list[dict[str, Any]], **kwargs: Any) -> dict[str, int]:
        path.write_text(as_csv(written(form, rows)), "utf-8")
        return db.load(path, mapping=MAPPING, **kwargs).counts()

    load(meetings())
    corrected = meetings()
    corrected[4]["Date"] += datetime.timedelta(days=1)
    corrected[7] |= {"Who": "Ueda Mari; Zoë Müller", "Words": "Ueda Mari met Zoë Müller"}
    changed = {"inserted": 0, "unchanged": 30, "superseded": 2, "rejected": 0}
    path.write_text(as_csv(written(form, corrected)), "utf-8")
    rows = db.load(path, mapping=MAPPING, dry_run=True, rows=True).rows or []
    assert [row.what.partition(" (")[2] for row in rows if row.outcome == "superseded"] == [
        "2024-05-18). (date 2024-05-17 -> 2024-05-18)",
        "2024-06-19). (participant José Núñez, Zoë Müller -> Ueda Mari, Zoë Müller;"
        " quote José Núñez met Zoë Müller in Århus -> Ueda Mari met Zoë Müller)",
    ]
    assert load(corrected, dry_run=True) == load(corrected) == changed
    assert db.sql("select date_edtf from held_claims where slug = 'meetings-005'") == [{"date_edtf": "2024-05-18"}]
    assert load(corrected)["unchanged"] == 32
    assert load(meetings()) == changed
    assert db.sql("select date_edtf from held_claims where slug = 'meetings-005'") == [{"date_edtf": "2024-05-17"}]
    assert db.sql("select count(*) as held from held_claims") == [{"held": 20}]


def test_without_a_key_the_claim_itself_is_the_identity(db: Database, tmp_path: Path) -> None:
    mapping = MAPPING | {"key": None, "ignore": ["No."]}
    rows = meetings()
    db.load(rows, mapping=mapping)
    rows[0]["Words"], rows[1]["Date"] = "", rows[1]["Date"]
    rows[2]["Summary"] = "They met, it is said."
    assert db.load(rows, mapping=mapping | {"columns": MAPPING["columns"] | {"summary": "Summary"}}).counts() == {
        "inserted": 0, "unchanged": 31, "superseded": 1, "rejected": 0,
    }  # fmt: skip


def test_the_run_tells_how_the_table_was_read(db: Database) -> None:
    db.load(meetings(), mapping=NAMED | {"dates": "day first"})
    (run,) = db.sql("select parameters from runs")
    told = msgspec.json.decode(run["parameters"])
    assert (told["table"], told["dates"], told["key"], told["columns"]["date"]) == (
        "meetings",
        "day first",
        "No.",
        "Date",
    )


def test_the_words_are_found_once_the_text_comes(db: Database) -> None:
    db.load(meetings(), mapping=NAMED)
    (before,) = db.sql("select count(*) as n from statements where is_unverified = 1 and quote like '[unverified] %'")
    url = "https://news.example/1/1"
    quotes = db.sql(
        "select quoted from evidence join documents as d on d.id = document_id where url = :url", {"url": url}
    )
    words = ". ".join(row["quoted"] for row in quotes if row["quoted"])
    (document,) = db.sql(
        "select title, url, language, published_on, s.name as source"
        " from documents join sources as s on s.id = source_id where url = :url",
        {"url": url},
    )
    assert db.load({"record": "document", **document, "text": f"{words}."}).rejects == []
    (after,) = db.sql("select count(*) as n from statements where is_unverified = 1 and quote like '[unverified] %'")
    assert (before["n"], after["n"]) == (13, 11)
    assert db.load(meetings(), mapping=NAMED).changed is False
