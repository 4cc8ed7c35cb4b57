"""Commands that make a database, move records out of it, and verify it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from sqlalchemy import Connection

from claims import records
from claims.articles import attach as document_with
from claims.check import check as check_all
from claims.cli.shell import database_url, open_database, shown_database
from claims.errors import ClaimsError, RecordError
from claims.export import content_hash
from claims.export import export as export_all
from claims.load import Receipt
from claims.records import corpus_lines
from claims.storage import back_up, building, create_engine, markdown, tables_of_others, upgrade

_MISSED = (
    "select count(*) as missed from statements where is_unverified = 1 and quote is not null and document = :document"
)


@click.command()
@click.option("--no-serve", is_flag=True, help="Build only.")
@click.option("--port", default=8001, show_default=True, help="Port of Datasette on 127.0.0.1.")
def demo(no_serve: bool, port: int) -> None:
    """Build the database from the documents and claims that ship, and serve it."""
    _upgrade(yes=False)
    with open_database() as db:
        try:
            receipt = db.load(corpus_lines(), strict=True, run={"tool": "demo"})
        except RecordError as error:
            raise ClaimsError(
                f"{shown_database()} does not take what ships ({error})",
                "delete it if it is an older demo, or name another with --db",
            ) from None
    click.echo(f"{shown_database()}: {_told(receipt)}", err=True)
    if not no_serve:
        from claims.serve import serve

        serve(database_url(), port=port, on_ready=lambda address: click.echo(f"Serving {address}", err=True))


@click.command()
@click.option("--rebuild", is_flag=True, help="Also build views, search and derived tables anew.")
@click.option("--yes", is_flag=True, help="Also in a database that holds something else, without asking.")
def init(rebuild: bool, yes: bool) -> None:
    """Make the database, or bring it to this version's revision."""
    _upgrade(yes=yes)
    if rebuild:
        with open_database() as db, db.engine.begin() as connection:
            building.build(connection, building.drop(connection))
    click.echo(f"{shown_database()} is ready", err=True)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "document", metavar="DOCUMENT", help="Slug or key of a document whose text was never held.")
def attach(file: Path, document: str | None) -> None:
    """Give a document its text, from FILE: a withheld one once its hash is checked, another with --to.

    Quotes that were taken without the text are then looked up in it; those found are unverified no longer.
    """
    with open_database() as db:
        with db.engine.connect() as connection:
            record = document_with(connection, file.read_bytes(), document, file.name)
        receipt = db.load([record], strict=True, run={"tool": "attach"})
        missed = db.sql(_MISSED, {"document": record.slug or record.key or ""})[0]["missed"]
    found = receipt.superseded - 1
    told = f"; {found} of {found + missed} unverified quotes found in it" if found + missed else ""
    click.echo(f"{record.slug or record.title}: text attached{told}", err=True)


@click.command()
@click.option("--no-history", is_flag=True, help="Only what stands now, undated.")
@click.option(
    "--parquet",
    "folder",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write tables into FOLDER instead, for `claims scan`; only what is new in it where it holds an earlier export.",
)
def export(no_history: bool, folder: Path | None) -> None:
    """Write every record to standard output as JSONL; loaded elsewhere, it gives the same keys."""
    if folder is not None and no_history:
        raise click.UsageError("--parquet writes what is held with its history; leave out --no-history")
    with open_database() as db, db.engine.connect() as connection:
        if folder is not None:
            _write_parquet(connection, folder)
            return
        for record in export_all(connection, history=not no_history):
            sys.stdout.buffer.write(records.encode(record) + b"\n")


def _write_parquet(connection: Connection, folder: Path) -> None:
    from claims.scan import write_parquet

    done = write_parquet(connection, folder)
    told = (
        f"{done.files} files written ({_size(done.bytes)}), {done.removed} removed"
        if done.files or done.removed
        else "nothing new"
    )
    click.echo(
        f"{folder}: snapshot {done.snapshot}, {told}; {done.total_files} files in all ({_size(done.total_bytes)})",
        err=True,
    )


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"


@click.command()
def schema() -> None:
    """Print the JSON Schema of a line of records."""
    click.echo(json.dumps(records.json_schema(), ensure_ascii=False, indent=2))


@click.command()
def dictionary() -> None:
    """Print what each table and column holds, as Markdown."""
    click.echo(markdown(), nl=False)


@click.command()
def check() -> None:
    """Verify again every span, hash, key, reference, ledger and index; exit with 1 where something is wrong."""
    with open_database() as db, db.engine.connect() as connection:
        findings = check_all(connection)
        for finding in findings:
            verdict = "ok" if not finding.problems else f"{len(finding.problems)} wrong"
            click.echo(f"{finding.name:<16} {finding.looked_at:>9}  {verdict}")
            for problem in finding.problems[:20]:
                click.echo(f"  {problem}", err=True)
        if any(finding.problems for finding in findings):
            sys.exit(1)
        click.echo(f"content {content_hash(connection)}")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup(file: Path) -> None:
    """Copy the database into FILE, whole, while others go on writing; `claims --db FILE check` verifies it."""
    with open_database() as db, db.engine.connect() as connection:
        back_up(connection, file)
    click.echo(f"{file}: {file.stat().st_size} bytes", err=True)


def _upgrade(*, yes: bool) -> None:
    engine = create_engine(database_url())
    try:
        others = tables_of_others(engine)
        if others and not yes:
            some = ", ".join(others[:5]) + (" ..." if len(others) > 5 else "")
            told = f"{shown_database()} holds something else ({some}); make a claims database in it?"
            if not click.confirm(told, err=True):
                raise ClaimsError(f"{shown_database()} is left as it is", "name another with --db, or give --yes")
        upgrade(engine)
    finally:
        engine.dispose()


def _told(receipt: Receipt) -> str:
    return ", ".join(f"{count} {name}" for name, count in receipt.counts().items() if count) or "nothing to load"


COMMANDS = (demo, init, export, attach, check, backup, schema, dictionary)
