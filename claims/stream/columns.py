"""Which column of a table gives which field, settled for the whole table before a row is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claims.errors import ClaimsError
from claims.records.plain import plain
from claims.stream.fields import CLAIM, DOCUMENT, EVIDENCE, FIELDS, PARTY_ROLES, SOURCE, field_called
from claims.stream.mapping import Columns, listed, near
from claims.stream.tables import Row, Table

_NEEDED = ("kind", "phase")
_CITED = ("document", "title", "url", "source")


@dataclass(frozen=True)
class Settled:
    """`columns`: field -> the columns that give it, in order. `key`: the column that tells rows apart; None = none does."""

    mapping: Columns
    name: str
    columns: Mapping[str, Sequence[str]]
    key: str | None
    separators: Sequence[str]
    notes: list[str] = field(default_factory=list)

    def cells(self, row: Row, name: str) -> Iterator[tuple[str | None, Any]]:
        """(column, cell) of a field that the row gives; (None, value) where the mapping gives it for every row."""
        found = False
        for column in self.columns.get(name, ()):
            if column in row.cells:
                found = True
                yield column, row.cells[column]
        if not found and name in self.mapping.always:
            yield None, self.mapping.always[name]

    def text(self, row: Row, name: str) -> tuple[str | None, str]:
        """(column, text) of a field that the row gives once; (column, "") where it does not."""
        for column, cell in self.cells(row, name):
            return column, self.meant(name, str(plain(cell)))
        return next(iter(self.columns.get(name, ())), None), ""

    def meant(self, name: str, text: str) -> str:
        """What the mapping says that a text means in a field; else the text itself."""
        return self.mapping.values.get(name, {}).get(text, text)


def settle(table: Table, mapping: Columns, where: str) -> Settled:
    """Raises ClaimsError naming every column that no field is called as, what is not there, and what to do."""
    used = {column for row in table.rows for column in row.cells}
    header = [column for column in table.header if column in used]
    columns: dict[str, list[str]] = {}
    taken: set[str] = set()
    for name, wanted in mapping.columns.items():
        for column in listed(wanted):
            if column not in table.header:
                raise ClaimsError(
                    f"the mapping reads {name} from a column {column!r}, which {where} does not have."
                    f" {near(column, [*table.header])}".rstrip(),
                    f"its columns are {', '.join(table.header)}",
                )
            columns.setdefault(name, []).append(column)
            taken.add(column)
    key = _key(table, mapping, where)
    ignored = {*listed(mapping.ignore), *([key] if key else [])}
    left = []
    for column in header:
        if column not in taken and column not in ignored:
            called = field_called(column)
            if called is None or called in mapping.columns:
                left.append(column)
            else:
                columns.setdefault(called, []).append(column)
    notes = []
    if left and mapping.columns:
        notes.append(f"{where}: not read: {', '.join(left)}")
    elif left:
        raise ClaimsError(f"{where}: {_unknown(left)}", _steps(where, table))
    _check_needed(columns, mapping, where)
    separators = listed(mapping.separator) if mapping.separator is not None else [";", "\n"]
    if mapping.separator is None:
        _check_commas(table, columns, where)
    name = mapping.name or table.name
    if key is not None and not name:
        raise ClaimsError(
            "the table has no name, of which and the key the claims' handles are made", "give name in the mapping"
        )
    return Settled(mapping, name, columns, key, separators, notes)


def _key(table: Table, mapping: Columns, where: str) -> str | None:
    if mapping.key is None:
        return None
    if mapping.key not in table.header:
        raise ClaimsError(
            f"{where} has no column {mapping.key!r} to be its key. {near(mapping.key, [*table.header])}".rstrip(),
            f"its columns are {', '.join(table.header)}",
        )
    return mapping.key


def _unknown(left: list[str]) -> str:
    told = [f"{column!r} ({hint})" if (hint := near(column.casefold(), [*FIELDS])) else repr(column) for column in left]
    return f"no field is called {', '.join(told)}"


def _steps(where: str, table: Table) -> str:
    if not table.name:
        return "give a mapping: mapping={'columns': {'date': ..., 'participant': ...}}, or ignore"
    return (
        f"`claims template {where} > {table.name}.toml` writes a mapping to fill in, for `claims load {where} --map"
        f" {table.name}.toml`; --set ignore={left_example(table)!r} leaves a column out"
    )


def left_example(table: Table) -> str:
    """A column that no field is called as."""
    return next((column for column in reversed(table.header) if field_called(column) is None), "Comments")


def _check_needed(columns: Mapping[str, Any], mapping: Columns, where: str) -> None:
    given = {*columns, *mapping.always}
    known = (*CLAIM, *EVIDENCE, *DOCUMENT, *SOURCE)
    for name in _NEEDED:
        if name not in given:
            example = {"kind": "meet", "phase": "occurred"}[name]
            raise ClaimsError(
                f"{where}: no column gives {name}, {known and FIELDS[name]}",
                f"--set {name}={example} says it for every row, a column {name} for each",
            )
    if not given & {*_CITED}:
        raise ClaimsError(
            f"{where}: no column says which document a row rests on ({', '.join(_CITED)})",
            "where the table itself is the document, say whose it is: --set source='Trade desk'",
        )


def _check_commas(table: Table, columns: Mapping[str, Sequence[str]], where: str) -> None:
    """A comma among persons is refused where nothing tells whether it parts two names or the two parts of one."""
    for role in PARTY_ROLES:
        for column in columns.get(role, ()):
            texts = [(row.line, cell) for row in table.rows if isinstance(cell := row.cells.get(column), str)]
            if any(";" in text or "\n" in text for _, text in texts):
                continue
            for line, text in texts:
                if "," in text or "、" in text:
                    comma = "," if "," in text else "、"
                    raise ClaimsError(
                        f"{where}, line {line}, column {column}: {text!r} may be one name or several",
                        f"--set separator={comma!r} where a {comma} stands between names, --set separator=';' where it is part of one",
                    )
