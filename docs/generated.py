"""The parts of pages that are made of the program: its queries, tables, records, vocabularies and commands."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import yaml

from claims.catalogue import catalogue
from claims.cli import main
from claims.models import Base
from claims.records import json_schema
from claims.resources import DB
from claims.storage import markdown
from claims.vocabulary import KINDS, ROLES, TERMS

_VOCABULARIES: dict[str, Iterable[str]] = {"kinds": KINDS, "roles": ROLES, **TERMS}


def _table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown; `head` has its columns separated by bars."""
    lines = [" | ".join(row).replace("\n", " ") for row in rows]
    return f"| {head} |\n{'|---' * len(head.split('|'))}|\n" + "".join(f"| {line} |\n" for line in lines)


def _questions() -> str:
    """A line for each query of the catalogue."""
    rows = ([f"[`{q.name}`](#{q.name})", q.title, ", ".join(q.parameters)] for q in catalogue().values())
    return _table("query | asks | parameters", rows)


def _catalogue() -> str:
    """A section for each query: what it asks, its parameters, its first answer."""
    parts = []
    for query in catalogue().values():
        parameters = _table("parameter | takes", ([f"`{name}`", told] for name, told in query.parameters.items()))
        parts.append(
            f"### {query.name}\n\n**{query.title}** {query.description} [SQL](../../db/queries/{query.name}.sql)\n\n"
            f"{parameters}\n```console\n$ claims query {query.name} --limit 1\n```\n"
        )
    return "\n".join(parts)


def _views() -> str:
    """Views and derived tables with their columns, as db/metadata.yaml tells them to Datasette."""
    told = yaml.safe_load((DB / "metadata.yaml").read_text("utf-8"))["databases"]["claims"]["tables"]
    return "\n".join(
        f"### {name}\n\n{entry['description']}\n\n"
        + _table("column | holds", ([f"`{column}`", text] for column, text in entry["columns"].items()))
        for name, entry in told.items()
        if name not in Base.metadata.tables and "columns" in entry
    )


def _records() -> str:
    """A section for each record: its fields, and one whole."""
    defined = json_schema()["$defs"]
    names = sorted(defined, key=lambda name: ("record" not in defined[name]["properties"], name))
    return "\n".join(_record(name, defined[name]) for name in names)


def _record(name: str, schema: dict[str, Any]) -> str:
    fields = {field: told for field, told in schema["properties"].items() if field != "record"}
    rows = (
        [f"`{field}`", _type(told), _default(told, field in schema["required"]), _description(told)]
        for field, told in fields.items()
    )
    whole = max(schema.get("examples", ()), key=len, default=None)
    example = f"\n```json\n{_whole(whole)}\n```\n" if whole else ""
    return f"### {name.lower()}\n\n{schema['description']}\n\n{_table('field | type | default | holds', rows)}{example}"


def _whole(record: dict[str, Any]) -> str:
    """The record with a field a line, and an item of a list a line."""
    lines = []
    for field, value in record.items():
        if isinstance(value, list):
            items = ",\n".join(f"    {json.dumps(item, ensure_ascii=False)}" for item in value)
            lines.append(f"  {json.dumps(field)}: [\n{items}\n  ]")
        else:
            lines.append(f"  {json.dumps(field)}: {json.dumps(value, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _of(told: dict[str, Any]) -> dict[str, Any]:
    """The part of a field's schema that says what it takes: null is what a field left out means."""
    found: dict[str, Any] = next((one for one in told.get("anyOf", ()) if one.get("type") != "null"), told)
    return found


def _type(told: dict[str, Any]) -> str:
    one = _of(told)
    if "enum" in one:
        names = [name for name, values in _VOCABULARIES.items() if sorted(values) == sorted(one["enum"])]
        return f"[{names[0].replace('_', ' ')}](vocabulary.md#{names[0].replace('_', '-')})"
    if one["type"] == "array":
        name = one["items"]["$ref"].rsplit("/", 1)[-1].lower()
        return f"list of [{name}](#{name})"
    return str({"string": "text", "integer": "whole number", "number": "number"}[one["type"]])


def _default(told: dict[str, Any], required: bool) -> str:
    if required:
        return "**required**"
    value = told.get("default")
    return "" if value in (None, [], ()) else f"`{value}`"


def _description(told: dict[str, Any]) -> str:
    return str(told.get("description") or _of(told).get("description", ""))


def _kinds() -> str:
    return _table(
        "kind | holds | example | PLOVER", ([f"`{k.name}`", k.definition, k.example, k.plover] for k in KINDS.values())
    )


def _roles() -> str:
    rows = ([f"`{r.name}`", r.definition, r.example, "yes" if r.is_party else ""] for r in ROLES.values())
    return _table("role | holds | example | party", rows)


def _terms() -> str:
    return "\n".join(
        f"### {name.replace('_', ' ')}\n\n"
        + _table("value | means", ([f"`{value}`", told] for value, told in terms.items()))
        for name, terms in TERMS.items()
    )


def _rooms() -> str:
    """The import contract's layers, top floor first, with what each room says of itself."""
    pyproject = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    layers = pyproject["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = [
        [str(len(layers) - number), f"`{room}`", str(import_module(f"claims.{room}").__doc__).split("\n\n")[0].strip()]
        for number, layer in enumerate(layers)
        for room in layer.split(" | ")
    ]
    return _table("floor | room | holds", rows)


def _relationships() -> str:
    """A line for each model: where its rows lead."""
    rows = (
        [
            f"`{mapper.class_.__name__}`",
            f"`{mapper.class_.__tablename__}`",
            ", ".join(f"`{one.key}`{' (many)' if one.uselist else ''}" for one in mapper.relationships),
        ]
        for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__)
    )
    return _table("model | table | leads to", rows)


def _commands() -> str:
    """The help of each command, which the page then runs."""
    names = main.list_commands(click.Context(main))
    return "\n".join(f"### {name}\n\n```console\n$ claims {name} --help\n```\n" for name in names)


#: name -> what stands between <!-- name --> and <!-- /name -->
PARTS: dict[str, Callable[[], str]] = {
    "questions": _questions,
    "catalogue": _catalogue,
    "dictionary": markdown,
    "views": _views,
    "records": _records,
    "kinds": _kinds,
    "roles": _roles,
    "terms": _terms,
    "rooms": _rooms,
    "relationships": _relationships,
    "commands": _commands,
}
