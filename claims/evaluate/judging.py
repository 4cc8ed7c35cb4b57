"""Each claim found, judged against a gold set: right and whole, incomplete, false, or not in the gold set at all.

A claim is *right* only where its kind, phase, polarity, set of parties and date are those of the gold claim that it is
paired with. It is *false* where it contradicts that one (other polarity, certain where the text is not, done where it is
not, another day, a party who is none, said by somebody else), or tells a trap as a fact. What lacks something and
contradicts nothing is *incomplete*.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claims.dates import bounds
from claims.names import name_key
from claims.records import Argument, Claim
from claims.vocabulary import ROLES

VERDICTS = ("right", "incomplete", "false", "besides")
_PARTIES = {name for name, role in ROLES.items() if role.is_party}
_DONE = {"occurred", "ongoing", "implemented", "discussed"}
_UNDONE = {"failed", "cancelled"}
#: bases of dates that the sentence itself does not give
_LENT = ("inherited", "published")


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


class Beside:
    """What stands beside a gold set: traps (statements that must not be told as facts) and other forms of names."""

    def __init__(self, lines: Iterable[dict[str, Any]] = ()) -> None:
        self.traps: list[dict[str, Any]] = []
        self.forms: dict[str, list[set[str]]] = {}
        for line in lines:
            if "not_fact" in line:
                self.traps.append(line)
            elif "also" in line:
                self.forms.setdefault(line["document"], []).append({name_key(n) for n in [line["name"], *line["also"]]})

    def same(self, document: str, one: str, other: str) -> bool:
        """Whether two names mean the same one: equal, one a part of the other, or forms of one name."""
        left, right = name_key(one), name_key(other)
        if not left or not right:
            return False
        words, others = _words(one), _words(other)
        if left == right or words <= others or others <= words:
            return True
        if not one.isascii() and min(len(left), len(right)) > 1 and (left in right or right in left):
            return True
        for forms in self.forms.get(document, ()):
            if any(left == f or (len(left) > 2 and left in f) for f in forms) and any(
                right == f or (len(right) > 2 and right in f) for f in forms
            ):
                return True
        return False


def _words(name: str) -> set[str]:
    return {
        name_key(word)
        for word in name.replace("’s", "").replace("'s", "").split()
        if word.lower() not in ("the", "a", "an", "of")
    }


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
    wrong = list(_contradictions(gold, found, beside))
    if wrong:
        return Verdict("false", found, gold, "; ".join(wrong))
    lacking = list(_lacks(gold, found, beside))
    return Verdict("incomplete" if lacking else "right", found, gold, "; ".join(lacking))


def _parties(claim: Claim) -> list[Argument]:
    return [one for one in claim.arguments if one.role in _PARTIES]


def _same(one: Argument, other: Argument, document: str, beside: Beside) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return beside.same(document, one.name, other.name)


def _contradictions(gold: Claim, found: Claim, beside: Beside) -> Iterable[str]:
    if gold.polarity != found.polarity and not (gold.phase in _UNDONE or found.phase in _UNDONE):
        yield f"polarity {found.polarity}, not {gold.polarity}"
    told, meant = (found.phase, found.polarity), (gold.phase, gold.polarity)
    if (
        found.phase in _DONE
        and found.polarity == "+"
        and meant != told
        and (gold.phase not in _DONE or gold.polarity == "-")
    ) or (gold.phase in _DONE and gold.polarity == "+" and (found.phase in _UNDONE)):
        yield f"told as {found.phase}, not {gold.phase}"
    if gold.certainty == "U" and found.certainty == "CT" and found.phase in _DONE:
        yield "told as certain"
    strangers = [
        one.name
        for one in _parties(found)
        if not any(_same(other, one, gold.document, beside) for other in gold.arguments)
        and (not one.name.isascii() or one.name[:1].isupper())
    ]
    if strangers and _parties(gold):
        yield f"{', '.join(strangers)} is no party"
    if found.asserter and gold.asserter and not beside.same(gold.document, gold.asserter, found.asserter):
        yield f"said by {gold.asserter}, not {found.asserter}"
    if (
        gold.date
        and found.date
        and _apart(gold.date, found.date)
        and not (gold.due and not _apart(gold.due, found.date))
    ):
        yield f"date {found.date}, not {gold.date}"


def _lacks(gold: Claim, found: Claim, beside: Beside) -> Iterable[str]:
    if gold.phase != found.phase:
        yield f"phase {found.phase}, not {gold.phase}"
    if gold.polarity != found.polarity:
        yield f"polarity {found.polarity}, not {gold.polarity}"
    mine, theirs = _parties(gold), _parties(found)
    absent = [one.name for one in mine if not any(_same(one, other, gold.document, beside) for other in theirs)]
    if absent:
        yield f"without {', '.join(absent)}"
    more = [one.name for one in theirs if not any(_same(other, one, gold.document, beside) for other in mine)]
    if more:
        yield f"{', '.join(more)} besides"
    if not _same_days(gold.date, found.date) and not (gold.date is None and found.date_basis in _LENT):
        yield f"date {found.date}, not {gold.date}"


def _same_days(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and bounds(one) == bounds(other))


def _apart(one: str, other: str) -> bool:
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    return (start or "") > (other_end or "9999") or (other_start or "") > (end or "9999")


def _trapped(claim: Claim, beside: Beside, texts: dict[str, str]) -> str:
    """Which trap a claim tells as a fact; "" = none."""
    if claim.polarity == "-" or claim.certainty == "U" or claim.phase not in _DONE:
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
