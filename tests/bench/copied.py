"""The loader on PostgreSQL beside COPY: `python -m tests.bench.copied --claims 30000 --claims 100000`.

Claims are loaded, then the same rows are copied, in binary, into a database whose tables are empty and without indexes and
constraints, which are made after them: the rows of every table, base, derived and of search; those of the base tables
alone; and those, with all else derived from them by the SQL that a load uses too, which is what is left where nothing is
decoded, checked, looked up and gathered. Each is one transaction on one server, from the first row until it is committed.
By processor: the time of all processes, the server's and this one's, which other work disturbs less than the clock.
"""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import psutil

from claims import Database
from claims.models import Base
from claims.storage import building
from claims.storage.postgresql.connecting import driver
from claims.storage.postgresql.writing import BULK
from tests.bench.workload import write
from tests.servers import Server, started

_BLOCK = 1 << 20
_TABLES = (
    "select relname from pg_class where relnamespace = to_regnamespace(current_schema()) and relkind = 'r'"
    " and relname <> 'alembic_version' order by relname"
)
_INDEXES = (
    "select cast(i.indexrelid as regclass), pg_get_indexdef(i.indexrelid) from pg_index as i where i.indrelid = to_regclass(%s)"
    " and not exists (select 1 from pg_constraint as c where c.conindid = i.indexrelid) order by i.indexrelid"
)
_CONSTRAINTS = (
    "select quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint"
    " where conrelid = to_regclass(%s) and contype in ('p', 'u', 'c', 'f') order by conname"
)


@dataclass
class Taken:
    """What it took, by the clock and by the processor."""

    seconds: float = 0
    processor: float = 0


@click.command()
@click.option("--claims", "sizes", default=[30_000], multiple=True, show_default=True, help="Claims; may be repeated.")
def main(sizes: tuple[int, ...]) -> None:
    """Load claims into PostgreSQL, copy the same rows, and compare."""
    with tempfile.TemporaryDirectory() as folder, started(Path(folder) / "server") as server:
        for size in sizes:
            for told in compared(server, Path(folder), size):
                click.echo(told)


def compared(server: Server, folder: Path, claims: int) -> Iterator[str]:
    """What loading so many claims took, and copying their rows in each way: a line of each."""
    file = folder / "claims.jsonl"
    write(file, claims)
    with Database(server.url(server.new()), create=True) as db:
        with db.engine.connect() as connection, _measured(connection) as load:
            connection.rollback()
            assert not db.load(file).rejects
        yield f"{claims:,} claims loaded: {load.seconds:.1f} s, {load.processor:.1f} s of the processor"
        with db.engine.connect() as connection:
            every = [table for (table,) in driver(connection).execute(_TABLES).fetchall()]
        base = [table for table in every if table in Base.metadata.tables]
        for what, tables, derives in (
            ("of every table copied", every, False),
            ("of the base tables copied", base, False),
            ("of the base tables copied, and all else derived", base, True),
        ):
            rows = _written(db, tables, folder)
            copy = _copied(server, tables, folder, derives=derives)
            yield (
                f"{rows:,} rows {what}: {copy.seconds:.1f} s, {copy.processor:.1f} s of the processor;"
                f" the loader's rate is {copy.seconds / load.seconds:.2f} of it, {copy.processor / load.processor:.2f} by processor"
            )


def _written(db: Database, tables: Sequence[str], folder: Path) -> int:
    """How many rows these tables have, each table now in a file."""
    rows = 0
    with db.engine.connect() as connection:
        for table in tables:
            with (folder / table).open("wb") as file, driver(connection).cursor() as cursor:
                with cursor.copy(f"copy {table} to stdout (format binary)") as blocks:
                    file.writelines(blocks)
                rows += cursor.rowcount
    return rows


def _copied(server: Server, tables: Sequence[str], folder: Path, *, derives: bool) -> Taken:
    """What it takes to copy these files into empty tables, to make their indexes and constraints, and what is derived."""
    with Database(server.url(server.new()), create=True) as db, db.engine.connect() as connection:
        raw = driver(connection)
        if derives:
            building.drop(connection)
        after = _bared(raw, tables)
        connection.commit()
        with _measured(connection) as taken:
            for table in tables:
                into = f"copy {table} from stdin (format binary)"
                with (folder / table).open("rb") as file, raw.cursor() as cursor, cursor.copy(into) as copy:
                    while block := file.read(_BLOCK):
                        copy.write(block)
            for statement in after:
                raw.execute(statement)
            if derives:
                for setting in BULK:
                    raw.execute(f"set local {setting}")
                building.build(connection)
            connection.commit()
    return taken


def _bared(raw: Any, tables: Sequence[str]) -> list[str]:
    """Empty these tables and take off their indexes and constraints: the statements that make those again, keys first."""
    raw.execute(f"truncate {', '.join(tables)} cascade")
    indexes = [one for table in tables for one in raw.execute(_INDEXES, (table,)).fetchall()]
    bound = [(table, *one) for table in tables for one in raw.execute(_CONSTRAINTS, (table,)).fetchall()]
    bound.sort(key=lambda one: one[2].startswith("FOREIGN KEY"))
    for table, name, _ in reversed(bound):
        raw.execute(f"alter table {table} drop constraint {name}")
    for name, _ in indexes:
        raw.execute(f"drop index {name}")
    made = [f"alter table {table} add constraint {name} {told}" for table, name, told in bound]
    return [told for _, told in indexes] + made


@contextmanager
def _measured(connection: Any) -> Iterator[Taken]:
    """What is done within takes, in this process and on the connection's server, whoever of it does it."""
    taken = Taken()
    server = psutil.Process(driver(connection).info.backend_pid).parent()
    clock, processor = time.perf_counter(), _processor(server)
    yield taken
    taken.seconds, taken.processor = time.perf_counter() - clock, _processor(server) - processor


def _processor(server: psutil.Process) -> float:
    """Seconds of the processor that the server, its processes, those that ended, and this process have had."""
    times = [server.cpu_times(), *(one.cpu_times() for one in server.children())]
    return time.process_time() + float(sum(itertools.chain.from_iterable(one[:4] for one in times)))


if __name__ == "__main__":
    main()
