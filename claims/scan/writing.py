"""A database as a folder of Parquet: typed and described, and brought up to date by the files that changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet
from sqlalchemy import Connection

from claims.errors import DatabaseError
from claims.models import instant_now
from claims.resources import DB
from claims.scan import snapshot as snapshots
from claims.scan.cutting import Place, parts, ranges
from claims.scan.layout import Layout, layouts
from claims.storage import head_revision

_BATCH, _BATCH_OF_TEXTS = 50_000, 2_000
_GROUP_ROWS, _GROUP_BYTES = 122_880, 32 << 20  # of one file
_HELD_BYTES = 256 << 20  # of all files of a table that wait to be written
_MARK = ".claims"  # says that the folder is ours, also where an export was killed; held by the one that is at work
_NO_YEAR = "__HIVE_DEFAULT_PARTITION__"  # what Hive, Spark, DuckDB and Arrow read as null


@dataclass(frozen=True)
class Written:
    """What an export did: files and bytes that it wrote and removed, and the number of the snapshot that it left."""

    snapshot: int
    files: int
    bytes: int
    removed: int
    total_files: int
    total_bytes: int


def write_parquet(connection: Connection, folder: Path, *, on_table: Callable[[str], None] | None = None) -> Written:
    """Bring `folder` up to date with the database, all of it as it is at this moment; made where it is not there.

    Where nothing was loaded since the last export, nothing is read or written. Else all is read, and the files whose rows
    differ are written; what is new comes into files of its own. Whoever asks the folder by its snapshot sees the old files
    or the new ones, never both. Raises DatabaseError where the folder holds something else, or another export is at work.
    """
    before = snapshots.read(folder)
    if before is None and folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise DatabaseError(f"{folder} holds something else", "name a new folder")
    state = _state(connection)
    if before is not None and before.state == state:
        return _told(before, before)
    folder.mkdir(parents=True, exist_ok=True)
    years = _years(connection, state["last_claim"])
    batches = partial(_batches, connection)
    with _alone(folder):
        return write_tables(folder, before, state, layouts(connection), years, batches, on_table)


def write_tables(
    folder: Path,
    before: snapshots.Snapshot | None,
    state: dict[str, Any],
    tables: Iterable[Layout],
    years: pyarrow.Array,
    batches: Callable[[Layout], Iterable[pyarrow.RecordBatch]],
    on_table: Callable[[str], None] | None = None,
) -> Written:
    """Bring `folder` from the snapshot `before` to `state`, with what `batches` gives of each table, in the table's order.

    `years` are those of the claims by id, 0 for none. `on_table` is told the name of each table before it is read.
    """
    cuts = {}
    for thing in ("claim", "document"):
        held = before.state[f"last_{thing}"] if before else 0
        cuts[thing] = ranges(before.cuts[thing] if before else (), held, state[f"last_{thing}"])
    written: dict[str, snapshots.Held] = {}
    fresh: dict[Path, Path] = {}
    for one in tables:
        if on_table is not None:
            on_table(one.name)
        files = _Files(folder, one, fresh)
        for batch in batches(one):
            if one.of_claim:
                pieces = parts(batch, one.of_claim, cuts["claim"], years)
            elif one.of_document:
                pieces = parts(batch, one.of_document, cuts["document"], None)
            else:
                pieces = iter([((0, None), batch)])
            for place, rows in pieces:
                files.add(place, rows)
        written[one.name] = snapshots.Held(one.comment, one.columns, one.of_claim is not None, files.close())
    number = before.number + 1 if before else 1
    after = snapshots.new_snapshot(number=number, taken_at=instant_now(), state=state, cuts=cuts, tables=written)
    for part, path in fresh.items():
        os.replace(part, path)
    snapshots.write(folder, after)
    for table in {*after.tables, *(before.tables if before else ())}:
        for path in (folder / table).rglob("*.*"):
            if path.suffix in (".parquet", ".part") and path.relative_to(folder).as_posix() not in after.paths:
                path.unlink()
    return _told(before, after)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other export writes into the folder meanwhile; where the system has no such lock, nobody looks."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / _MARK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DatabaseError(f"another export writes into {folder}", "wait until it has ended") from None
        yield


class _Files:
    """The files of one table in the making. One that comes out as it was is not written again: its name is its content's hash."""

    def __init__(self, folder: Path, layout: Layout, fresh: dict[Path, Path]) -> None:
        self._folder, self._layout, self._fresh = folder, layout, fresh
        self._waiting: dict[Place, list[pyarrow.RecordBatch]] = {}
        self._bytes: dict[Place, int] = {}
        self._writers: dict[Place, tuple[Path, parquet.ParquetWriter]] = {}
        self._rows: dict[Place, int] = {}

    def add(self, place: Place, rows: pyarrow.RecordBatch) -> None:
        self._waiting.setdefault(place, []).append(rows)
        self._bytes[place] = self._bytes.get(place, 0) + rows.nbytes
        if self._bytes[place] >= _GROUP_BYTES or sum(map(len, self._waiting[place])) >= _GROUP_ROWS:
            self._write(place)
        while sum(self._bytes.values()) > _HELD_BYTES:
            self._write(max(self._bytes, key=self._bytes.__getitem__))

    def close(self) -> list[snapshots.File]:
        """Write what waits; the files, those without a row among them only where there is no other."""
        if not self._waiting and not self._writers:
            self.add((0, None), pyarrow.RecordBatch.from_pylist([], schema=self._layout.schema))
        for place in list(self._waiting):
            self._write(place)
        return [self._closed(place) for place in sorted(self._writers, key=lambda place: (place[1] or 0, place[0]))]

    def _write(self, place: Place) -> None:
        rows = pyarrow.Table.from_batches(self._waiting.pop(place), self._layout.schema)
        self._bytes.pop(place)
        if place not in self._writers:
            path = self._folder / self._layout.name
            if self._layout.of_claim:
                path /= f"year={place[1] or _NO_YEAR}"
            path.mkdir(parents=True, exist_ok=True)
            path /= f"{place[0]}.{os.getpid()}.part"
            self._writers[place] = path, parquet.ParquetWriter(path, self._layout.schema, compression="zstd")
        self._writers[place][1].write_table(rows, row_group_size=_GROUP_ROWS)
        self._rows[place] = self._rows.get(place, 0) + len(rows)

    def _closed(self, place: Place) -> snapshots.File:
        part, writer = self._writers[place]
        writer.close()
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        path = part.with_name(f"{digest[:24]}.parquet")
        size = part.stat().st_size
        if path.exists():
            part.unlink()
        else:
            self._fresh[part] = path
        name = path.relative_to(self._folder).as_posix()
        return snapshots.File(name, self._rows[place], size, place[1])


def _batches(connection: Connection, layout: Layout) -> Iterator[pyarrow.RecordBatch]:
    """The rows of a table, in its order."""
    columns = ", ".join(layout.schema.names)
    size = _BATCH_OF_TEXTS if layout.of_document else _BATCH
    streaming = connection.execution_options(stream_results=True)
    cursor: Any = streaming.exec_driver_sql(f"select {columns} from {layout.name} order by {layout.order}").cursor
    while rows := cursor.fetchmany(size):
        values = zip(*rows, strict=True)
        arrays = [pyarrow.array(column, field.type) for column, field in zip(values, layout.schema, strict=True)]
        yield pyarrow.RecordBatch.from_arrays(arrays, schema=layout.schema)


def _years(connection: Connection, last: int) -> pyarrow.Array:
    """The year in which each claim begins, by its id; 0 where it has no date."""
    found = [0] * (last + 1)
    for number, year in connection.exec_driver_sql(
        "select id, cast(substr(date_earliest, 1, 4) as integer) from claims where date_earliest >= '0'"
    ):
        found[number] = year
    return pyarrow.array(found, pyarrow.int16())


def _state(connection: Connection) -> dict[str, Any]:
    """What tells one state of the database from another: every load that changes something leaves a run and marks."""
    run = connection.exec_driver_sql
    state: dict[str, Any] = {"edition": _edition(), "revision": head_revision()}
    for thing in ("run", "claim", "document"):
        state[f"{thing}s"], state[f"last_{thing}"] = run(f"select count(*), coalesce(max(id), 0) from {thing}s").one()
    state["mark"] = run("select coalesce(max(mark), 0) from marks").scalar_one()
    return state


def _edition() -> str:
    """What this version derives, and how it describes it."""
    files = [*sorted((DB / "derived").glob("*.sql")), *sorted((DB / "views").glob("*.sql")), DB / "metadata.yaml"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:16]


def _told(before: snapshots.Snapshot | None, after: snapshots.Snapshot) -> Written:
    held = before.paths if before else set()
    files = [file for table in after.tables.values() for file in table.files]
    new = [file for file in files if file.path not in held]
    return Written(
        snapshot=after.number,
        files=len(new),
        bytes=sum(file.bytes for file in new),
        removed=len(held - after.paths),
        total_files=len(files),
        total_bytes=sum(file.bytes for file in files),
    )
