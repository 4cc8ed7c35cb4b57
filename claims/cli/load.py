"""Commands that take in what a person has, and show how it may look."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from claims.cli.shell import database_url, shown_database
from claims.database import Database
from claims.stream import Stream, stream
from claims.stream.mapping import settings_of
from claims.stream.templates import mapping_for, template


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--map",
    "mapping",
    type=click.Path(exists=True, dir_okay=False),
    help="TOML that says which column of a table gives which field; `claims template FILE` prints one to begin with.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="Of a table: a field that every row has (kind=meet), or how it is read: dates, calendar, century, key, name,"
    " separator, sheet, encoding, ignore. May be given more than once.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print the receipt that the load would give.")
@click.option("--rows", is_flag=True, help="Also tell on standard error what became of each record.")
@click.option("--strict", is_flag=True, help="Stop at the first line that is not taken, and keep nothing.")
@click.option(
    "--rejects",
    type=click.Path(dir_okay=False, writable=True),
    help="Write the lines that were not taken here, as JSONL with line, column, field, reason and value.",
)
def load(
    file: str,
    mapping: str | None,
    settings: tuple[str, ...],
    dry_run: bool,
    rows: bool,
    strict: bool,
    rejects: str | None,
) -> None:
    """Load FILE (records as JSONL, or a table: CSV, .xlsx, JSON), or - for standard input; print the receipt as JSON."""
    given: Any = sys.stdin.buffer if file == "-" else Path(file)
    read = stream(given, mapping, settings=settings_of(settings))
    if dry_run and "://" not in database_url() and not Path(database_url()).exists():
        click.echo(f"{shown_database()} is not there yet: tried on an empty database", err=True)
    with Database(database_url()) as db, _progress(file, read) as lines:
        run = {"tool": "load", "input_sha256": None if file == "-" else _sha256(Path(file))}
        receipt = db.load(lines, strict=strict, dry_run=dry_run, rows=rows, run=run)
    if rejects is not None:
        Path(rejects).write_text(
            "".join(json.dumps(one.as_dict(), ensure_ascii=False) + "\n" for one in receipt.rejects), "utf-8"
        )
    for line in receipt.told(is_filed=rejects is not None):
        click.echo(line, err=True)
    click.echo(json.dumps(receipt.as_dict()))
    if receipt.rejects:
        sys.exit(1)


@click.command("template")
@click.argument("name", default="meetings")
def template_command(name: str) -> None:
    """Print a beginning to copy: NAME is meetings (a table), claim or another record, fields, kinds, or a table FILE.

    Of a FILE it is a mapping of its columns to fields, for --map.
    """
    click.echo(mapping_for(Path(name)) if Path(name).is_file() else template(name), nl=False)


class _progress:
    """The stream, with a bar on standard error where that is a terminal and its lines can be measured."""

    def __init__(self, file: str, read: Stream) -> None:
        self._read = read
        self._bar = Progress(
            TextColumn("loading"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeElapsedColumn(),
            console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True,
        )  # fmt: skip
        self._task = self._bar.add_task("loading", total=None if file == "-" else Path(file).stat().st_size)

    def __enter__(self) -> Stream:
        self._bar.start()
        return Stream(self._lines(), self._read.notes, self._read.parameters, self._read.is_at_hand)

    def __exit__(self, *_: Any) -> None:
        self._bar.stop()

    def _lines(self) -> Iterator[Any]:
        read = 0
        for number, line in enumerate(self._read):
            read += len(line) if isinstance(line, bytes) else 0
            if number % 1000 == 0:
                self._bar.update(self._task, completed=read)
            yield line


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


COMMANDS = (load, template_command)
