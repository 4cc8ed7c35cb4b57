"""Beginnings to copy: a table's header with examples, a record whole, a mapping for a table that a person has."""

from __future__ import annotations

import json
from pathlib import Path

from claims.errors import ClaimsError
from claims.records import json_schema
from claims.records.plain import plain
from claims.resources import DB
from claims.stream.encodings import text_of
from claims.stream.fields import FIELDS, field_called
from claims.stream.looks import look
from claims.stream.tables import Row, Table, from_csv, from_workbook
from claims.vocabulary import KINDS

#: field -> words that colleagues put above its column; only proposed, in a mapping that a person reads
_WORDS = {
    "date": "day when datum date_of_meeting meeting_date",
    "participant": "who minister ministers counterpart attendees people persons names with delegation side_a side_b",
    "place": "where location city venue",
    "topic": "about subject subjects agenda theme issue issues",
    "quote": "words quotation excerpt passage",
    "page": "pp p",
    "source": "paper publisher outlet newspaper medium",
    "url": "link website web address webpage",
    "title": "headline article",
    "published_on": "published publication_date date_published",
    "summary": "description what",
}
_KEYS = ("id", "no", "nr", "number", "key", "ref", "#", "№")
_SHOWN = 3


def template(name: str) -> str:
    """The text to begin with: of a table ("meetings"), of a record ("claim"), "fields" or "kinds".

    Raises ClaimsError for an unknown name, listing them.
    """
    tables = {path.stem: path for path in sorted((DB / "examples").glob("*.csv"))}
    if name in tables:
        return tables[name].read_text("utf-8")
    if name == "fields":
        return "".join(f"{field:<20}{told}\n" for field, told in FIELDS.items())
    if name == "kinds":
        return "".join(f"{kind.name:<20}{kind.definition}\n" for kind in KINDS.values())
    examples = {key.lower(): one["examples"] for key, one in json_schema()["$defs"].items() if "examples" in one}
    if name in examples:
        return "".join(json.dumps(example, ensure_ascii=False) + "\n" for example in examples[name])
    known = ", ".join([*tables, *examples, "fields", "kinds"])
    raise ClaimsError(f"there is no template {name!r}", f"there are {known}, and FILE for a mapping of its columns")


def mapping_for(path: Path) -> str:
    """A mapping in TOML for the table in this file: each column under the field that it may be, with its first cells.

    Raises ClaimsError where the file holds no table.
    """
    table = _table(path)
    key = next((column for column in table.header if _is_key(column, table)), None)
    proposed: dict[str, list[str]] = {}
    left = []
    for column in table.header:
        field = field_called(column) or _proposed(column)
        if column == key:
            continue
        if field is None:
            left.append(column)
        else:
            proposed.setdefault(field, []).append(column)
    lines = [
        f"# How `claims load {path.name} --map THIS_FILE` reads the table. Right of each field: the columns that give it.",
        "# `claims template fields` lists the fields; --dry-run shows what would be loaded.",
        f"key = {_quoted(key)}  # tells rows apart: a corrected table supersedes by it"
        if key
        else '# key = "..."  # a column that tells rows apart: a corrected table then supersedes by it',
        '# dates = "day first"  # or "month first", where no cell of a column tells',
        "",
        "[columns]",
        *(f"{field} = {_listed(columns)}  # {_cells(table, columns[0])}" for field, columns in proposed.items()),
        *(f"# ... = {_quoted(column)}  # {_cells(table, column)}" for column in left),
        "",
        "[always]  # what every row says, where it does not say otherwise",
    ]
    for field, value in (("kind", "meet"), ("phase", "occurred"), ("source", "Trade desk")):
        if field not in proposed and not (field == "source" and "url" in proposed):
            lines.append(f"{field} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _table(path: Path) -> Table:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ClaimsError(f"{path}: {(error.strerror or '').lower()}", "give a file that can be read") from None
    kind = look(data, path.name)
    if kind == "xlsx":
        return from_workbook(data, path.name, path.stem, None)[0]
    if kind != "table":
        raise ClaimsError(
            f"{path.name} holds JSON, whose rows need no mapping", "load it, or name its fields with --set"
        )
    return from_csv(text_of(data, path.name)[0], path.name, path.stem)


def _is_key(column: str, table: Table) -> bool:
    cells = [row.cells.get(column) for row in table.rows]
    return column.casefold().strip(". ") in _KEYS and None not in cells and len(set(cells)) == len(cells)


def _proposed(column: str) -> str | None:
    name = "_".join(column.casefold().replace("(s)", "s").split()).strip("._ ")
    return next((field for field, words in _WORDS.items() if name in words.split()), None)


def _cells(table: Table, column: str) -> str:
    shown = [str(plain(row.cells[column]))[:30] for row in _first(table, column)]
    return " | ".join(" ".join(cell.split()) for cell in shown)


def _first(table: Table, column: str) -> list[Row]:
    return [row for row in table.rows if column in row.cells][:_SHOWN]


def _listed(columns: list[str]) -> str:
    return _quoted(columns[0]) if len(columns) == 1 else f"[{', '.join(map(_quoted, columns))}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
