"""Dates in words, settled where the words are a date and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from claims.load.dating import dated
from claims.records import Claim, record_from_object
from tests.conftest import claim


def settled(
    language: str = "en", published_on: str | None = "2021-05-04", **fields: Any
) -> tuple[str | None, str | None, str | None]:
    """(date, its basis, due) of a claim that gives only words."""
    one = record_from_object(claim(**{"date": None, "date_text": None, "date_basis": None} | fields))
    assert isinstance(one, Claim)
    found = dated(one, language, published_on)
    return found.date, found.date_basis, found.due


@pytest.mark.parametrize(
    ("language", "words", "date", "basis"),
    [
        ("en", "3 May 2021", "2021-05-03", "stated"), ("en", "on 3 May 2021,", "2021-05-03", "stated"),
        ("en", "On 3 May 2021.", "2021-05-03", "stated"), ("en", "Monday", "2021-05-03", "completed"),
        ("en-GB", "yesterday", "2021-05-03", "relative"), ("en", "since 3 May 2021", "2021-05-03/..", "stated"),
        ("ja", "5月3日に", "2021-05-03", "completed"), ("ja-JP", "昨日、", "2021-05-03", "relative"),
        ("ko", "5월 3일에", "2021-05-03", "completed"), ("en", "3 May and 4 May", None, None),
        ("en", "3 May 2021 or later", None, None), ("en", "early on 3 May 2021", None, None),
        ("en", "soon", None, None), ("en", "31 June 2021", None, None), ("no", "3 May 2021", None, None),
        ("eo", "3 May 2021", None, None),
    ],
)  # fmt: skip
def test_words_that_are_one_date_are_it(language: str, words: str, date: str | None, basis: str | None) -> None:
    assert settled(language, date_text=words) == (date, basis, None)
    assert settled(language, due_text=words) == (None, None, date)


def test_what_the_record_says_stays() -> None:
    assert settled(date_text="Monday", date="2021", due_text="Monday", due="2022") == ("2021", None, "2022")
    assert settled(date_text="Monday", date="2021", date_basis="inherited") == ("2021", "inherited", None)
    assert settled(date_text="Monday", due_text="Tuesday") == ("2021-05-03", "completed", "2021-05-04")
    assert settled(published_on=None, date_text="Monday", due_text="3 May 2021") == (None, None, "2021-05-03")
