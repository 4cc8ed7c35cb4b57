"""A row as records: source, document and claim, each cell in its field, each refusal with its column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claims import Database
from claims.errors import ClaimsError
from claims.load import Receipt
from claims.stream.mapping import mapping_of

Load = Callable[..., Receipt]
ALWAYS = {"kind": "meet", "phase": "occurred", "source": "Desk"}


@pytest.fixture
def load(db: Database) -> Load:
    def run(*rows: dict[str, Any], **mapping: Any) -> Receipt:
        always = ALWAYS | mapping.pop("always", {})
        return db.load(list(rows), mapping={"name": "t", "always": always, **mapping})

    return run


def told(receipt: Receipt) -> list[str]:
    return [str(reject) for reject in receipt.rejects]


def test_one_row_makes_a_source_a_document_and_a_claim(db: Database, load: Load) -> None:
    receipt = load(
        {
            "Kind": "Meet", "phase": "occurred", "date": "26 June 2024", "Participants": "Ueda; Ada  Lind\nJosé",
            "participant 2": "Kjær", "place": "Washington, D.C.", "topics": "grain", "quote": "they met", "page": 12.0,
            "source": "Daily", "source_kind": "outlet", "source country": "NO", "source reliability": "b",
            "title": "Grain", "url": "https://d.example/1", "language": "en", "published_on": "2024-06-27", "document": "d1",
            "confidence": "0.8", "summary": "They met.", "Slug": "c1",
        }
    )  # fmt: skip
    assert (receipt.inserted, told(receipt)) == (3, [])
    assert db.sql("select name, kind, country, reliability from sources") == [
        {"name": "Daily", "kind": "outlet", "country": "NO", "reliability": "B"}
    ]
    assert db.sql("select slug, title, url, language, published_on, text from documents") == [
        {"slug": "d1", "title": "Grain", "url": "https://d.example/1", "language": "en", "published_on": "2024-06-27",
         "text": None}
    ]  # fmt: skip
    assert db.sql("select slug, kind, date_edtf, confidence, summary from claims") == [
        {"slug": "c1", "kind": "meet", "date_edtf": "2024-06-26", "confidence": 0.8, "summary": "They met."}
    ]
    assert [tuple(row.values()) for row in db.sql("select role, mention from arguments order by seq")] == [
        ("participant", "Ueda"), ("participant", "Ada Lind"), ("participant", "José"), ("participant", "Kjær"),
        ("topic", "grain"), ("place", "Washington, D.C."),
    ]  # fmt: skip
    assert db.sql("select quoted, page, alignment from evidence") == [
        {"quoted": "they met", "page": "12", "alignment": "unverified"}
    ]


def test_what_the_cells_do_not_say_is_not_made_up(db: Database, load: Load) -> None:
    assert load({"participants": "Ueda; Lind", "date": "2024-06"}).inserted == 3
    assert db.sql("select source_id, title, url, language, published_on from documents") == [
        {"source_id": 1, "title": "t", "url": None, "language": "und", "published_on": None}
    ]
    assert db.sql("select summary, slug from claims") == [{"summary": "Ueda and Lind met (2024-06).", "slug": None}]
    assert db.sql("select quoted, page from evidence") == [{"quoted": None, "page": None}]


def test_the_host_of_an_address_is_its_publisher(db: Database, load: Load) -> None:
    load({"url": "https://www.meti.example/a", "participants": "Ueda"}, always={"source": ""})
    assert db.sql("select s.name, d.title from documents as d join sources as s on s.id = source_id") == [
        {"name": "meti.example", "title": "https://www.meti.example/a"}
    ]


def test_a_document_that_is_held_is_cited_by_its_slug(db: Database, few: list[dict[str, Any]], load: Load) -> None:
    db.load(few)
    receipt = load({"document": "daily-1", "participants": "Lind", "quote": "Lind did not sign"}, {"document": "none"})
    assert receipt.inserted == 1
    assert told(receipt) == [
        "line 2, column document: no document has this slug or key; its record must come first (got 'none')"
    ]
    assert db.sql("select alignment from evidence where claim_id = 3") == [{"alignment": "exact"}]


def test_a_source_that_is_known_stays_as_it_is(db: Database, few: list[dict[str, Any]], load: Load) -> None:
    db.load(few)
    receipt = load({"source": "Daily", "title": "Grain", "language": "en", "quote": "They agreed to share grain data"})
    assert (receipt.inserted, receipt.unchanged, receipt.superseded) == (1, 2, 0)
    assert db.sql("select count(*) as n from documents") == [{"n": 1}]


def test_a_cell_that_is_wrong_is_named_by_its_line_and_column(load: Load) -> None:
    receipt = load(
        {"What": "meet", "When": "2024-06-26", "Sure": "very"},
        {"What": "met", "When": "2024-06-26"},
        {"What": "meet", "When": "31/06/2024"},
        {"What": "meet", "When": "2024-06-26", "country": "Norway"},
        {"What": "visit", "When": "2024-06-26"},
        columns={"kind": "What", "date": "When", "confidence": "Sure", "source_country": "country"},
        always={"kind": ""},
    )
    assert told(receipt) == [
        "line 1, column Sure: is not a number from 0 to 1 (got 'very')",
        "line 2, column What: unknown kind 'met'; did you mean 'meet'?",
        "line 3, column When: '31/06/2024' is not a date: the calendar has no such day",
        "line 4, column country: a country is its ISO 3166 code of two capitals, e.g. JP (got 'Norway')",
    ]
    first = receipt.rejects[1]
    assert first.as_dict() == {
        "line": 2, "column": "What", "field": "kind", "reason": "unknown kind 'met'; did you mean 'meet'?", "value": "met",
    }  # fmt: skip
    assert receipt.inserted == 3


def test_a_key_that_two_rows_have_is_refused(load: Load) -> None:
    receipt = load({"No": "1", "participants": "a"}, {"No": "1", "participants": "b"}, {"participants": "c"}, key="No")
    assert told(receipt) == [
        "line 2, column No: is the key of line 1 too (got 't-1')",
        "line 3, column No: the row has no key",
    ]


def test_two_rows_that_would_replace_one_another_are_refused(load: Load) -> None:
    one = {"participants": "a; b", "date": "2024-06-26"}
    receipt = load(one, one, one | {"summary": "They met again."}, one | {"quote": "they met again"})
    assert receipt.inserted == 4
    (reject,) = told(receipt)
    assert reject.startswith("line 3: says of the same names, date and document what line 1 says otherwise; give a key")


def test_rows_that_tell_one_document_in_two_ways_are_refused(load: Load) -> None:
    one = {"url": "https://d.example/1", "title": "Grain", "participants": "a"}
    receipt = load(one | {"published_on": "2024-06-26"}, one | {"published_on": "2024-06-27", "place": "Oslo"})
    assert told(receipt) == [
        "line 2, column published_on: line 1 says '2024-06-26' of the same document (got '2024-06-27')"
    ]


@pytest.mark.parametrize(
    ("cell", "separator"), [("Saito, Ken", ","), ("斎藤健、レモンド", "、")]
)  # fmt: skip
def test_a_comma_between_names_is_asked_for(load: Load, db: Database, cell: str, separator: str) -> None:
    with pytest.raises(
        ClaimsError, match=rf"line 1, column who: '{cell}' may be one name or several; --set separator='{separator}'"
    ):
        load({"who": cell, "place": "Oslo, Norway"}, columns={"participant": "who"})
    load({"who": cell, "place": "Oslo"}, columns={"participant": "who"}, separator=separator)
    assert db.sql("select count(*) as n from arguments where role = 'participant'") == [{"n": 2}]
    load({"who": cell, "place": "Bergen"}, columns={"participant": "who"}, separator=";")
    assert db.sql("select count(*) as n from arguments where role = 'participant'") == [{"n": 3}]


def test_words_of_the_table_mean_what_the_mapping_says(db: Database, load: Load) -> None:
    load({"Art": "Treffen"}, columns={"kind": "Art"}, values={"kind": {"Treffen": "meet"}}, always={"kind": ""})
    assert db.sql("select kind from claims") == [{"kind": "meet"}]


def test_lists_in_cells_are_several_names(db: Database, load: Load) -> None:
    load({"participants": ["Saito, Ken", "Gina Raimondo"], "quote": ["they met", "they spoke"]})
    assert db.sql("select mention from arguments order by seq") == [
        {"mention": "Saito, Ken"},
        {"mention": "Gina Raimondo"},
    ]


@pytest.mark.parametrize(
    ("row", "mapping", "message"),
    [
        ({"particpants": "a", "Comments": "b"}, {},
         r"the table: no field is called 'particpants' \(did you mean 'participant'\?\), 'Comments'; give a mapping"),
        ({"a": "b"}, {"columns": {"date": "Datum"}},
         "the mapping reads date from a column 'Datum', which the table does not have"),
        ({"Datum": "b"}, {"columns": {"datte": "Datum"}}, "no field is called 'datte'. did you mean 'date'"),
        ({"participants": "a"}, {"always": {"kind": "meet"}}, "no column gives phase"),
        ({"participants": "a"}, {"always": {"kind": "meet", "phase": "occurred"}},
         "no column says which document a row rests on"),
        ({"participants": "a"}, {"key": "No"}, "the table has no column 'No' to be its key"),
        ({"participants": "a"}, {"colums": {}}, "there is no setting 'colums'. did you mean 'columns'"),
        ({"participants": "a"}, {"dates": "dayfirst"}, "the mapping: dates: Invalid enum value 'dayfirst'"),
    ],
)  # fmt: skip
def test_what_the_whole_table_lacks_is_said_once(db: Database, row: dict[str, str], mapping: Any, message: str) -> None:
    with pytest.raises(ClaimsError, match=message):
        db.load([row], mapping=mapping)


def test_columns_that_a_mapping_leaves_out_are_told(load: Load) -> None:
    receipt = load({"who": "a", "Comments": "b", "Mood": "c"}, columns={"participant": "who"}, ignore="Mood")
    assert receipt.notes == ["the table: not read: Comments"]


def test_settings_stand_over_the_mapping() -> None:
    mapping = mapping_of(
        {"dates": "month first", "always": {"kind": "meet"}}, {"dates": "day first", "phase": "occurred"}
    )
    assert (mapping.dates, mapping.always) == ("day first", {"kind": "meet", "phase": "occurred"})


def test_a_document_that_is_held_is_cited_by_its_address(db: Database, few: list[dict[str, Any]], load: Load) -> None:
    few[1]["url"] = "https://d.example/1"
    db.load(few)
    receipt = load({"url": "https://d.example/1", "quote": "Lind did not sign", "published_on": "2021-05-05"})
    assert (receipt.inserted, receipt.superseded) == (2, 1)  # the publisher as the row has it, the claim; the day
    assert db.sql("select slug, title, published_on from documents") == [
        {"slug": "daily-1", "title": "Grain", "published_on": "2021-05-05"}
    ]
    assert db.sql("select alignment from evidence where claim_id = 3") == [{"alignment": "exact"}]


def test_two_titles_at_one_address_are_two_documents(db: Database, load: Load) -> None:
    at = {"url": "https://d.example/", "participants": "a"}
    load(at | {"title": "One"}, at | {"title": "Two"}, at | {"title": "One", "place": "Oslo", "language": "en"})
    assert db.sql("select title from documents order by title") == [{"title": "One"}, {"title": "Two"}]
