"""The command line: parse, call one function, print."""

from __future__ import annotations

import click

from claims.cli import ask, data, evaluate, extract, judge, load, pull, scan, spread, token
from claims.cli.shell import Group

__all__ = ["main"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--db",
    "url",
    metavar="URL",
    envvar="CLAIMS_DB",
    help="The database: a path, sqlite:/// or postgresql+psycopg:// URL. [default: db/claims.db in a checkout, else ./claims.db]",
)
@click.version_option(package_name="claims")
@click.pass_context
def main(context: click.Context, url: str | None) -> None:
    """A database of who said what happened: claims with their sources, words, certainty and contradictions."""
    context.obj = url


for module in (data, load, extract, evaluate, ask, scan, pull, judge, token, spread):
    for command in module.COMMANDS:
        main.add_command(command)
