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


def test_what_was_there_has_the_place_told_before() -> None:
    claims = read("Ana Lind visited Oslo on Monday and met Jo Berg there. Rain fell. Eva Holm met Jo Berg there.", "en")
    assert [[one.name for one in claim.arguments if one.role == "place"] for claim in claims] == [
        ["Oslo"],
        ["Oslo"],
        [],
    ]


def test_a_day_to_come_is_not_that_of_the_text() -> None:
    (*_, vote) = read("Georgia will lift visas on 1 June. Two members voted against the plan.", "en")
    assert vote.date is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # of what the sentence is about, and not of what it is about beside that
        ("Ana Lind on Wednesday welcomed a vote held on Tuesday. She also met Jo Berg.", ["2025-05-14", "2025-05-14"]),
        ("The council voted on Monday to sell the pier. Rain fell. The council approved a budget.", ["2025-05-12", "2025-05-12"]),
        # behind what a thing is for, and what is asked for or turned down
        ("Rich nations pledged $6 million for a fund to protect coral reefs on Monday, at the end of a meeting.", ["2025-05-12"]),
        ("The union rejected an offer of 3 percent on Monday evening.", ["2025-05-12"]),
        # a clause joined to it, and one on where and when it was
        ("Senators questioned the bank on Monday, and the chairman, Hal Jensen, urged the ministry to act.", ["2025-05-12"]),
        ("Ana Lind hosted a dinner on Monday at which Jo Berg met Eva Holm.", ["2025-05-12"]),
        # a day of another thing says nothing of which Monday is meant
        ("A hearing, set for 12 June, was put off on Monday.", ["2025-05-12"]),
    ],
)  # fmt: skip
def test_the_day_is_that_of_what_is_told(text: str, days: list[str | None]) -> None:
    assert [one.date for one in read(text, "en")] == days


def test_who_voted_then_said_it_then() -> None:
    text = "The Oslo council voted on Tuesday to sell the pier. Rain fell. Roads were flooded. The Oslo council criticised the ministry."
    assert [one.date for one in read(text, "en")] == ["2025-05-13", "2025-05-13"]
    assert read(text.replace("The Oslo council criticised", "The Bergen council criticised"), "en")[-1].date is None


def test_the_day_of_publication_is_only_that_of_saying() -> None:
    text = "The council said on Wednesday that it voted on Tuesday to sell the pier. The council also hired Paul Brandt as director."
    assert [one.date for one in read(text, "en")] == ["2025-05-13", "2025-05-13"]
