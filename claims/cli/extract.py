"""Commands that read articles into claims and compare two readings."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from claims import records
from claims.articles import (
    Reading,
    add_article,
    as_held,
    known_names,
    open_dates,
    read_article,
    read_articles,
    read_document,
    unread,
)
from claims.cli.shell import database_url, open_database
from claims.database import Database
from claims.errors import ClaimsError
from claims.evaluate import Beside, difference, evaluate, faults, judged, report, verdict
from claims.extract import EXTRACTORS
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.llm import Asking
from claims.records import Document, Record, Source, decode
from claims.stream import records_in

_MOST_REFUSED = 20  # reasons that are printed for one file

_OPTIONS = (
    click.option("--url", help="Where the article was published; trackers are taken off."),
    click.option("--title", help="Its title. [default: the page's, else the first line]"),
    click.option("--published", help="Day, month or year of publication (ISO). [default: what the page says]"),
    click.option("--source", help="Who publishes it. [default: the host of --url]"),
    click.option("--language", help="ja, ko, en ... [default: told by the text]"),
    click.option("--encoding", help="cp932, euc_jp, cp949 ... [default: declared, else detected]"),
    click.option(
        "--extractor", type=click.Choice([*EXTRACTORS, "llm"]), default="auto", show_default=True, help="What reads it."
    ),
    click.option("--pipeline", help="An installed parser by name. [default: the first that suits the language]"),
    click.option("--anchor", help="Date from which relative dates count. [default: the day of publication]"),
)
_ASKING = (
    click.option("--model", help="For llm: the model's name. [default: the llm package's]"),
    click.option("--base-url", help="For llm: a server with OpenAI's protocol, as http://localhost:11434/v1 (Ollama)."),
    click.option("--timeout", type=click.FloatRange(min=1), help="For llm: seconds for one answer. [default: 120]"),
    click.option("--budget", type=click.IntRange(min=1), help="For llm: tokens after which nothing more is asked."),
    click.option("--window", type=click.IntRange(min=200), help="For llm: characters shown at once. [default: 6000]"),
)


def _options(*options: Callable[..., Any]) -> Callable[..., Any]:
    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return with_options


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_options(*_OPTIONS, *_ASKING)
def add(files: tuple[Path, ...], **options: Any) -> None:
    """Read articles into claims, load them as unreviewed and print them with their quotes.

    FILES are text, HTML, PDF, Word, e-mail, or folders of them. One that is not taken costs no other: the last lines
    say which, and why.
    """
    found = [file for given in files for file in (_in_folder(given) if given.is_dir() else [given])]
    if len(found) > 1 and (options["url"] or options["title"]):
        raise click.UsageError("--url and --title are of one article: give one file with them")
    asking = _asking(options)
    left: list[str] = []
    with open_database(create=True) as db:
        with db.engine.connect() as connection:
            names = known_names(connection)
        for file, reading in _readings(found, names, options, asking, db):
            if isinstance(reading, ClaimsError):
                left.append(_left(file, reading, len(found)))
            else:
                left += _added(db, file, reading)
    if len(found) > 1 and left:
        click.echo(f"{len(found)} files, {len(left)} of them not taken, or not whole:", err=True)
    for line in left:
        click.echo(f"claims: {line}", err=True)
    if left:
        sys.exit(1)


def _added(db: Database, file: Path, reading: Reading) -> list[str]:
    """Add what was read and print what it says; a line where it was read in part."""
    with db.engine.connect() as connection:  # once more: the same text may have come with a file before
        reading = reading.of(*as_held(connection, reading.source, reading.document))
    added = add_article(db.engine, reading)
    text = reading.document.text or ""
    for claim in added.claims:
        click.echo(claim.summary)
        for evidence in claim.evidence:
            click.echo(f"    {' '.join(text[evidence.start : evidence.end].split())}")
    for reject in added.receipt.rejects:
        click.echo(f"refused: {reject.error}", err=True)
    new = len(added.claims) - added.receipt.rejected
    note = reading.document.note or ""
    note = f"; {note[:1].lower()}{note[1:].rstrip('.')}" if note else ""
    click.echo(f"{file}: {new} claims loaded, {added.kept} held already{note}{_told(reading)}", err=True)
    return [f"{file.name}: {reading.unread}; add it again to read them"] if reading.unread else []


def _told(reading: Reading) -> str:
    """Of how many sentences nothing was made though something was told there: a text that yields little says so."""
    if not reading.sentences or reading.unread or reading.run.get("tool") == "llm":
        return ""
    bearing = sum(one.reason is None for one in reading.sentences)
    dark = sum(one.reason is not None and one.reason.startswith("“") for one in reading.sentences)
    return f"; {bearing} of {len(reading.sentences)} sentences tell something, {dark} were not understood"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_options(*_OPTIONS, *_ASKING)
def extract(files: tuple[Path, ...], **options: Any) -> None:
    """Read articles into records on standard output, as JSONL that `claims load` takes; no database is changed."""
    left: list[str] = []
    for file, reading in _readings(list(files), _names(), options, _asking(options), None):
        if isinstance(reading, ClaimsError):
            left.append(_left(file, reading, len(files)))
            continue
        for record in reading.records:
            sys.stdout.buffer.write(records.encode(record) + b"\n")
        sys.stdout.buffer.flush()
        if reading.unread:
            left.append(f"{file.name}: {reading.unread}; the ledger marks them")
    for line in left:
        click.echo(f"claims: {line}", err=True)
    if left:
        sys.exit(1)


def _left(file: Path, error: ClaimsError, files: int) -> str:
    return str(error) if files == 1 or file.name in str(error) else f"{file.name}: {error}"


def _readings(
    files: list[Path], names: Names, options: dict[str, Any], asking: Asking | None, db: Database | None
) -> Iterator[tuple[Path, Reading | ClaimsError]]:
    """What the extractor reads in each file, or why it does not, as they are done; with a bar where there are several.

    Several are read by the offline reader in processes of their own; a model is asked for one after the other.
    """
    taken = (_taken(file, options, db) for file in files)
    if len(files) == 1 or asking is not None:
        for file, article in zip(files, taken, strict=True):
            try:
                if isinstance(article, ClaimsError):
                    raise article
                reading = _read(*article, names, options, asking, _still_unread(db, article[1]) if asking else None)
            except ClaimsError as error:
                yield file, error
                continue
            yield file, _said(reading, options)
        return
    console = Console(stderr=True)
    parts = TextColumn("{task.completed}/{task.total} articles"), BarColumn(), TimeElapsedColumn()
    with Progress(*parts, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(files))
        reader = {name: options[name] for name in ("extractor", "anchor", "pipeline")}
        for file, outcome in zip(files, read_articles(taken, names, reader), strict=True):
            yield file, outcome if isinstance(outcome, ClaimsError) else _said(outcome, options)
            bar.advance(task)


def _taken(file: Path, options: dict[str, Any], db: Database | None) -> tuple[Source, Document] | ClaimsError:
    """A file as a document, as the database holds it already if it does; the error of one that is not taken."""
    try:
        source, document = _document(file, options)
    except ClaimsError as error:
        return error
    if db is None:
        return source, document
    with db.engine.connect() as connection:
        return as_held(connection, source, document)


def _still_unread(db: Database | None, document: Document) -> list[tuple[int, int]] | None:
    if db is None:
        return None
    with db.engine.connect() as connection:
        return unread(connection, document.slug or "")


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("found", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option(
    "--extractor",
    type=click.Choice([*EXTRACTORS, "llm"]),
    default="auto",
    help="What reads the documents of GOLD where no FOUND is given.",
)
@_options(*_ASKING)
@click.option("--pipeline", help="For the reader: an installed parser by name.")
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
    **options: Any,
) -> None:
    """Compare the claims of FOUND with those of GOLD (both JSONL); without FOUND, what the extractor reads in GOLD's documents.

    A claim is right only with kind, phase, polarity, parties and date right. False is what contradicts GOLD, or tells
    a trap as a fact; incomplete what lacks something.
    """
    wanted = _records(gold)
    other = _records(found) if found else _extracted(wanted, options)
    wanted, other = _but(wanted, without), _but(other, without)
    scores = evaluate(wanted, other)
    texts = {d.slug or "": d.text or "" for d in wanted if isinstance(d, records.Document)}
    lines = [json.loads(line) for file in beside for line in file.read_text("utf-8").splitlines() if line.strip()]
    verdicts = judged(scores.matched, scores.missed, scores.extra, texts, Beside(lines))
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


def _extracted(gold: list[Record], options: dict[str, Any]) -> list[Record]:
    reader = {name: options[name] for name in ("extractor", "pipeline")}
    judged = {record.document for record in gold if isinstance(record, records.Claim)}
    names = _names()
    found: list[Record] = []
    for record in gold:
        if isinstance(record, records.Document) and record.text and record.slug in judged:
            source = records.Source(name=record.source)
            found += read_article(source, record, names, asking=_asking(options), **reader).claims
    if not any(isinstance(record, records.Document) and record.text for record in gold):
        raise ClaimsError("the documents of the gold file have no text", "give the FOUND file too")
    return found


def _names() -> Names:
    """The database's alias table where there is a database, else the shipped one."""
    if "://" in database_url() or Path(database_url()).exists():
        with open_database() as db, db.engine.connect() as connection:
            return known_names(connection)
    return shipped_names()


def _document(file: Path, options: dict[str, Any]) -> tuple[Source, Document]:
    given = {name: options[name] for name in ("url", "title", "published", "source", "language", "encoding")}
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ClaimsError(f"{file} cannot be opened: {error.strerror}", "check its name and who may read it") from None
    return read_document(data, file.name, **given)


def _read(
    source: Source,
    document: Document,
    names: Names,
    options: dict[str, Any],
    asking: Asking | None,
    only: list[tuple[int, int]] | None,
) -> Reading:
    return read_article(
        source,
        document,
        names,
        extractor=options["extractor"],
        asking=asking,
        anchor=options["anchor"],
        pipeline=options["pipeline"],
        only=only,
        tell=partial(click.echo, err=True),
    )


def _said(reading: Reading, options: dict[str, Any]) -> Reading:
    """The reading, after its refusals and the dates that stay open are told on standard error."""
    for reason in reading.refused[:_MOST_REFUSED]:
        click.echo(f"refused: {reason}", err=True)
    if len(reading.refused) > _MOST_REFUSED:
        click.echo(f"and {len(reading.refused) - _MOST_REFUSED} more were refused", err=True)
    if words := open_dates(reading.document, options["anchor"]):
        listed = ", ".join(f"“{word}”" for word in words[:3])
        dates = "1 date counts" if len(words) == 1 else f"{len(words)} dates count"
        click.echo(f"open: {dates} from the day of publication ({listed}); give --published", err=True)
    return reading


def _asking(options: dict[str, Any]) -> Asking | None:
    """How a model is to be asked; None for an offline extractor."""
    given = {name: options[name] for name in ("model", "base_url", "timeout", "budget", "window") if options[name]}
    if options["extractor"] == "llm":
        return Asking(**given)
    if given:
        raise click.UsageError(f"--{next(iter(given)).replace('_', '-')} is for --extractor llm")
    return None


def _in_folder(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, by name; hidden ones are passed over."""
    inside = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


COMMANDS = (add, extract, evaluate_command)
