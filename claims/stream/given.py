"""Whatever a person has, as the stream that the loader takes."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import IO, Any

from claims.errors import ClaimsError
from claims.records import Placed, Record
from claims.stream import tables
from claims.stream.columns import settle
from claims.stream.encodings import text_of
from claims.stream.fields import field_called
from claims.stream.looks import look
from claims.stream.mapping import Columns, Given, mapping_of
from claims.stream.rows import records_of

_HEAD = 64 * 1024


@dataclass
class Stream:
    """Lines of JSON, mappings, records or Placed, to be read once; and what the reader should know of how they were read.

    `parameters` are the settings of a table, to be kept with the run; None where no table was read. `is_at_hand`: the items
    need not be waited for, as they are in memory or in a file of this machine.
    """

    items: Iterable[Any]
    notes: list[str] = field(default_factory=list)
    parameters: dict[str, Any] | None = None
    is_at_hand: bool = False

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)


def stream(given: Any, mapping: Given = None, *, settings: Mapping[str, str] | None = None, name: str = "") -> Stream:
    """The stream of records that `given` holds.

    It may be a path; text or bytes (JSON lines, a JSON array, CSV, a workbook); a file open for either; one record; an
    iterable of mappings, records or lines; a DataFrame of pandas or polars, or a table of pyarrow. Mappings without
    "record" are rows of a table, which `mapping` and `settings` (see `claims.stream.mapping`) turn into records. `name`
    is the file's, where it is not `given` that tells it.

    Raises ClaimsError for what is none of these, saying what it looks like and what takes it.
    """
    columns = mapping_of(mapping, settings)
    is_table = mapping is not None or bool(settings)
    if isinstance(given, PathLike) or (isinstance(given, str) and not _is_text(given)):
        return _from_path(Path(fspath(given)), columns, is_table)
    if isinstance(given, (str, bytes, bytearray, memoryview)):
        data = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else bytes(given)
        return _from_bytes(data, name, columns, is_table)
    if callable(getattr(given, "read", None)):
        return _from_file(given, name or _name_of(given), columns, is_table)
    items = [given] if isinstance(given, (Mapping, Record, Placed)) else _frame(given)
    if items is not None or isinstance(given, Iterable):
        return _from_items(given if items is None else items, name, columns, is_table)
    raise ClaimsError(
        f"records cannot be read from {type(given).__name__}",
        "give a path, text, bytes, an open file, a record, a list of records or rows, or a DataFrame",
    )


def records_in(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a JSONL file; a byte order mark at its start is passed over."""
    for number, line in enumerate(file):
        yield line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line


def _is_text(given: str) -> bool:
    return "\n" in given or given.lstrip("\ufeff \t")[:1] in ("{", "[")


def _from_path(path: Path, columns: Columns, is_table: bool) -> Stream:
    try:
        file = path.open("rb")
    except OSError as error:
        raise ClaimsError(
            f"{path}: {(error.strerror or 'cannot be read').lower()}", "give a file that can be read"
        ) from None
    with file:
        if not path.is_file():  # a pipe gives what it gives once
            return _from_file(file, path.name, columns, is_table)
        head = file.read(_HEAD)
        if look(head, path.name) == "lines" and not is_table and not _has_rows(head):
            return Stream(_lines_of(path), is_at_hand=True)
        return _from_bytes(head + file.read(), path.name, columns, is_table)


def _lines_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from records_in(file)


def _from_file(file: Any, name: str, columns: Columns, is_table: bool) -> Stream:
    """A file open for bytes or text; one of JSON lines is read line by line, not whole."""
    try:
        first = file.readline()
    except UnicodeDecodeError as error:
        raise ClaimsError(
            f"the open file is not {error.encoding}", "open it with mode 'rb', or give its path"
        ) from None
    is_bytes = isinstance(first, bytes)
    head = first if is_bytes else first.encode("utf-8", "surrogatepass")
    is_lines = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{" and look(head, name) == "lines" and not is_table
    if is_lines and not _has_rows(head) and head.strip() != b"{":
        rest = file if is_bytes else (line.encode("utf-8", "surrogatepass") for line in file)
        return Stream(itertools.chain([head.removeprefix(b"\xef\xbb\xbf")], rest))
    rest = file.read()
    return _from_bytes(head + (rest if is_bytes else rest.encode("utf-8", "surrogatepass")), name, columns, is_table)


def _from_bytes(data: bytes, name: str, columns: Columns, is_table: bool) -> Stream:
    stem = Path(name).stem if name else ""
    match look(data, name):
        case "xlsx":
            table, notes = tables.from_workbook(data, name, stem, columns.sheet)
            return _from_table(table, columns, name, notes)
        case "lines":
            if not data.strip():
                return Stream([])
            if is_table or _has_rows(data[:_HEAD]):
                return _from_items(_parsed(data, name), name, columns, is_table)
            return Stream(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), is_at_hand=True)
        case "json":
            return _from_json(data, name, columns, is_table)
        case "table":
            text, note = text_of(data, name or "the table", columns.encoding)
            if text.lstrip()[:1] in ("{", "["):  # JSON in UTF-16
                return _from_bytes(text.encode("utf-8", "surrogatepass"), name, columns, is_table)
            return _from_table(tables.from_csv(text, name, stem), columns, name, [note] if note else [])


def _from_json(data: bytes, name: str, columns: Columns, is_table: bool) -> Stream:
    try:
        whole = json.loads(text_of(data, name or "the text", columns.encoding)[0])
    except ValueError as error:
        raise ClaimsError(f"{name or 'the text'} is not JSON: {error}", "check where it was cut or edited") from None
    except RecursionError:
        raise ClaimsError(
            f"{name or 'the text'} is JSON nested too deeply", "give an array of records or rows"
        ) from None
    return _from_items([whole] if isinstance(whole, dict) else whole, name, columns, is_table)


def _from_items(items: Iterable[Any], name: str, columns: Columns, is_table: bool) -> Stream:
    """Records as they are; rows, told by the first of them, as a table."""
    rest = iter(items)
    start = [*itertools.islice(rest, 1)]
    chained = itertools.chain(start, rest)
    if not start or not isinstance(start[0], Mapping) or "record" in start[0]:
        return Stream(chained)
    inside = _list_in(start[0])
    if inside is not None:
        read = _from_items(start[0][inside], name, columns, is_table)
        read.notes.insert(0, f"{name or 'the object'}: read the list {inside!r}")
        return read
    if not is_table and not _is_row(start[0]):
        return Stream(chained)
    rows = [*chained]
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            raise ClaimsError(f"row {number} is no mapping but {type(row).__name__}", "give every row as a mapping")
    return _from_table(tables.from_mappings(rows, Path(name).stem if name else ""), columns, name, [])


def _from_table(table: tables.Table, columns: Columns, name: str, notes: list[str]) -> Stream:
    if not table.rows:
        return Stream([], [*notes, f"{name or 'the table'} has no rows"])
    settled = settle(table, columns, name or "the table")
    told = {key: value for key in columns.__struct_fields__ if (value := getattr(columns, key))}
    return Stream(records_of(table, settled), [*notes, *settled.notes], {"table": settled.name, **told})


def _has_rows(head: bytes) -> bool:
    """Whether the first line is a JSON object that is a row, or holds rows, and is no record."""
    try:
        first = json.loads(head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(first, dict) and "record" not in first and (_is_row(first) or _list_in(first) is not None)


def _list_in(mapping: Mapping[Any, Any]) -> str | None:
    """The one list of objects in an object that is no record of a claim: {"rows": [{...}, ...]}."""
    lists = [
        name for name, value in mapping.items() if isinstance(value, list) and value and isinstance(value[0], dict)
    ]
    return lists[0] if len(lists) == 1 and lists[0] not in ("arguments", "evidence", "aliases") else None


def _is_row(mapping: Mapping[Any, Any]) -> bool:
    """Whether a mapping without "record" is a row: some field is called so, and no part of it is an object of a record's."""
    is_nested = any(
        isinstance(p, Mapping) for v in mapping.values() for p in (v if isinstance(v, (list, tuple)) else [v])
    )
    return not is_nested and any(field_called(str(name)) for name in mapping)


def _parsed(data: bytes, name: str) -> Iterator[Any]:
    for number, line in enumerate(data.splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError as error:
                raise ClaimsError(
                    f"{name or 'the text'}, line {number} is not JSON: {error}", "correct the line"
                ) from None


def _frame(given: Any) -> list[dict[str, Any]] | None:
    """The rows of a DataFrame of pandas or polars, or of a table of pyarrow, told by what it can do; None for others."""
    if callable(collect := getattr(given, "collect", None)) and hasattr(given, "collect_schema"):
        given = collect()  # a lazy frame of polars
    for method, arguments in (("to_dicts", {}), ("to_pylist", {}), ("to_dict", {"orient": "records"})):
        if hasattr(given, "columns") and callable(rows := getattr(given, method, None)):
            return [*rows(**arguments)]
    return None


def _name_of(file: Any) -> str:
    name = getattr(file, "name", "")
    return Path(name).name if isinstance(name, str) and not name.startswith("<") else ""
