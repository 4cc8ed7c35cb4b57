"""Commands that read articles into claims and compare two readings."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claims import records
from claims.articles import Reading, add_article, known_names, read_article, read_document
from claims.cli.shell import database_url, open_database
from claims.errors import ClaimsError
from claims.evaluate import difference, evaluate, report
from claims.extract import EXTRACTORS
from claims.extract.gazetteer import Names, shipped_names
from claims.records import Record, decode
from claims.stream import records_in

_OPTIONS = (
    click.option("--url", help="Where the article was published."),
    click.option("--title", help="Its title. [default: the page's, else the first line]"),
    click.option("--published", help="Day, month or year of publication (ISO). [default: what the page says]"),
    click.option("--source", help="Who publishes it. [default: the host of --url]"),
    click.option("--language", help="ja, ko, en ... [default: told by the script]"),
    click.option(
        "--extractor", type=click.Choice([*EXTRACTORS, "llm"]), default="auto", show_default=True, help="What reads it."
    ),
    click.option("--model", help="For llm: the model's name. [default: the llm package's]"),
    click.option("--anchor", help="Date from which relative dates count. [default: the day of publication]"),
)


def _article_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_article_options
def add(files: tuple[Path, ...], **options: Any) -> None:
    """Read articles (text, HTML, PDF) into claims, load them as unreviewed and print them with their quotes."""
    with open_database(create=True) as db:
        with db.engine.connect() as connection:
            names = known_names(connection)
        for file in files:
            added = add_article(db.engine, _read(file, names, options))
            _tell_refused(added.reading)
            text = added.reading.document.text or ""
            for claim in added.claims:
                click.echo(claim.summary)
                for evidence in claim.evidence:
                    click.echo(f"    {' '.join(text[evidence.start : evidence.end].split())}")
            for reject in added.receipt.rejects:
                click.echo(f"refused: {reject.error}", err=True)
            new = len(added.claims) - added.receipt.rejected
            click.echo(f"{file}: {new} claims loaded, {added.kept} held already", err=True)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_article_options
def extract(file: Path, **options: Any) -> None:
    """Read an article into records on standard output, as JSONL that `claims load` takes; no database is changed."""
    reading = _read(file, _names(), options)
    _tell_refused(reading)
    for record in reading.records:
        sys.stdout.buffer.write(records.encode(record) + b"\n")


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("found", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--extractor",
    type=click.Choice([*EXTRACTORS, "llm"]),
    default="auto",
    help="What reads the documents of GOLD where no FOUND is given.",
)
@click.option("--model", help="For llm: the model's name.")
@click.option(
    "--diff", is_flag=True, help="Also print what was missed, what was found besides, and how matched claims differ."
)
def evaluate_command(gold: Path, found: Path | None, extractor: str, model: str | None, diff: bool) -> None:
    """Compare the claims of FOUND with those of GOLD (both JSONL); without FOUND, what the extractor reads in GOLD's documents."""
    wanted = _records(gold)
    other = _records(found) if found else _extracted(wanted, extractor, model)
    scores = evaluate(wanted, other)
    click.echo(report(scores), nl=False)
    if diff:
        texts = {d.slug or "": d.text or "" for d in wanted if isinstance(d, records.Document)}
        click.echo(difference(scores, texts), nl=False)


def _records(file: Path) -> list[Record]:
    with file.open("rb") as lines:
        return [decode(line) for line in records_in(lines) if line.strip()]


def _extracted(gold: list[Record], extractor: str, model: str | None) -> list[Record]:
    judged = {record.document for record in gold if isinstance(record, records.Claim)}
    names = _names()
    found: list[Record] = []
    for record in gold:
        if isinstance(record, records.Document) and record.text and record.slug in judged:
            source = records.Source(name=record.source)
            found += read_article(source, record, names, extractor=extractor, model=model).claims
    if not any(isinstance(record, records.Document) and record.text for record in gold):
        raise ClaimsError("the documents of the gold file have no text", "give the FOUND file too")
    return found


def _names() -> Names:
    """The database's alias table where there is a database, else the shipped one."""
    if "://" in database_url() or Path(database_url()).exists():
        with open_database() as db, db.engine.connect() as connection:
            return known_names(connection)
    return shipped_names()


def _read(file: Path, names: Names, options: dict[str, Any]) -> Reading:
    given = {name: options[name] for name in ("url", "title", "published", "source", "language")}
    source, document = read_document(file.read_bytes(), file.name, **given)
    return read_article(source, document, names, **{name: options[name] for name in ("extractor", "model", "anchor")})


def _tell_refused(reading: Reading) -> None:
    for reason in reading.refused[:20]:
        click.echo(f"refused: {reason}", err=True)


COMMANDS = (add, extract, evaluate_command)
