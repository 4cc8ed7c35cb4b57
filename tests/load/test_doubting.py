"""What is hardly meant so, at its edges: a day more or less, a letter more or less."""

from __future__ import annotations

from typing import Any

import pytest

from claims import dates
from claims.load.doubting import doubts
from claims.records import Claim, record_from_object
from tests.conftest import TEXT, claim

TODAY = "2021-06-10"


def doubted(published_on: str | None = "2021-05-04", texts: tuple[str, ...] = (TEXT,), **fields: Any) -> list[str]:
    """The fields in doubt of a claim of a document of that day, which is read today."""
    one = record_from_object(claim(**fields))
    assert isinstance(one, Claim)
    none: dates.Bounds = (None, None)
    bounds, due = (dates.bounds(edtf) if edtf else none for edtf in (one.date, one.due))
    rows: list[tuple[Any, ...]] = [
        (seq, a.role, a.name, None, None, TEXT.find(a.name) if a.name in TEXT else None, 9)
        for seq, a in enumerate(one.arguments)
    ]
    rows = [(*row[:-1], None) if row[-2] is None else row for row in rows]
    return [field for field, _ in doubts(one, texts, rows, published_on, bounds, due, TODAY)]


@pytest.mark.parametrize(
    ("published_on", "fields", "expected"),
    [
        # told as done though the document is older, by more than a month, or not yet come
        ("2021-05-04", {"date": "2021-06-04"}, []), ("2021-05-04", {"date": "2021-06-05"}, ["date"]),
        ("2021-05-04", {"date": "2021-06-05", "phase": "implemented"}, ["date"]),
        ("2021-05-04", {"date": "2021-06-05", "phase": "scheduled"}, []), ("2021-05-04", {"date": "2021-06-05", "polarity": "-"}, []),
        ("2021-06-09", {"date": "2021-06-10"}, []), ("2021-06-09", {"date": "2021-06-11"}, ["date"]),
        ("2021-05", {"date": "2021-06-10"}, []),
        ("2021", {"date": "2021-12-31"}, []), ("2020", {"date": "2021-01-31"}, []), ("2020", {"date": "2021-02-01"}, ["date"]),
        (None, {"date": "2021-06-10"}, []),
        (None, {"date": "2021-06-11"}, ["date"]), ("2021-05-04", {"date": "2021-06"}, []), ("2021-05-04", {"date": "../2030"}, []),
        ("2021-05-04", {"date": "2021-05-04/.."}, []),
        # of another calendar
        ("2021-05-04", {"date": "2081", "phase": "scheduled"}, []), ("2021-05-04", {"date": "2082", "phase": "scheduled"}, ["date"]),
        ("2021-05-04", {"date": "2082"}, ["date"]),
        (None, {"date": "2081", "phase": "scheduled"}, []), ("1961", {"date": "2021", "phase": "scheduled"}, []),
        ("1960", {"date": "2021", "phase": "scheduled"}, ["date"]),
        ("2021", {"date": "1000"}, []), ("2021", {"date": "0999-12-31"}, ["date"]), ("2021", {"date": "0999/1001"}, []),
        ("2021", {"date": "0999/.."}, []),
        # due before it was promised
        ("2021", {"phase": "agreed", "due": "2021-05-02"}, ["due"]), ("2021", {"phase": "agreed", "due": "2021-05-03"}, []),
        ("2021", {"phase": "agreed", "due": "2021-05"}, []),
        ("2021", {"phase": "agreed", "due": "2020/.."}, []), ("2021", {"phase": "agreed", "due": "2020", "date": "../2022"}, []),
        # words that are no one date
        ("2021", {"date": None, "date_basis": None, "date_text": "Oslo"}, []),
        ("2021", {"date": None, "date_basis": None, "date_text": "3 May 2021. They"}, ["date_text"]),
        ("2021", {"date": None, "date_basis": None, "date_text": None}, []),
    ],
)  # fmt: skip
def test_dates(published_on: str | None, fields: dict[str, Any], expected: list[str]) -> None:
    assert doubted(published_on, **fields) == expected


def names(*some: tuple[str, str]) -> dict[str, Any]:
    return {"arguments": [{"role": role, "name": name} for role, name in some]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # nobody takes part
        (names(("place", "Oslo")) | {"event": None}, ["arguments"]), (names(("place", "Oslo")), []),
        (names(("place", "Oslo")) | {"event": None, "kind": "sign"}, ["arguments"]),
        (names(("place", "Oslo")) | {"event": None, "kind": "visit"}, ["arguments"]),
        (names(("place", "Oslo")) | {"event": None, "kind": "discuss"}, []),
        (names(("host", "Lind")) | {"event": None}, []), (names(("framework", "grain data")) | {"event": None}, []),
        (names(("instrument", "grain data")) | {"event": None}, []),
        (names(("topic", "grain data")) | {"event": None}, ["arguments"]),
        # one name twice
        (names(("participant", "Lind"), ("participant", "Lind")), ["arguments"]), (names(("participant", "Lind"), ("host", "Lind")), []),
        (names(("participant", "Lind"), ("participant", "Ueda")), []), (names(*[("participant", "Lind"),
        ("participant", "Ueda")] * 2), ["arguments", "arguments"]),
        # words and names of no text
        ({"date_text": "4 May 2021"}, ["date_text"]), ({"date_text": "3 MAY  2021"}, []), ({"date_text": "３ May 2021"}, []),
        (names(("participant", "Ek"), ("participant", "Lind")), ["arguments[0].name"]), (names(("participant", "Lind"),
        ("host", "Bo Ek")), ["arguments[1].name"]),
        (names(("participant", "GOVERNOR  lind")), []), (names(("place", "Bergen"), ("participant", "Lind")), []),
    ],
)  # fmt: skip
def test_names_and_words(fields: dict[str, Any], expected: list[str]) -> None:
    assert doubted(**fields) == expected


def test_words_may_stand_in_any_text_that_is_quoted_and_in_none_that_is_withheld() -> None:
    strange: dict[str, Any] = {"date_text": "Monday"} | names(("participant", "Ek"))
    assert doubted(**strange) == ["date_text", "arguments[0].name"]
    assert doubted(texts=(TEXT, "On Monday, Ek left."), **strange) == []
    assert doubted(texts=(TEXT, "x", "On Monday"), **strange) == ["arguments[0].name"]
    assert doubted(texts=(), **strange) == []
