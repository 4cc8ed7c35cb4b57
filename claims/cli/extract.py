"""Commands that read articles into claims."""

from __future__ import annotations

import sys
from collections.abc import Iterator
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
from claims.cli import reader
from claims.cli.shell import open_database
from claims.database import Database
from claims.datasette.wording import qualified
from claims.errors import ClaimsError
from claims.extract.gazetteer import Names
from claims.extract.llm import Asking
from claims.records import Document, Source

_MOST_REFUSED = 20  # reasons that are printed for one file


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@reader.options(*reader.ARTICLE, *reader.ASKING)
def add(files: tuple[Path, ...], **options: Any) -> None:
    """Read articles, load their claims (unreviewed) and print each with its words.

    FILES are text, HTML, PDF, Word, e-mail, or folders of them. One that is not taken costs no other: the last lines
    say which, and why.
    """
    found = [file for given in files for file in (_in_folder(given) if given.is_dir() else [given])]
    if len(found) > 1 and (options["url"] or options["title"]):
        raise click.UsageError("--url and --title are of one article: give one file with them")
    asking = reader.asking(options)
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
    said = ""
    for claim in added.claims:
        quote = " ... ".join(" ".join(text[one.start : one.end].split()) for one in claim.evidence)
        words = claim.summary if quote in claim.summary else f"{claim.summary}\n  “{quote}”"
        if words != said:  # several claims of one sentence stand under it
            click.echo(said := words)
        click.echo(f"    {_in_short(claim)}")
    for reject in added.receipt.rejects:
        click.echo(f"refused: {reject.error}", err=True)
    new = len(added.claims) - added.receipt.rejected
    note = reading.document.note or ""
    note = f"; {note[:1].lower()}{note[1:].rstrip('.')}" if note else ""
    click.echo(f"{file}: {new} claims loaded, {added.kept} held already{note}{_told(reading)}", err=True)
    return [f"{file.name}: {reading.unread}; add it again to read them"] if reading.unread else []


def _in_short(claim: records.Claim) -> str:
    """What was made of the words: kind, phase and what weakens it, whose they are, date, and who plays which part."""
    state = [claim.kind, *(["not"] if claim.polarity == "-" else []), claim.phase]
    parts = [" ".join(state), *qualified(claim.certainty, claim.speech_act)]
    parts += [f"says {claim.asserter}"] if claim.asserter else []
    parts += [claim.date] if claim.date else []
    parts += [f"due {claim.due}"] if claim.due else []
    roles: dict[str, list[str]] = {}
    for one in claim.arguments:
        roles.setdefault(one.role, []).append(one.name)
    return "; ".join([*parts, *(f"{role} {', '.join(names)}" for role, names in roles.items())])


def _told(reading: Reading) -> str:
    """Of how many sentences nothing was made though something was told there: a text that yields little says so."""
    if not reading.sentences or reading.unread or reading.run.get("tool") == "llm":
        return ""
    bearing = sum(one.reason is None for one in reading.sentences)
    dark = sum(one.reason is not None and one.reason.startswith("“") for one in reading.sentences)
    return f"; {bearing} of {len(reading.sentences)} sentences tell something, {dark} were not understood"


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@reader.options(*reader.ARTICLE, *reader.ASKING)
def extract(files: tuple[Path, ...], **options: Any) -> None:
    """Read articles into records on standard output, as JSONL that `claims load` takes; no database is changed."""
    left: list[str] = []
    for file, reading in _readings(list(files), reader.names_held(), options, reader.asking(options), None):
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
        reader = {name: options[name] for name in ("extractor", "anchor", "pipeline", "least")}
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
        least=options["least"],
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


def _in_folder(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, by name; hidden ones are passed over."""
    inside = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


COMMANDS = (add, extract)
