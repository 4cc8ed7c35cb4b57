"""What the commands share: the database asked for, errors in one line, answers as tables or data."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from math import isfinite
from typing import Any

import click
import sqlalchemy
from rich import box
from rich.console import Console
from rich.table import Table
from sqlalchemy import make_url

from claims.database import Database
from claims.datasette.spreadsheet import safe
from claims.errors import ClaimsError
from claims.resources import DB, IN_CHECKOUT
from claims.storage import check_revision, trouble

#: Rows of a table where no limit is given.
ROWS = 100
FORMATS = click.Choice(
    ["table", "json", "jsonl", "csv", "csv-raw"]
)  # csv is safe to open in a spreadsheet, csv-raw exact


class Group(click.Group):
    """A group that knows the commands' order, and tells our errors in one line on standard error, with exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ClaimsError as error:
            click.echo(f"claims: {error}", err=True)
            ctx.exit(1)
        except (sqlalchemy.exc.DBAPIError, sqlite3.Error) as error:
            click.echo(f"claims: {trouble(error, database_url())}", err=True)
            ctx.exit(1)
        except BrokenPipeError:  # the reader of our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except OSError as error:  # of a file that is read or written; click's own say which
            told = (
                trouble(error, database_url())
                or f"{error.filename or 'a file'}: {(error.strerror or str(error)).lower()}"
            )
            click.echo(f"claims: {told}", err=True)
            ctx.exit(1)


def database_url() -> str:
    """The database that --db or CLAIMS_DB names, else the one of the checkout, else ./claims.db."""
    given = click.get_current_context().find_root().obj
    return str(given or (DB / "claims.db" if IN_CHECKOUT else "claims.db"))


def shown_database() -> str:
    """The database that --db or CLAIMS_DB names, as messages call it: without a password."""
    url = database_url()
    return make_url(url).render_as_string(hide_password=True) if "://" in url else url


def open_database(*, create: bool = False) -> Database:
    """The database asked for. Raises DatabaseError where it is not there, or empty, unless `create`, which makes it."""
    db = Database(database_url(), create=create)
    if not create:
        try:
            check_revision(db.engine)
        except BaseException:
            db.close()
            raise
    return db


def who() -> str:
    """Who is asking, for judgements and reviews: CLAIMS_USER, else the login name."""
    return os.environ.get("CLAIMS_USER") or os.environ.get("USER") or "unknown"


def most_rows(limit: int | None, form: str) -> int | None:
    """How many rows are printed: `limit`, else `ROWS` in a table and all (None) in data."""
    return limit or (ROWS if form == "table" else None)


def show(rows: Iterable[dict[str, Any]], form: str, limit: int | None = None) -> None:
    """Print rows: a table on a terminal, else data that another program can read; say on standard error what is left out."""
    found = list(rows)
    left = 0 if limit is None else max(0, len(found) - limit)
    found = found[:limit]
    if form == "json":
        click.echo(json.dumps([*map(_in_json, found)], ensure_ascii=False, indent=2))
    elif form == "jsonl":
        for row in found:
            click.echo(json.dumps(_in_json(row), ensure_ascii=False))
    elif form in ("csv", "csv-raw"):
        _csv(found, safe if form == "csv" else lambda value: value)
    elif found:
        _table(found)
    if form == "table":
        more = f"; {left} more with --limit {len(found) + left}" if left else ""
        click.echo(f"{len(found)} {'row' if len(found) == 1 else 'rows'}{more}", err=True)
    elif left:
        click.echo(f"{left} rows left out; give --limit {len(found) + left}", err=True)


def _in_json(row: dict[str, Any]) -> dict[str, Any]:
    """The row, in words what JSON has no way to write: bytes, and numbers without end."""
    return {name: str(value) if _is_odd(value) else value for name, value in row.items()}


def _is_odd(value: Any) -> bool:
    return isinstance(value, bytes) or (isinstance(value, float) and not isfinite(value))


def _csv(rows: Sequence[dict[str, Any]], cell: Callable[[Any], Any]) -> None:
    if rows:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow([cell(name) for name in rows[0]])
        writer.writerows([cell(value) for value in row.values()] for row in rows)


def _table(rows: Sequence[dict[str, Any]]) -> None:
    """One row under another where columns are many or long, as a terminal is narrow; a grid where they fit."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    console = Console(width=None if told else 120, highlight=False, emoji=False, markup=False)
    texts = [{name: "" if value is None else str(value) for name, value in row.items()} for row in rows]
    if sum(max(len(name), *(len(row[name]) for row in texts)) + 3 for name in texts[0]) <= console.width:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for name in texts[0]:
            table.add_column(name)
        for row in texts:
            table.add_row(*row.values())
        _print(console, table)
        return
    width = max(len(name) for name in texts[0])
    for row in texts:
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=width, style="dim", no_wrap=True)
        grid.add_column(overflow="fold")
        for name, text in row.items():
            if text:
                grid.add_row(name, text)
        _print(console, grid)
        click.echo()


def _print(console: Console, table: Table) -> None:
    """Lines as wide as they are: rich fills them with spaces, which a pipe or a diff would keep."""
    with console.capture() as lines:
        console.print(table)
    for line in lines.get().splitlines():
        click.echo(line.rstrip())
