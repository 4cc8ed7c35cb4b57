"""Commands that read articles into claims and compare two readings."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from claims import records
from claims.articles import Reading, add_article, as_held, known_names, open_dates, read_article, read_document, unread
from claims.cli.shell import database_url, open_database
from claims.database import Database
from claims.errors import ClaimsError
from claims.evaluate import difference, evaluate, report
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
        for file in found:
            try:
                left += _added(db, file, names, options, asking)
            except ClaimsError as error:
                left.append(str(error) if len(found) == 1 or file.name in str(error) else f"{file.name}: {error}")
    if len(found) > 1 and left:
        click.echo(f"{len(found)} files, {len(left)} of them not taken, or not whole:", err=True)
    for line in left:
        click.echo(f"claims: {line}", err=True)
    if left:
        sys.exit(1)


def _added(db: Database, file: Path, names: Names, options: dict[str, Any], asking: Asking | None) -> list[str]:
    """Add one file and print what it says; a line where it was read in part."""
    source, document = _document(file, options)
    with db.engine.connect() as connection:
        source, document = as_held(connection, source, document)
        only = unread(connection, document.slug or "") if options["extractor"] == "llm" else None
    added = add_article(db.engine, _read(source, document, names, options, asking, only))
    text = document.text or ""
    for claim in added.claims:
        click.echo(claim.summary)
        for evidence in claim.evidence:
            click.echo(f"    {' '.join(text[evidence.start : evidence.end].split())}")
    for reject in added.receipt.rejects:
        click.echo(f"refused: {reject.error}", err=True)
    new = len(added.claims) - added.receipt.rejected
    note = f"; {document.note[:1].lower()}{document.note[1:].rstrip('.')}" if document.note else ""
    click.echo(f"{file}: {new} claims loaded, {added.kept} held already{note}", err=True)
    return [f"{file.name}: {added.reading.unread}; add it again to read them"] if added.reading.unread else []


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_options(*_OPTIONS, *_ASKING)
def extract(file: Path, **options: Any) -> None:
    """Read an article into records on standard output, as JSONL that `claims load` takes; no database is changed."""
    reading = _read(*_document(file, options), _names(), options, _asking(options), None)
    for record in reading.records:
        sys.stdout.buffer.write(records.encode(record) + b"\n")
    if reading.unread:
        sys.stdout.buffer.flush()
        click.echo(f"claims: {file.name}: {reading.unread}; the ledger marks them", err=True)
        sys.exit(1)


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
@click.option(
    "--diff", is_flag=True, help="Also print what was missed, what was found besides, and how matched claims differ."
)
def evaluate_command(gold: Path, found: Path | None, extractor: str, diff: bool, **options: Any) -> None:
    """Compare the claims of FOUND with those of GOLD (both JSONL); without FOUND, what the extractor reads in GOLD's documents."""
    wanted = _records(gold)
    other = _records(found) if found else _extracted(wanted, extractor, _asking(options | {"extractor": extractor}))
    scores = evaluate(wanted, other)
    click.echo(report(scores), nl=False)
    if diff:
        texts = {d.slug or "": d.text or "" for d in wanted if isinstance(d, records.Document)}
        click.echo(difference(scores, texts), nl=False)


def _records(file: Path) -> list[Record]:
    with file.open("rb") as lines:
        return [decode(line) for line in records_in(lines) if line.strip()]


def _extracted(gold: list[Record], extractor: str, asking: Asking | None) -> list[Record]:
    judged = {record.document for record in gold if isinstance(record, records.Claim)}
    names = _names()
    found: list[Record] = []
    for record in gold:
        if isinstance(record, records.Document) and record.text and record.slug in judged:
            source = records.Source(name=record.source)
            found += read_article(source, record, names, extractor=extractor, asking=asking).claims
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
    """What the extractor reads; said on standard error: what is to come, what was refused, which dates stay open."""
    extractor, anchor = options["extractor"], options["anchor"]
    reading = read_article(
        source,
        document,
        names,
        extractor=extractor,
        asking=asking,
        anchor=anchor,
        only=only,
        tell=partial(click.echo, err=True),
    )
    for reason in reading.refused[:_MOST_REFUSED]:
        click.echo(f"refused: {reason}", err=True)
    if len(reading.refused) > _MOST_REFUSED:
        click.echo(f"and {len(reading.refused) - _MOST_REFUSED} more were refused", err=True)
    if words := open_dates(document, anchor):
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
