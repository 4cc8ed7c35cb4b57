"""Each claim found, judged against a gold set: right and whole, incomplete, false, or not in the gold set at all.

A claim is *right* only where its kind, phase, polarity, set of parties and date are those of the gold claim that it is
paired with, and nothing is lacking: whom it is done to, what was spoken of or signed, who says so. It is *false* where
it contradicts that one (other polarity, certain where the text is not, done where it is not, another day or place, a
party who is none, the doer told as the one it is done to, another topic or instrument, said by somebody else), or tells
a trap as a fact. What lacks something and contradicts nothing is *incomplete*.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.evaluate.beside import Beside
from claims.evaluate.differing import DONE, contradictions, lacks
from claims.records import Claim

VERDICTS = ("right", "incomplete", "false", "besides")


class Verdict(NamedTuple):
    """What was made of a claim found; `gold`: what it was paired with, `why`: what is wrong or lacking."""

    verdict: str
    found: Claim
    gold: Claim | None
    why: str


@dataclass
class Judged:
    """All verdicts, and the gold claims that nothing was paired with. `share`, `recall`: see `judged`."""

    verdicts: list[Verdict]
    missed: list[Claim]
    gold: int
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    def count(self, verdict: str) -> int:
        return sum(one.verdict == verdict for one in self.verdicts)

    def share(self, verdict: str) -> float:
        """Of the claims found, those with this verdict."""
        return self.count(verdict) / len(self.verdicts) if self.verdicts else 0.0

    @property
    def recall(self) -> float:
        """Of the gold claims, those found right."""
        return self.count("right") / self.gold if self.gold else 0.0


def judged(
    pairs: Sequence[tuple[Claim, Claim]],
    missed: Sequence[Claim],
    extra: Sequence[Claim],
    texts: dict[str, str],
    beside: Beside | None = None,
    *,
    seed: int = 0,
    resamples: int = 1000,
) -> Judged:
    """Verdicts on pairs (gold, found) and on what was found besides, with 95% bootstrap intervals over documents."""
    beside = beside or Beside()
    verdicts = [_verdict(gold, found, beside) for gold, found in pairs]
    for claim in extra:
        trap = _trapped(claim, beside, texts)
        verdicts.append(Verdict("false" if trap else "besides", claim, None, trap))
    result = Judged(verdicts, list(missed), len(pairs) + len(missed))
    result.intervals = _intervals(result, seed, resamples)
    return result


def _verdict(gold: Claim, found: Claim, beside: Beside) -> Verdict:
    wrong = list(contradictions(gold, found, beside))
    if wrong:
        return Verdict("false", found, gold, "; ".join(wrong))
    lacking = list(lacks(gold, found, beside))
    return Verdict("incomplete" if lacking else "right", found, gold, "; ".join(lacking))


def _trapped(claim: Claim, beside: Beside, texts: dict[str, str]) -> str:
    """Which trap a claim tells as a fact; "" = none."""
    if claim.polarity == "-" or claim.certainty == "U" or claim.phase not in DONE:
        return ""
    text = texts.get(claim.document, "")
    for trap in beside.traps:
        if trap["document"] != claim.document or trap.get("kind") not in (None, claim.kind):
            continue
        at = text.find(trap["quote"])
        for evidence in claim.evidence:
            start, end = evidence.start, evidence.end
            if start is None and evidence.quote is not None:
                start = text.find(evidence.quote)
                end = start + len(evidence.quote)
            if at >= 0 and start is not None and end is not None:
                shared = min(end, at + len(trap["quote"])) - max(start, at)
                if shared > 0.5 * min(end - start, len(trap["quote"])):
                    return f"a trap: {trap['why']}"
    return ""


def _intervals(result: Judged, seed: int, resamples: int) -> dict[str, tuple[float, float]]:
    counts: dict[str, list[int]] = {}
    for one in result.verdicts:
        row = counts.setdefault(one.found.document, [0, 0, 0, 0])
        row[0] += 1
        row[1] += one.verdict == "right"
        row[2] += one.verdict == "false"
        row[3] += one.gold is not None
    for claim in result.missed:
        counts.setdefault(claim.document, [0, 0, 0, 0])[3] += 1
    rows = list(counts.values())
    measures: dict[str, tuple[int, int]] = {"right": (1, 0), "false": (2, 0), "recall": (1, 3)}
    chooser = random.Random(seed)
    drawn: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(resamples if len(rows) > 1 else 1):
        sample = chooser.choices(rows, k=len(rows)) if len(rows) > 1 else rows
        sums = [sum(row[at] for row in sample) for at in range(4)]
        for name, (top, bottom) in measures.items():
            drawn[name].append(sums[top] / sums[bottom] if sums[bottom] else 0.0)
    found = {}
    for name, values in drawn.items():
        values.sort()
        found[name] = values[int(0.025 * len(values))], values[min(int(0.975 * len(values)), len(values) - 1)]
    return found
