"""What a text tells of the day of its first sentence without naming it again, in English."""

from __future__ import annotations

import pytest

from tests.extract.reader import read

_LEDE = "The Carver County Library Board voted on Tuesday to close two branches. "


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # right behind the first sentence
        (_LEDE + "Two members voted against the closure.", "2025-05-13"),
        # "also" adds to it, wherever it stands
        (_LEDE + "Friends of Millbrook plan to sue. The board also hired Paul Brandt as director.", "2025-05-13"),
        (
            _LEDE + "Friends of Millbrook plan to sue. The board also hired Paul Brandt, who left York in 2021.",
            "2025-05-13",
        ),
        # a time of its own, something of before, and what is told now
        (_LEDE + "Two members had voted against the closure.", None),
        (_LEDE + "Two members have voted against such closures.", None),
        (_LEDE + "Friends of Millbrook plan to sue. Shareholders of Velora voted against a merger.", None),
    ],
)
def test_the_day_goes_on(text: str, day: str | None) -> None:
    assert read(text, "en")[-1].date == day


def test_those_who_were_there_said_it_then() -> None:
    text = "Ana Lind met Jo Berg in Oslo on Monday. Rain fell all day. Norway was hit by floods. Lind criticised the tariffs."
    assert [one.date for one in read(text, "en")] == ["2025-05-12", "2025-05-12"]
    other = text.replace("Lind criticised", "Eva Holm criticised")
    assert read(other, "en")[-1].date is None


def test_a_day_to_come_is_not_that_of_the_text() -> None:
    (*_, vote) = read("Georgia will lift visas on 1 June. Two members voted against the plan.", "en")
    assert vote.date is None


def test_who_voted_then_said_it_then() -> None:
    text = "The Oslo council voted on Tuesday to sell the pier. Rain fell. Roads were flooded. The Oslo council criticised the ministry."
    assert [one.date for one in read(text, "en")] == ["2025-05-13", "2025-05-13"]
    assert read(text.replace("The Oslo council criticised", "The Bergen council criticised"), "en")[-1].date is None


def test_the_day_of_publication_is_only_that_of_saying() -> None:
    text = "The council said on Wednesday that it voted on Tuesday to sell the pier. The council also hired Paul Brandt as director."
    assert [one.date for one in read(text, "en")] == ["2025-05-13", "2025-05-13"]
