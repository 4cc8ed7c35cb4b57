"""Talks of ministers as agencies tell of them: who was there, where, on which day, and what they agreed."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read

PARTIES = ("participant", "signatory", "agent")


def test_a_body_with_and_in_its_name_is_named_whole_and_its_place_is_the_meetings() -> None:
    text = "Ken Saito and Gina Raimondo held the third meeting of the Japan-U.S. Commercial and Industrial Partnership in Washington."
    claim, _rank = read(text, "en")
    framework = "third meeting of the Japan-U.S. Commercial and Industrial Partnership"
    assert (named(claim, "framework"), named(claim, "place")) == ([framework], ["Washington"])


def test_who_joins_others_meets_them_and_all_are_meant_afterwards() -> None:
    text = (
        "Chile's Ana Lind and Peru's Anton Velik met on Wednesday. Later in the day Lind and Velik were joined by Al Wu. "
        "The three ministers agreed to meet annually."
    )
    joined, agreed = read(text, "en")[-2:]
    assert (joined.kind, joined.date, named(joined, *PARTIES)) == (
        "meet",
        "2025-05-14",
        ["Al Wu", "Ana Lind", "Anton Velik"],
    )
    assert (agreed.phase, named(agreed, *PARTIES)) == ("agreed", ["Al Wu", "Ana Lind", "Anton Velik"])


@pytest.mark.parametrize("when", ["Later in the day", "Earlier that day", "That afternoon", "On the same day"])
def test_a_part_of_the_day_is_the_day_of_the_talks(when: str) -> None:
    claim = read(f"Chile and Peru met in Oslo on Monday. {when} Ana Lind met Al Wu.", "en")[-1]
    assert claim.date == "2025-05-12"


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("en", "Chile and Peru confirmed cooperation on quantum technology and biotechnology.", ["biotechnology", "quantum technology"]),
        ("ja", "岡村外相とベルグ外相は13日、会談した。会合では量子技術、バイオ技術での協力も確認した。", ["バイオ技術", "量子技術"]),
    ],
)  # fmt: skip
def test_cooperation_that_is_confirmed_is_agreed(language: str, text: str, topics: list[str]) -> None:
    claim = read(text, language)[-1]
    assert (claim.kind, claim.phase, named(claim, "topic")) == ("cooperate", "agreed", topics)
    assert len(named(claim, "participant")) == 2


def test_who_was_met_attends_the_meeting_that_is_told_next() -> None:
    claims = read(
        "斎藤健経済産業相は26日、ベルグ商務長官と会談し、第3回閣僚会合を開いた。両氏は協力することで一致した。", "ja"
    )
    parties = [named(one, *PARTIES) for one in claims if one.kind != "rank"]
    assert parties == [["ベルグ", "斎藤健"]] * 3
    assert claims[-1].date == claims[0].date == "2025-04-26"


def test_those_of_whom_the_sentence_tells_agree() -> None:
    text = (
        "岡村外相とベルグ外相は13日、会談した。続いて日米韓の初めての外相会合も開かれ、毎年会合を開くことで合意した。"
    )
    assert named(read(text, "ja")[-1], *PARTIES) == ["日本", "米国", "韓国"]


def test_a_list_of_ministers_in_korean_is_whole_and_meant_by_the_three() -> None:
    text = "안덕근 장관은 26일 지나 러몬도 미 상무장관, 사이토 겐 일본 경제산업상과 회담했다. 3국 장관은 회의를 매년 열기로 합의했다."
    met, agreed = read(text, "ko")
    assert named(met, *PARTIES) == named(agreed, *PARTIES) == ["사이토 겐", "안덕근", "지나 러몬도"]


def test_joint_is_no_topic() -> None:
    (claim,) = read("岡村外相とベルグ外相は共同声明を発表した。", "ja")
    assert named(claim, "topic") == []
