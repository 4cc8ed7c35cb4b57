"""A table as rows: from CSV, from a workbook, from JSON, from a DataFrame."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claims.errors import ClaimsError, RecordError
from claims.records.plain import is_nothing
from claims.stream.looks import delimiter_of
from claims.stream.unpacking import check_unpacked

_MOST_CELLS = 5_000_000  # of a sheet, empty ones too
_MOST_COLUMNS = 2_000
_EXTRA = "\0"  # under which a row's cells beyond its header are kept


@dataclass(frozen=True)
class Row:
    """A row: its line (from 1, the header being the first), and column -> cell; empty cells are left out."""

    line: int
    cells: Mapping[str, Any]
    error: RecordError | None = None


@dataclass(frozen=True)
class Table:
    """Rows under a header. `name` is the file's, without its ending; "" where there is none."""

    name: str
    header: Sequence[str]
    rows: Sequence[Row]


def from_csv(text: str, name: str, stem: str) -> Table:
    """The table that a text with delimiters holds. Every cell is text, as it stands: 00123 is no number.

    Raises ClaimsError where two columns have one name, where there are too many, or the text is no table.
    """
    from sqlite_utils.utils import Format, maximize_csv_field_size_limit, rows_from_file  # loads pandas where that is

    maximize_csv_field_size_limit()
    text = text.lstrip("\n")
    delimiter = delimiter_of(text, name)
    start = io.StringIO(text)
    header = _header(next(csv.reader(start, delimiter=delimiter), []), name)
    above = text.count("\n", 0, start.tell()) - 1  # lines of the header beyond its first
    told = io.StringIO()
    csv.writer(told, delimiter=delimiter, lineterminator="\n").writerow(header)
    lines = _Lines((told.getvalue() + text[start.tell() :]).encode("utf-8", "surrogatepass"))
    dialect = type("dialect", (csv.excel,), {"delimiter": delimiter})
    found, _ = rows_from_file(lines, format=Format.CSV, dialect=dialect, encoding="utf-8", extras_key=_EXTRA)
    rows = []
    try:
        for cells in found:
            inside = sum(cell.count("\n") for cell in cells.values() if isinstance(cell, str))
            rows.append(_row(lines.read_so_far - inside + above, cells, header))
    except csv.Error as error:
        raise ClaimsError(
            f"{name or 'the table'}, line {lines.read_so_far + above}: {error}", "check its quotation marks"
        ) from None
    return Table(stem, header, [row for row in rows if row.cells or row.error])


def _rows_of(sheet: Any, name: str) -> list[tuple[Any, ...]]:
    """The rows of a sheet. Raises ClaimsError where one far cell makes millions of empty ones of it."""
    rows: list[tuple[Any, ...]] = []
    cells = 0
    for row in sheet.iter_rows(values_only=True):
        cells += len(row) + 1
        if cells > _MOST_CELLS:
            raise ClaimsError(
                f"{name}, sheet {sheet.title!r}: more than {_MOST_CELLS:,} cells", "delete what is empty, or divide it"
            )
        rows.append(row)
    return rows


def from_workbook(data: bytes, name: str, stem: str, sheet: str | None) -> tuple[Table, list[str]]:
    """The table of a sheet of an .xlsx workbook (the first that has rows), and a note of the sheets that were not read.

    Days are days, whole numbers are whole; formulas give the values that they had when the file was saved. Raises
    ClaimsError where openpyxl is not installed, or the sheet is not there.
    """
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ClaimsError("workbooks need a package", "pip install 'claims[xlsx]', or save the sheet as CSV") from None
    check_unpacked(data, name)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheets = {one.title: one for one in book.worksheets}
        if sheet is not None and sheet not in sheets:
            raise ClaimsError(f"{name} has no sheet {sheet!r}", f"it has {', '.join(sheets)}")
        filled = {title: _rows_of(one, name) for title, one in sheets.items() if sheet in (None, title)}
    finally:
        book.close()
    filled = {title: rows for title, rows in filled.items() if any(any(not _is_empty(c) for c in row) for row in rows)}
    if not filled:
        return Table(stem, [], []), []
    title, rows = next(iter(filled.items()))
    notes = (
        [f"{name}: read the sheet {title!r}, and not {', '.join(map(repr, [*filled][1:]))}"] if len(filled) > 1 else []
    )
    first = next(number for number, row in enumerate(rows) if any(not _is_empty(cell) for cell in row))
    width = max(number for number, cell in enumerate(rows[first], 1) if not _is_empty(cell))
    header = _header(["" if cell is None else str(cell) for cell in rows[first][:width]], name)
    found = []
    for number, row in enumerate(rows[first + 1 :], first + 2):
        cells: dict[str, Any] = dict(zip(header, row, strict=False))
        extra = [cell for cell in row[width:] if not _is_empty(cell)]
        found.append(_row(number, {**cells, _EXTRA: extra} if extra else cells, header))
    return Table(stem, header, [row for row in found if row.cells or row.error]), notes


def from_mappings(rows: Iterable[Mapping[str, Any]], stem: str, first: int = 1) -> Table:
    """The table of a list of mappings, one a row; its line is its number among them, from `first`."""
    header: dict[str, None] = {}
    found = []
    for number, row in enumerate(rows, first):
        cells = {str(name): value for name, value in row.items()}
        header.update(dict.fromkeys(cells))
        found.append(_row(number, cells, [*cells]))
    return Table(stem, [*header], [row for row in found if row.cells])


class _Lines(io.BytesIO):
    """Hands its lines out one by one, so that it is known how many were read when a row is."""

    read_so_far = 0

    def read1(self, _size: int | None = -1, /) -> bytes:
        self.read_so_far += 1
        return self.readline()


def _header(cells: Sequence[str], name: str) -> list[str]:
    if len(cells) > _MOST_COLUMNS:
        raise ClaimsError(
            f"{name or 'the table'} has {len(cells)} columns; a table may have {_MOST_COLUMNS}",
            "check how its cells and lines are parted",
        )
    header = [" ".join(cell.split()) or f"column {number}" for number, cell in enumerate(cells, 1)]
    counts = Counter(header)
    twice = [cell for cell, count in counts.items() if count > 1]
    if twice:
        raise ClaimsError(
            f"{name or 'the table'} has {counts[min(twice)]} columns called {min(twice)!r}",
            "give each a name of its own",
        )
    return header


def _row(line: int, cells: Mapping[str, Any], header: Sequence[str]) -> Row:
    extra = [cell for cell in cells.get(_EXTRA) or () if not _is_empty(cell)]
    kept = {
        " ".join(name.split()): cell.strip() if isinstance(cell, str) else cell
        for name, cell in cells.items()
        if name != _EXTRA and not _is_empty(cell)
    }
    error = RecordError("", f"has more cells than the {len(header)} of the header", extra) if extra else None
    return Row(line, kept, error)


def _is_empty(cell: Any) -> bool:
    return is_nothing(cell) or (isinstance(cell, str) and not cell.strip())
