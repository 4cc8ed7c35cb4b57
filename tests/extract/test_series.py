"""Which of its series a meeting was: "the fourth JUCIP ministerial", 第2回会合, 제1차 회의."""

from __future__ import annotations

import pytest

from claims.records import Claim
from tests.extract.reader import named, read


def ranks(text: str, language: str) -> list[Claim]:
    return [one for one in read(text, language) if one.kind == "rank"]


@pytest.mark.parametrize(
    ("language", "text", "number", "series"),
    [
        ("en", "Ana Lind and Jo Berg held the third Baltic ministerial dialogue in Oslo on May 12.", "3", "Baltic ministerial dialogue"),
        ("en", "Ana Lind met Jo Berg on May 12 for the inaugural Nordic summit.", "1", "Nordic summit"),
        ("en", "Ana Lind and Jo Berg met on May 12 for the latest round of the Baltic Dialogue.", "last", "round of the Baltic Dialogue"),
        ("en", "On May 12 Ana Lind attended the 14th Baltic trade summit.", "14", "Baltic trade summit"),
        ("ja", "日本とペルーは12日、東京で第２回日ペルー経済対話を開いた。", "2", "日ペルー経済対話"),
        ("ja", "4回目の政策会合が12日、東京で開かれた。", "4", "政策会合"),
        ("ko", "한국과 페루는 12일 서울에서 제14차 어업공동위원회를 열었다.", "14", "어업공동위원회"),
        ("ko", "한국과 페루는 12일 서울에서 세 번째 전략대화를 열었다.", "3", "전략대화"),
    ],
)  # fmt: skip
def test_a_counted_meeting_has_its_place_in_the_series(language: str, text: str, number: str, series: str) -> None:
    (claim,) = ranks(text, language)
    assert (claim.quantity, named(claim, "framework")) == (number, [series])
    assert (claim.date or "")[5:] == "05-12"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "日本の林外相とペルーのリンド外相は12日、東京で初めて会談した。"),
        ("ko", "한국과 페루는 12일 서울에서 첫 회의를 열었다."),
    ],
)
def test_a_meeting_without_a_name_is_counted_as_that_of_those_who_met(language: str, text: str) -> None:
    (claim,) = ranks(text, language)
    assert claim.quantity == "1"
    assert len(named(claim, "participant")) == 2
    assert named(claim, "framework") == []


def test_what_is_said_of_it_behind_the_meeting_has_the_day_of_the_meeting() -> None:
    (claim,) = ranks(
        "Ana Lind met Jo Berg in Oslo on May 12. It was the first summit of the two countries since 2019.", "en"
    )
    assert (claim.quantity, (claim.date or "")[5:]) == ("1", "05-12")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ana Lind and Jo Berg will hold the third Baltic dialogue in Oslo in June."),
        ("en", "Ana Lind denied that she had attended the third Baltic dialogue in Oslo."),
        ("en", "On the first day of the Baltic summit, Ana Lind met Jo Berg in Oslo."),
        ("en", "It was not the first summit of the two countries."),
        ("ja", "日本とペルーは来月、東京で第２回日ペルー経済対話を開く。"),
        ("ja", "両国は2回の会合を開いた。"),
        ("ko", "한국과 페루는 다음 달 서울에서 제2차 경제대화를 연다."),
        ("ko", "노조는 12일 첫 회의를 열었다."),
    ],
)
def test_what_did_not_take_place_or_is_not_counted_has_no_place(language: str, text: str) -> None:
    assert ranks(text, language) == []
