"""How well one set of claims agrees with another: extracted against read by hand, or two extractors side by side.

Two claims of one document can match where they are of one kind and share at least half of the shorter one's evidence
characters. Matching is one to one and maximises the sum of shared evidence and shared arguments, so that a claim told
twice counts once. Precision, recall and F1 count matches; slots are scored on the matched pairs.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claims.dates import bounds
from claims.evaluate.beside import Beside
from claims.evaluate.differing import PARTIES
from claims.evaluate.pairing import Pair, best_pairs
from claims.names import name_key
from claims.records import Argument, Claim, Document, Record

_SHARED = 0.5


class Rate(NamedTuple):
    """Counts and what follows from them: `right` of those in the gold set (`gold`) and of those found (`found`)."""

    right: int
    gold: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


@dataclass
class Scores:
    """What an evaluation found.

    `overall` and `kinds` count claims; `parties` (role and who) and `places` count arguments of matched claims;
    `date_exact` and `date_overlapping` count dates of matched claims; `phase`, `polarity` and `certainty` are shares
    of matched claims that agree; `span_overlap` is the mean of intersection over union of their evidence; `interval`
    is the 95% bootstrap interval of the overall F1 over documents.
    """

    overall: Rate
    kinds: dict[str, Rate]
    parties: Rate
    places: Rate
    date_exact: Rate
    date_overlapping: Rate
    phase: float
    polarity: float
    certainty: float
    span_overlap: float
    interval: tuple[float, float]
    matched: list[tuple[Claim, Claim]] = field(repr=False)
    missed: list[Claim] = field(repr=False)
    extra: list[Claim] = field(repr=False)


class _Read(NamedTuple):
    claim: Claim
    characters: frozenset[int]
    arguments: frozenset[tuple[str, str]]


def evaluate(
    gold: Iterable[Record],
    found: Iterable[Record],
    *,
    beside: Beside | None = None,
    seed: int = 0,
    resamples: int = 1000,
) -> Scores:
    """Compare the claims among `found` with those among `gold`.

    `beside`: other forms of names, by which a party is that of the gold set, too; without it names are compared as
    they are written.

    Both may hold other records; documents among them give the texts in which quotes are located (a quote that is not
    found counts as no evidence). Only documents that bear gold claims, or stand among the gold records, are compared.
    """
    gold, found = list(gold), list(found)
    texts = {d.slug or d.key or "": d.text or "" for d in [*gold, *found] if isinstance(d, Document)}
    left, right = _by_document(gold, texts), _by_document(found, texts)
    documents = sorted(set(left) | ({d.slug or "" for d in gold if isinstance(d, Document)} & set(right)))
    pairs: list[tuple[_Read, _Read]] = []
    counts: list[Rate] = []
    missed: list[Claim] = []
    extra: list[Claim] = []
    for name in documents:
        mine, other = left.get(name, []), right.get(name, [])
        chosen = _matched(mine, other)
        pairs += [(mine[pair.left], other[pair.right]) for pair in chosen]
        counts.append(Rate(len(chosen), len(mine), len(other)))
        used_left, used_right = {pair.left for pair in chosen}, {pair.right for pair in chosen}
        missed += [one.claim for at, one in enumerate(mine) if at not in used_left]
        extra += [one.claim for at, one in enumerate(other) if at not in used_right]
    matched = [(one.claim, other.claim) for one, other in pairs]
    return Scores(
        overall=_sum(counts),
        kinds=_by_kind(matched, missed, extra),
        parties=_sum(_arguments(one, other, PARTIES, beside) for one, other in matched),
        places=_sum(_arguments(one, other, {"place"}, beside) for one, other in matched),
        date_exact=_sum(_date(one, other, _same_date) for one, other in matched),
        date_overlapping=_sum(_date(one, other, _overlapping) for one, other in matched),
        phase=_share([one.phase == other.phase for one, other in matched]),
        polarity=_share([one.polarity == other.polarity for one, other in matched]),
        certainty=_share([one.certainty == other.certainty for one, other in matched]),
        span_overlap=_share([len(a.characters & b.characters) / len(a.characters | b.characters) for a, b in pairs]),
        interval=_interval(counts, seed, resamples),
        matched=matched,
        missed=missed,
        extra=extra,
    )


def _by_document(records: Sequence[Record], texts: Mapping[str, str]) -> dict[str, list[_Read]]:
    read: dict[str, list[_Read]] = defaultdict(list)
    for claim in records:
        if not isinstance(claim, Claim):
            continue
        characters: set[int] = set()
        for evidence in claim.evidence:
            if evidence.document not in (None, claim.document):
                continue
            if evidence.start is not None and evidence.end is not None:
                characters.update(range(evidence.start, evidence.end))
            elif evidence.quote is not None:
                at = texts.get(claim.document, "").find(evidence.quote)
                characters.update(range(at, at + len(evidence.quote)) if at >= 0 else ())
        arguments = frozenset((a.role, a.entity or name_key(a.name)) for a in claim.arguments)
        read[claim.document].append(_Read(claim, frozenset(characters), arguments))
    return read


def _matched(gold: Sequence[_Read], found: Sequence[_Read]) -> list[Pair]:
    candidates = []
    for left, one in enumerate(gold):
        for right, other in enumerate(found):
            if one.claim.kind != other.claim.kind or not one.characters or not other.characters:
                continue
            shared = len(one.characters & other.characters)
            if shared < _SHARED * min(len(one.characters), len(other.characters)):
                continue
            together = len(one.arguments | other.arguments) or 1
            weight = shared / len(one.characters | other.characters) + len(one.arguments & other.arguments) / together
            weight += 1 + (one.claim.phase == other.claim.phase) / 4  # a match more is worth more than a closer one
            candidates.append(Pair(left, right, weight))
    return best_pairs(candidates)


def _by_kind(matched: list[tuple[Claim, Claim]], missed: list[Claim], extra: list[Claim]) -> dict[str, Rate]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one, _ in matched:
        counts[one.kind] = [n + 1 for n in counts[one.kind]]
    for claim in missed:
        counts[claim.kind][1] += 1
    for claim in extra:
        counts[claim.kind][2] += 1
    return {kind: Rate(*counts[kind]) for kind in sorted(counts)}


def _arguments(one: Claim, other: Claim, roles: set[str], beside: Beside | None) -> Rate:
    """An argument is right where its role agrees, and the entity or, where one side has none, the name in any form."""
    left = [a for a in one.arguments if a.role in roles]
    right = [a for a in other.arguments if a.role in roles]
    open_right = list(right)
    hits = 0
    for argument in left:
        for candidate in open_right:
            if argument.role == candidate.role and _same_name(argument, candidate, one.document, beside):
                hits += 1
                open_right.remove(candidate)
                break
    return Rate(hits, len(left), len(right))


def _same_name(one: Argument, other: Argument, document: str, beside: Beside | None) -> bool:
    if (one.entity is not None and one.entity == other.entity) or name_key(one.name) == name_key(other.name):
        return True
    apart = one.entity is not None and other.entity is not None
    return beside is not None and not apart and beside.same(document, one.name, other.name)


def _date(one: Claim, other: Claim, agrees: object) -> Rate:
    assert callable(agrees)
    right = one.date is not None and other.date is not None and agrees(one.date, other.date)
    return Rate(int(right), int(one.date is not None), int(other.date is not None))


def _same_date(one: str, other: str) -> bool:
    return one == other


def _overlapping(one: str, other: str) -> bool:
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    return (start or "") <= (other_end or "9999") and (other_start or "") <= (end or "9999")


def _share(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _sum(rates: Iterable[Rate]) -> Rate:
    right = gold = found = 0
    for rate in rates:
        right, gold, found = right + rate.right, gold + rate.gold, found + rate.found
    return Rate(right, gold, found)


def _interval(counts: list[Rate], seed: int, resamples: int) -> tuple[float, float]:
    """2.5th and 97.5th percentile of F1 over resampled documents; the F1 itself where there is only one."""
    if len(counts) < 2:
        return (_sum(counts).f1,) * 2
    chooser = random.Random(seed)
    values = sorted(_sum(chooser.choices(counts, k=len(counts))).f1 for _ in range(resamples))
    return values[int(0.025 * resamples)], values[min(int(0.975 * resamples), resamples - 1)]
