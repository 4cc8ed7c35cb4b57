"""What a folder of Parquet holds at present: its tables and their files, in one file that is replaced whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from claims.errors import DatabaseError

NAME = "snapshot.json"
_FORMAT = 1


class File(msgspec.Struct, frozen=True):
    """One file of a table. `path` is from the folder on; `year` is None where the table is not cut by year, or has no date."""

    path: str
    rows: int
    bytes: int
    year: int | None = None


class Held(msgspec.Struct, frozen=True):
    """One table: what a row is, its columns with what each holds, and its files. `by_year`: its paths carry the year."""

    comment: str
    columns: dict[str, str]
    by_year: bool
    files: list[File]


class Snapshot(msgspec.Struct, frozen=True):
    """A folder as one export left it.

    `number` counts the exports that wrote; `state` tells what of the database it is; `cuts` are the first ids of the ranges
    of claims and of documents by which files are cut, in order.
    """

    format: int
    number: int
    taken_at: str
    state: dict[str, Any]
    cuts: dict[str, list[int]]
    tables: dict[str, Held]

    @property
    def paths(self) -> set[str]:
        """Every file of every table."""
        return {file.path for table in self.tables.values() for file in table.files}


def new_snapshot(**fields: Any) -> Snapshot:
    """A snapshot in the form that this version writes."""
    return Snapshot(format=_FORMAT, **fields)


def read(folder: Path) -> Snapshot | None:
    """The snapshot of a folder, None where it has none. Raises DatabaseError where it is of another form."""
    try:
        told = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return None
    try:
        found = msgspec.json.decode(told, type=Snapshot)
    except msgspec.DecodeError as error:
        raise DatabaseError(f"{folder / NAME} cannot be read ({error})", "export into a new folder") from None
    if found.format != _FORMAT:
        raise DatabaseError(f"{folder / NAME} was written by another version", "export into a new folder")
    return found


def write(folder: Path, snapshot: Snapshot) -> None:
    """Put the snapshot in the place of the one before, at once."""
    new = folder / f"{NAME}.{os.getpid()}.part"
    new.write_bytes(msgspec.json.format(msgspec.json.encode(snapshot), indent=1))
    os.replace(new, folder / NAME)
