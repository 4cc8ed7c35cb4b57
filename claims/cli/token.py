"""Commands for the tokens by which programs write over HTTP."""

from __future__ import annotations

import click

from claims.cli.shell import FORMATS, open_database, show
from claims.tokens import SCOPES, add_token, remove_token, tokens


@click.group()
def token() -> None:
    """Let a program write over HTTP: make a token, list those there are, take one back."""


@token.command()
@click.argument("name")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    required=True,
    type=click.Choice(list(SCOPES)),
    help="load: records of every type but the next two; review: reviews; merge: judgements on entities. May be given more than once.",
)
@click.option("--days", default=90, show_default=True, type=click.IntRange(1, 3650), help="How long it is taken.")
def add(name: str, scopes: tuple[str, ...], days: int) -> None:
    """Make a token called NAME and print it: it is shown this once, and only its hash is kept."""
    click.echo(add_token(_path(), name, list(scopes), days))
    click.echo(f"{name}: {', '.join(sorted(set(scopes)))}, for {days} days", err=True)


@token.command("list")
@click.option("--format", "form", type=FORMATS, default="table", show_default=True)
def list_(form: str) -> None:
    """List the tokens of the database."""
    rows = [
        {"name": one.name, "scopes": " ".join(one.scopes), "expires_at": one.expires_at, "is_over": int(one.is_over)}
        for one in tokens(_path())
    ]
    show(rows, form)


@token.command()
@click.argument("name")
def remove(name: str) -> None:
    """Take the token called NAME back; a running server takes it no more."""
    remove_token(_path(), name)
    click.echo(f"{name} is taken back", err=True)


def _path() -> str:
    """The file of the database asked for, which must be one of claims."""
    with open_database() as db:
        return str(db.engine.url.database)


COMMANDS = (token,)
