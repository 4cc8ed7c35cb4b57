"""The command that compares what is read with a gold set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from claims import records
from claims.articles import read_article
from claims.cli.reader import ASKING, LEAST_CONFIDENCE, asking, names_held, options
from claims.errors import ClaimsError
from claims.evaluate import Beside, difference, evaluate, faults, judged, report, verdict
from claims.extract import EXTRACTORS
from claims.records import Record, decode
from claims.stream import records_in


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("found", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--extractor",
    type=click.Choice([*EXTRACTORS, "llm"]),
    default="auto",
    help="What reads the documents of GOLD where no FOUND is given.",
)
@options(*ASKING)
@click.option("--pipeline", help="For the reader: an installed parser by name.")
@LEAST_CONFIDENCE
@click.option(
    "--beside",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSONL beside GOLD: traps (document, quote, not_fact, why, kind) and other forms of names (document, name, also).",
)
@click.option("--without", multiple=True, help="Leave out the claims of this kind in both sets.")
@click.option(
    "--diff", is_flag=True, help="Also print what was missed, what was found besides, and how matched claims differ."
)
def evaluate_command(
    gold: Path,
    found: Path | None,
    beside: tuple[Path, ...],
    without: tuple[str, ...],
    diff: bool,
    **given: Any,
) -> None:
    """Compare the claims of FOUND with those of GOLD (both JSONL); without FOUND, what the extractor reads in GOLD's documents.

    A claim is right only with kind, phase, polarity, parties, date, who says so, whom it is done to and what was spoken
    of right. False is what contradicts GOLD, or tells a trap as a fact; incomplete what lacks something.
    """
    wanted = _records(gold)
    other = _records(found) if found else _extracted(wanted, given)
    wanted, other = _but(wanted, without), _but(other, without)
    texts = {d.slug or "": d.text or "" for d in wanted if isinstance(d, records.Document)}
    lines = [json.loads(line) for file in beside for line in file.read_text("utf-8").splitlines() if line.strip()]
    forms = Beside(lines)
    scores = evaluate(wanted, other, beside=forms if lines else None)
    verdicts = judged(scores.matched, scores.missed, scores.extra, texts, forms)
    click.echo(verdict(verdicts), nl=False)
    click.echo(report(scores), nl=False)
    if diff:
        click.echo(faults(verdicts), nl=False)
        click.echo(difference(scores, texts), nl=False)


def _but(found: list[Record], kinds: tuple[str, ...]) -> list[Record]:
    return [one for one in found if not (isinstance(one, records.Claim) and one.kind in kinds)]


def _records(file: Path) -> list[Record]:
    with file.open("rb") as lines:
        return [decode(line) for line in records_in(lines) if line.strip()]


def _extracted(gold: list[Record], given: dict[str, Any]) -> list[Record]:
    reader = {name: given[name] for name in ("extractor", "pipeline", "least")}
    judged = {record.document for record in gold if isinstance(record, records.Claim)}
    names = names_held()
    found: list[Record] = []
    for record in gold:
        if isinstance(record, records.Document) and record.text and record.slug in judged:
            source = records.Source(name=record.source)
            found += read_article(source, record, names, asking=asking(given), **reader).claims
    if not any(isinstance(record, records.Document) and record.text for record in gold):
        raise ClaimsError("the documents of the gold file have no text", "give the FOUND file too")
    return found


COMMANDS = (evaluate_command,)
