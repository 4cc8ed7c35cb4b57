"""A vote by which a thing was turned down failed, in each language; one of which only some votes are told did not."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council rejected the plan on Monday."),
        ("en", "The plan was rejected by the council."),
        ("en", "The bill was voted down by the senate in January."),
        ("en", "The assembly read the bill and voted it down in January."),
        ("en", "The assembly voted down an offer of talks in January."),
        ("en", "The president vetoed the bill on Friday."),
        ("en", "A proposal to expel both countries was defeated by 71 votes to 54."),
        ("en", "Parliament voted against the bill on Tuesday."),
        ("en", "The health board voted against closing the clinic."),
        ("en", "Miners voted 212 to 40 against joining the walkout."),
        ("ja", "市議会は予算案を否決した。"),
        ("ja", "予算案は市議会で否決された。"),
        ("ko", "시의회는 예산안을 부결시켰다."),
        ("ko", "예산안은 시의회에서 부결됐다."),
    ],
)
def test_what_is_voted_down_failed(language: str, text: str) -> None:
    assert [one.split()[:3] for one in told(read(text, language))] == [["vote", "failed", "CT"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two trustees voted against the merger."),
        ("en", "Some senators voted against the bill."),
        ("en", "Denmark voted against the proposal."),
        ("en", "The council voted on the plan on Monday."),
        ("en", "The council voted to sell the land."),
        ("en", "The council approved the plan on Monday."),
        ("ja", "市議会は予算案を可決した。"),
        ("ja", "市議会は予算案を採決した。"),
        ("ko", "시의회는 예산안을 가결했다."),
    ],
)
def test_what_is_carried_or_not_told_occurred(language: str, text: str) -> None:
    assert [one.split()[:3] for one in told(read(text, language))] == [["vote", "occurred", "CT"]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The council did not reject the plan."),
        ("en", "The senate has never voted against a governor."),
        ("ja", "市議会は予算案を否決しなかった。"),
    ],
)
def test_what_was_not_voted_down_did_not_fail(language: str, text: str) -> None:
    assert [one.split()[:4] for one in told(read(text, language))] == [["vote", "occurred", "not", "CT"]]


def test_a_vote_and_its_end_are_one_claim() -> None:
    (vote,) = read("시의회는 예산안을 지난 20일 표결에 부쳤으나 부결됐다.", "ko", "2025-05-24")
    assert (vote.phase, vote.date) == ("failed", "2025-05-20")
    assert named(vote, "agent", "topic") == ["시의회", "예산안"]


def test_a_bill_that_passed_was_voted_on() -> None:
    for text in (
        "The bill passed by 87 votes to 12.",
        "The motion passed with 87 votes.",
        "A budget passed on Tuesday.",
    ):
        (vote,) = read(text, "en")
        assert (vote.kind, vote.phase, len(named(vote, "topic"))) == ("vote", "occurred", 1)
    assert read("The parade passed the bank.", "en") == []
