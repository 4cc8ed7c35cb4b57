"""What the reader makes of the articles in gold/dev: a floor under what is right, and no trap told as a fact.

Those in gold/test are only checked to be sound; `claims evaluate` reports on them.
"""

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

GOLD = Path(__file__).parent / "gold"
DONE = ("occurred", "ongoing", "implemented", "discussed")


def articles(folder: str) -> list[str]:
    return sorted(path.stem for path in (GOLD / folder).glob("*.jsonl") if "." not in path.stem)


def lines(folder: str, name: str, part: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / folder / f"{name}.{part}.jsonl").read_text("utf-8").splitlines()]


@cache
def records(folder: str, name: str) -> list[Record]:
    return [decode(line) for line in (GOLD / folder / f"{name}.jsonl").read_bytes().splitlines()]


@cache
def found(name: str) -> list[Claim]:
    (page,) = (one for one in records("dev", name) if isinstance(one, Document))
    if missing(page.language):
        pytest.skip(missing(page.language))
    return [one for one in extract(page, shipped_names()) if one.kind != "hold_office"]


def verdicts(names: list[str]) -> Judged:
    gold = [one for name in names for one in records("dev", name)]
    beside = [line for name in names for part in ("traps", "names") for line in lines("dev", name, part)]
    scores = evaluate(gold, [claim for name in names for claim in found(name)])
    texts = {one.slug or "": one.text or "" for one in gold if isinstance(one, Document)}
    return judged(scores.matched, scores.missed, scores.extra, texts, Beside(beside))


@pytest.mark.parametrize(("language", "right"), [("en", 33), ("ja", 11), ("ko", 14)])
def test_the_reader_on_articles_of_other_beats(language: str, right: int) -> None:
    made = verdicts([name for name in articles("dev") if name.endswith(language)])
    assert made.count("right") >= right, faults(made)
    assert made.count("false") == 0, faults(made)


@pytest.mark.parametrize("name", articles("dev"))
def test_no_trap_is_told_as_a_fact(name: str) -> None:
    (page,) = (one for one in records("dev", name) if isinstance(one, Document))
    text = page.text or ""
    told = [one for one in found(name) if one.polarity == "+" and one.certainty != "U" and one.phase in DONE]
    for trap in lines("dev", name, "traps"):
        start = text.index(trap["quote"])
        end = start + len(trap["quote"])
        for claim in told:
            (words,) = claim.evidence
            assert words.start is not None
            assert words.end is not None
            within = start <= words.start and words.end <= end
            assert not (within and trap.get("kind", claim.kind) == claim.kind), f"{trap['why']}: {claim.summary}"


@pytest.mark.parametrize("folder", ["dev", "test"])
def test_the_gold_is_sound(folder: str) -> None:
    assert len(articles(folder)) == 6
    for name in articles(folder):
        (page,) = (one for one in records(folder, name) if isinstance(one, Document))
        text = page.text or ""
        for claim in records(folder, name):
            if isinstance(claim, Claim):
                assert all(one.quote and one.quote in text for one in claim.evidence)
        assert all(trap["quote"] in text for trap in lines(folder, name, "traps"))
