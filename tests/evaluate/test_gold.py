"""What the reader makes of the articles in gold/dev: a floor under what is right, and no trap told as a fact."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from claims.evaluate import Beside, Judged, evaluate, faults, judged
from claims.extract import extract, shipped_names
from claims.records import Claim, Document, Record, decode
from tests.extract.reader import missing

GOLD = Path(__file__).parent / "gold" / "dev"
DONE = ("occurred", "ongoing", "implemented", "discussed")


def articles() -> list[str]:
    return sorted(path.stem for path in GOLD.glob("*.jsonl") if "." not in path.stem)


def lines(name: str, part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / f"{name}.{part}.jsonl").read_text("utf-8").splitlines()]


@cache
def records(name: str) -> list[Record]:
    return [decode(line) for line in (GOLD / f"{name}.jsonl").read_bytes().splitlines()]


@cache
def found(name: str, least: float = 0) -> list[Claim]:
    (page,) = (one for one in records(name) if isinstance(one, Document))
    if missing(page.language):
        pytest.skip(missing(page.language))
    return [one for one in extract(page, shipped_names(), least=least) if one.kind != "hold_office"]


def verdicts(names: list[str], least: float = 0) -> Judged:
    gold = [one for name in names for one in records(name)]
    beside = [line for name in names for part in ("traps", "names") for line in lines(name, part)]
    scores = evaluate(gold, [claim for name in names for claim in found(name, least)])
    texts = {one.slug or "": one.text or "" for one in gold if isinstance(one, Document)}
    return judged(scores.matched, scores.missed, scores.extra, texts, Beside(beside))


#: language -> how many claims are right at least, and false at most
FLOORS = {"en": (1188, 1), "ja": (785, 1), "ko": (1110, 4)}


@pytest.mark.parametrize("language", FLOORS)
def test_the_reader_on_articles_of_other_beats(language: str) -> None:
    right, false = FLOORS[language]
    made = verdicts([name for name in articles() if name.endswith(language)])
    assert made.count("right") >= right, faults(made)
    assert made.count("false") <= false, faults(made)


@pytest.mark.parametrize("name", articles())
def test_no_trap_is_told_as_a_fact(name: str) -> None:
    (page,) = (one for one in records(name) if isinstance(one, Document))
    text = page.text or ""
    borne_out = [one.found for one in verdicts([name]).verdicts if one.verdict in ("right", "incomplete")]
    told = [one for one in found(name) if one.polarity == "+" and one.certainty != "U" and one.phase in DONE]
    for trap in lines(name, "traps"):
        start = text.index(trap["quote"])
        end = start + len(trap["quote"])
        for claim in told:
            (words,) = claim.evidence
            assert words.start is not None
            assert words.end is not None
            within = start <= words.start and words.end <= end and claim not in borne_out
            assert not (within and trap.get("kind", claim.kind) == claim.kind), f"{trap['why']}: {claim.summary}"


@pytest.mark.parametrize("name", articles())
def test_the_gold_is_sound(name: str) -> None:
    (page,) = (one for one in records(name) if isinstance(one, Document))
    text = page.text or ""
    for claim in records(name):
        if isinstance(claim, Claim):
            assert all(one.quote and one.quote in text for one in claim.evidence)
    assert all(trap["quote"] in text for trap in lines(name, "traps"))
