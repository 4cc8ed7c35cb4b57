"""No sentence that denies, doubts, plans or asks for a thing is read as if it were done: each frame with verbs by turns."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.extract.reader import reading

FRAMES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "no_fact.toml").read_text())
_AT_ONCE = 2  # verbs tried in one frame; each verb has its turn


def _cases(language: str) -> list[tuple[str, str]]:
    """A kind and a sentence of no fact; し before ず is せ."""
    own = FRAMES[language]
    verbs = own["verbs"]
    return [
        (verb["kind"], frame.format(**verb).replace("X", own["somebody"]).replace("しずに", "せずに"))
        for at, frame in enumerate(own["sentences"])
        for verb in (verbs[(at * _AT_ONCE + turn) % len(verbs)] for turn in range(_AT_ONCE))
    ]


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_nothing_is_told_as_fact(language: str) -> None:
    told = [
        (kind, sentence)
        for kind, sentence in _cases(language)
        for claim in reading(sentence, language, "2025-05-14").claims
        if (claim.kind, claim.phase, claim.polarity) == (kind, "occurred", "+") and claim.certainty in (None, "CT")
    ]
    assert told == []


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_what_was_done_is_told(language: str) -> None:
    """Else nothing read at all would pass for caution."""
    past = {"en": "X {past}.", "ja": "Xは{past}。", "ko": "X은 {of} {noun}했다."}[language]
    for verb in FRAMES[language]["verbs"]:
        sentence = past.format(**verb).replace("X", FRAMES[language]["somebody"])
        claims = reading(sentence, language, "2025-05-14").claims
        told = [(one.kind, one.phase, one.polarity) for one in claims if one.kind != "hold_office"]
        assert told == [(verb["kind"], "occurred", "+")], sentence
