"""Commands of a database that lies on more than one machine."""

from __future__ import annotations

import click

from claims.cli.shell import open_database, shown_database
from claims.storage import SHARDS, spread, spreading


@click.group("db")
def database() -> None:
    """Look after the database as a whole."""


@database.command()
@click.option(
    "--shards",
    default=SHARDS,
    show_default=True,
    type=click.IntRange(1, 32_000),
    help="Pieces that the claims are parted into, once and for all: several for each node that there may ever be.",
)
@click.option("--dry-run", is_flag=True, help="Print the statements, and run none.")
def distribute(shards: int, dry_run: bool) -> None:
    """Spread a PostgreSQL database that has the extension citus over the nodes of its cluster.

    A claim and all that hangs on it lie on one node; what claims refer to lies on each. Nobody can write meanwhile; it
    is done in whole or not at all. What is run is printed.
    """
    with open_database() as db:
        for statement in spreading(db.engine, shards) if dry_run else spread(db.engine, shards):
            click.echo(f"{statement.rstrip(';')};")
    if dry_run:
        click.echo("Nothing was run. What is derived is dropped before, and made again after", err=True)
    else:
        click.echo(f"{shown_database()} is spread", err=True)


COMMANDS = (database,)
