"""Commands that write a folder of Parquet and ask it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from claims.cli.ask import Catalogue
from claims.cli.shell import most_rows, show


class _Scans(Catalogue):
    """The catalogue once more, each question asked of a folder."""

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return self.question(
            name,
            _scanner,
            click.Option(
                ["--parquet", "folder"], envvar="CLAIMS_PARQUET", required=True, metavar="FOLDER",
                type=click.Path(path_type=Path), help="What `claims export --parquet FOLDER` wrote; or in CLAIMS_PARQUET.",
            ),
            click.Option(
                ["--on"], default="duckdb", show_default=True, metavar="ENGINE",
                help="duckdb, or a Spark master: spark://host:7077, local[2].",
            ),
            click.Option(
                ["--memory"], metavar="SIZE", help="Bound of the engine's memory: 4GB. [default: the engine's own]"
            ),
        )  # fmt: skip


def _scanner(name: str) -> Any:
    def ask(folder: Path, on: str, memory: str | None, form: str, limit: int | None, **parameters: str) -> None:
        from claims.scan import Scan

        most = most_rows(limit, form)
        with Scan(folder, on=on, memory=memory) as scan:
            answer = scan.query(name, limit=most and most + 1, **parameters)
            click.echo(f"as the database was at {scan.snapshot.taken_at}", err=True)
        for note in answer.notes:
            click.echo(note, err=True)
        show(answer[:most], form)
        if most is not None and len(answer) > most:
            click.echo(f"there is more; give --limit {most * 10}", err=True)

    return ask


@click.command(cls=_Scans, subcommand_metavar="NAME --parquet FOLDER [--PARAMETER VALUE ...]")
def scan() -> None:
    """Ask a question of the catalogue over a folder of Parquet: whole archives, on DuckDB or Spark."""


COMMANDS = (scan,)
