"""At home in sqlite-utils: `sqlite-utils load-claims DB FILE`, and the SQL functions on its connections."""

from __future__ import annotations

import json
import sqlite3
from typing import IO, Any

import click
from sqlite_utils import hookimpl

from claims.database import Database
from claims.errors import ClaimsError
from claims.storage import functions
from claims.stream import records_in


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
@click.argument("file", type=click.File("rb"))
@click.option("--strict", is_flag=True, help="Stop at the first line that is not taken, and keep nothing.")
def load_claims(path: str, file: IO[bytes], strict: bool) -> None:
    """Load records from a JSONL FILE, or - for standard input, into a claims database."""
    try:
        with Database(path) as db:
            receipt: Any = db.load(records_in(file), strict=strict)
    except ClaimsError as error:
        raise click.ClickException(str(error)) from None
    for reject in receipt.rejects:
        click.echo(f"line {reject.line}: {reject.error}", err=True)
    click.echo(json.dumps(receipt.as_dict()))
    if receipt.rejects:
        raise SystemExit(1)
