from __future__ import annotations

import pytest

from claims.datasette import wording
from claims.vocabulary import TERMS


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-06-26", "2024-06-26", "26 June 2024"),
        ("2024-06-01", "2024-06-30", "June 2024"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-01-01", "2024-12-31", "2023 to 2024"),
        ("2024-06-01", "2024-08-31", "June to August 2024"),
        ("2023-12-01", "2024-02-29", "December 2023 to February 2024"),
        ("2024-06-25", "2024-06-28", "25 June to 28 June 2024"),
        ("2023-12-30", "2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-03-01", None, "from 1 March 2024"),
        (None, "2024-03-01", "until 1 March 2024"),
        (None, None, ""),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_days(earliest: str | None, latest: str | None, words: str) -> None:
    assert wording.days(earliest, latest) == words


@pytest.mark.parametrize(
    ("text", "words"), [("2024-07", "July 2024"), ("2024", "2024"), (None, ""), ("2024-07-08", "8 July 2024")]
)
def test_day(text: str | None, words: str) -> None:
    assert wording.day(text) == words


@pytest.mark.parametrize("phase", list(TERMS["phase"]))
def test_every_phase_has_words_and_denial_other_words(phase: str) -> None:
    told = wording.factuality(phase, "+", "CT", "report")
    assert told != phase
    assert wording.factuality(phase, "-", "CT", "report") != told
    assert wording.factuality(phase, "+", "PR", "report").endswith("· likely")
    assert wording.factuality(phase, "+", "CT", "deny").endswith("a denial")


@pytest.mark.parametrize("act", list(TERMS["speech_act"]))
def test_what_is_rejected_judged_or_called_for_is_not_told_as_a_fact(act: str) -> None:
    assert ("fact" in wording.factuality("occurred", "+", "CT", act)) == (act not in ("deny", "assess", "urge"))


@pytest.mark.parametrize("column", ["certainty", "polarity"])
def test_a_code_that_weakens_a_claim_has_words(column: str) -> None:
    assert {value for value in TERMS[column] if wording.coded(column, value)} == {*TERMS[column]} - {"CT", "+"}


@pytest.mark.parametrize(
    ("text", "language"), [("한미일 회의", "ko"), ("岸田", "ja"), ("ガリウム", "ja"), ("Saito", "en")]
)
def test_language(text: str, language: str) -> None:
    assert wording.language_of(text) == language


@pytest.mark.parametrize(
    ("slot", "value", "words"),
    [
        ("outcome", "cooperate occurred -: semiconductors", "cooperate: told not to be so: semiconductors"),
        ("outcome", "hold_office agreed +", "hold office: agreed, not yet carried out"),
        ("polarity", "expected -", "not expected"),
        ("outcome", "failed", "failed"),
        ("place", "occurred -", "occurred -"),
    ],
)
def test_a_fact_is_told_in_words(slot: str, value: str, words: str) -> None:
    assert wording.fact(slot, value) == words
