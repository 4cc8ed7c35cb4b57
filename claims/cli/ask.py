"""Commands that ask."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from claims.catalogue import catalogue
from claims.cli.shell import FORMATS, ROWS, most_rows, open_database, show


class Catalogue(click.Group):
    """One sub-command for each query, made of its file, so that `claims query NAME --help` describes it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(catalogue())

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return self.question(
            name,
            _asker,
            click.Option(
                ["--sql", "as_sql"], is_flag=True, help="Print the question as SQL that runs in any client on the file."
            ),
        )

    def question(self, name: str, asker: Callable[[str], Any], *others: click.Parameter) -> click.Command | None:
        """The command that asks the query `name` by what `asker` makes of its name, with `others` among its options."""
        asked = catalogue().get(name) or catalogue().get(name.replace("-", "_"))
        if asked is None:
            return None
        options: list[click.Parameter] = [
            click.Option(
                [*dict.fromkeys((f"--{parameter.replace('_', '-')}", f"--{parameter}")), parameter],
                default="",
                help=told,
            )
            for parameter, told in asked.parameters.items()
        ]
        options += [
            click.Option(["--format", "form"], type=FORMATS, default="table", show_default=True),
            *others,
            click.Option(
                ["--limit"],
                type=click.IntRange(min=1),
                default=None,
                help=f"At most so many rows. [default: {ROWS} in a table, else all]",
            ),
        ]
        return click.Command(
            asked.name,
            params=options,
            callback=asker(asked.name),
            help=f"{asked.title}\n\n{asked.description}",
            short_help=asked.title,
        )


def _asker(name: str) -> Any:
    def ask(form: str, limit: int | None, as_sql: bool, **parameters: str) -> None:
        with open_database() as db:
            if as_sql:
                click.echo(db.query_sql(name, **parameters), nl=False)
                return
            answer = db.query(name, **parameters)
        for note in answer.notes:
            click.echo(note, err=True)
        show(answer, form, most_rows(limit, form))

    return ask


@click.command(cls=Catalogue, subcommand_metavar="NAME [--PARAMETER VALUE ...]")
def query() -> None:
    """Ask a question of the catalogue; a parameter that is left out does not restrict."""


@click.command()
@click.argument("text")
@click.option("--format", "form", type=FORMATS, default="table", show_default=True)
@click.option(
    "--param", "-p", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="A value for :NAME in the SQL."
)
def sql(text: str, form: str, given: tuple[tuple[str, str], ...]) -> None:
    """Run SQL that only reads."""
    with open_database() as db:
        show(db.sql(text, dict(given)), form)


COMMANDS = (query, sql)
