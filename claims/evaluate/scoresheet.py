"""Scores in lines that one can read, and what the two sets say differently."""

from __future__ import annotations

from collections.abc import Mapping

from claims.evaluate.comparison import Rate, Scores
from claims.evaluate.differing import PARTIES
from claims.evaluate.judging import VERDICTS, Judged
from claims.records import Claim


def report(scores: Scores) -> str:
    """The scores as lines of text."""
    low, high = scores.interval
    lines = [f"{'claims':<16} {_told(scores.overall)}   F1 95% {low:.2f}-{high:.2f} over documents"]
    lines += [f"  {kind:<14} {_told(rate)}" for kind, rate in scores.kinds.items()]
    lines += [
        f"{name:<16} {_told(rate)}"
        for name, rate in (
            ("parties", scores.parties),
            ("places", scores.places),
            ("dates, exact", scores.date_exact),
            ("dates, overlap", scores.date_overlapping),
        )
    ]
    lines.append(
        f"of {len(scores.matched)} matched claims: phase {scores.phase:.2f}, polarity {scores.polarity:.2f},"
        f" certainty {scores.certainty:.2f} equal; evidence overlap {scores.span_overlap:.2f}"
    )
    return "\n".join(lines) + "\n"


def verdict(judged: Judged) -> str:
    """What was made of each claim found, in shares with their 95% intervals over documents."""
    lines = [
        f"of {len(judged.verdicts)} claims found: "
        + ", ".join(f"{judged.count(name)} {name}" for name in VERDICTS)
        + f"; of {judged.gold} in the gold set {len(judged.missed)} were not found"
    ]
    for name, value, what in (
        ("right", judged.share("right"), "of what was found is right and whole"),
        ("false", judged.share("false"), "of what was found is false"),
        ("recall", judged.recall, "of the gold set was found right and whole"),
    ):
        low, high = judged.intervals[name]
        lines.append(f"{name:<16} {value:.2f}   95% {low:.2f}-{high:.2f}   {what}")
    return "\n".join(lines) + "\n"


def faults(judged: Judged) -> str:
    """Each claim that is not right, with what is wrong with it or lacking, the false ones first."""
    order = {name: at for at, name in enumerate(("false", "incomplete", "besides"))}
    wrong = sorted((one for one in judged.verdicts if one.verdict in order), key=lambda one: order[one.verdict])
    return "".join(
        f"{one.verdict}: {one.found.document}: {one.found.kind}, {one.found.phase}: {one.found.summary}"
        + (f"\n    {one.why}\n" if one.why else "\n")
        for one in wrong
    )


def difference(scores: Scores, texts: Mapping[str, str]) -> str:
    """What was missed (-), found besides (+), and how matched claims differ (~), by document; `texts` by slug."""
    entries: list[tuple[str, int, str]] = []
    for sign, claims in (("-", scores.missed), ("+", scores.extra)):
        for claim in claims:
            entries.append(
                (claim.document, _start(claim, texts), f"{sign} {claim.kind}, {claim.phase}: {claim.summary}")
            )
    for one, other in scores.matched:
        slots = [
            f"{name} {getattr(one, name)} / {getattr(other, name)}"
            for name in ("phase", "polarity", "certainty", "date")
            if getattr(one, name) != getattr(other, name)
        ]
        left, right = (
            {f"{a.role} {a.entity or a.name}" for a in claim.arguments if a.role in PARTIES} for claim in (one, other)
        )
        slots += [f"-{name}" for name in sorted(left - right)] + [f"+{name}" for name in sorted(right - left)]
        if slots:
            entries.append((one.document, _start(one, texts), f"~ {one.kind}: {one.summary}\n    {'; '.join(slots)}"))
    lines: list[str] = []
    last = None
    for document, _, line in sorted(entries):
        if document != last:
            lines.append(f"\n{document}")
            last = document
        lines.append(line)
    return "\n".join(lines) + "\n" if lines else ""


def _told(rate: Rate) -> str:
    return f"P {rate.precision:.2f}  R {rate.recall:.2f}  F1 {rate.f1:.2f}  ({rate.right} of {rate.gold}, {rate.found} found)"


def _start(claim: Claim, texts: Mapping[str, str]) -> int:
    evidence = claim.evidence[0]
    return texts.get(claim.document, "").find(evidence.quote) if evidence.quote else evidence.start or 0
