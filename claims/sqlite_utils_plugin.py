"""At home in sqlite-utils: `sqlite-utils load-claims DB FILE`, and the SQL functions on its connections."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path
from typing import Any

import click
from sqlite_utils import hookimpl

from claims.database import Database
from claims.errors import ClaimsError
from claims.storage import functions
from claims.stream import stream
from claims.stream.mapping import settings_of


@hookimpl
def register_commands(cli: click.Group) -> None:
    """`sqlite-utils load-claims DB FILE`."""
    cli.add_command(load_claims)


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """name_key(), search_words() and search_query(), as the views and the search index use them."""
    functions.register(conn)


@click.command("load-claims")
@click.argument("path", type=click.Path(dir_okay=False))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--map", "mapping", type=click.Path(exists=True, dir_okay=False), help="TOML: which column gives which field."
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="Of a table: a field of every row, or how it is read.",
)
@click.option("--dry-run", is_flag=True, help="Write nothing; print the receipt that the load would give.")
@click.option("--rows", is_flag=True, help="Also tell on standard error what became of each record.")
@click.option("--strict", is_flag=True, help="Stop at the first line that is not taken, and keep nothing.")
def load_claims(
    path: str, file: str, mapping: str | None, settings: tuple[str, ...], dry_run: bool, rows: bool, strict: bool
) -> None:
    """Load FILE (records as JSONL, or a table: CSV, .xlsx, JSON), or - for standard input, into a claims database."""
    given: Any = sys.stdin.buffer if file == "-" else Path(file)
    try:
        read = stream(given, mapping, settings=settings_of(settings))
        with Database(path) as db:
            receipt = db.load(read, strict=strict, dry_run=dry_run, rows=rows)
    except ClaimsError as error:
        raise click.ClickException(str(error)) from None
    for line in receipt.told():
        click.echo(line, err=True)
    click.echo(json.dumps(receipt.as_dict()))
    if receipt.rejects:
        raise SystemExit(1)
