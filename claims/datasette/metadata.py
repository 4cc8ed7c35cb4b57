"""What Datasette tells of the tables: descriptions from the models, labels, facets, search and the catalogue's queries."""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import inspect

from claims.catalogue import catalogue
from claims.datasette.asking import holds_claims
from claims.models import Base
from claims.resources import DB
from claims.storage import create_engine, upgrade

#: The column by which a row of a table is called in links to it.
LABELS = {
    "aliases": "name",
    "arguments": "mention",
    "claims": "summary",
    "documents": "title",
    "doubts": "reason",
    "entities": "name",
    "events": "name",
    "evidence": "alignment",
    "judgements": "why",
    "kinds": "name",
    "links": "link_type",
    "marks": "record",
    "relations": "relation_type",
    "placements": "why",
    "pulled": "key",
    "replica": "source",
    "reviews": "verdict",
    "roles": "name",
    "runs": "tool",
    "seals": "record",
    "sentences": "reason",
    "sources": "name",
}
#: Facets shown without asking: of claims none, as to count a million takes its time whatever is looked for; `?_facet=`
#: counts any column, and by kind, phase, month, person and source the page /search does.
FACETS = {
    "documents": ["source_id", "published_on"],
    "entities": ["kind"],
    "events": ["kind", "series_id"],
}
#: Table or view -> (its full-text table, the column that holds that table's rowid).
SEARCHED = {
    "claims": ("claims_search", "id"),
    "statements": ("claims_search", "claim_id"),
    "documents": ("documents_search", "id"),
    "entities": ("entities_search", "id"),
}
#: Plumbing of search, and Alembic's mark.
HIDDEN = ("alembic_version", "claim_words", "document_words", "entity_words")

_HEADING = (
    "# Generated from the models; make it anew with:\n"
    "# python -c \"from claims.datasette import metadata; print(metadata.as_yaml(), end='')\" > db/metadata.yaml\n"
)
_COMMENT = re.compile(r"\A((?:--.*\n)+)")


def descriptions(shown: Mapping[str, Sequence[str]]) -> dict[str, dict[str, Any]]:
    """Table or view -> {"description", "columns": {column: description}}. `shown` are the columns of what is not a model.

    Tables from the comments of the models; views and derived tables from the first comment of their files, their
    columns from db/columns.toml, else from the table that has a column of the name (claims first).
    """
    tables = sorted(Base.metadata.sorted_tables, key=lambda table: (table.name != "claims", table.name))
    told: dict[str, dict[str, Any]] = {
        str(table.name): {"description": table.comment, "columns": {str(c.name): c.comment for c in table.columns}}
        for table in tables
    }
    known: dict[str, str] = {str(c.name): str(c.comment) for table in reversed(tables) for c in table.columns}
    written = tomllib.loads((DB / "columns.toml").read_text("utf-8"))
    known |= {column: text for column, text in written.items() if isinstance(text, str)}
    for folder in ("derived", "views"):
        for path in sorted((DB / folder).glob("*.sql")):
            name = re.sub(r"^\d+_", "", path.stem)
            meant = known | written.get(name, {})
            columns = {column: meant[column] for column in shown.get(name, ()) if column in meant}
            told[name] = {"description": _first_comment(path.read_text("utf-8")), "columns": columns}
    return told


def as_yaml() -> str:
    """db/metadata.yaml: `descriptions` of a fresh database in Datasette's own form, for one that is called claims."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(Path(folder) / "claims.db")
        upgrade(engine)
        inspector = inspect(engine)
        names = [*inspector.get_table_names(), *inspector.get_view_names()]
        shown = {name: [str(column["name"]) for column in inspector.get_columns(name)] for name in names}
        engine.dispose()
    tables = {
        name: {key: value for key, value in entry.items() if value} for name, entry in descriptions(shown).items()
    }
    return _HEADING + yaml.safe_dump(
        {"databases": {"claims": {"tables": dict(sorted(tables.items()))}}},
        allow_unicode=True,
        sort_keys=False,
        width=120,
    )


def stored_name(name: str, tables: Sequence[str]) -> str:
    """The name of a catalogue query in Datasette, where tables and views come first at the same address."""
    return f"{name}_query" if name in tables else name


async def describe(datasette: Any, database: str) -> None:
    """Give Datasette all of this for one database. What its owner configured stays."""
    _configure(datasette, database)
    held = datasette.get_database(database)
    names = [*await held.table_names(), *await held.view_names()]
    for table, told in descriptions({name: await held.table_columns(name) for name in names}).items():
        if table not in names:
            continue
        if "description" not in await datasette.get_resource_metadata(database, table):
            await datasette.set_resource_metadata(database, table, "description", told["description"])
        for column, text in told["columns"].items():
            if "description" not in await datasette.get_column_metadata(database, table, column):
                await datasette.set_column_metadata(database, table, column, "description", text)
    for query in catalogue().values():
        name = stored_name(query.name, names)
        if await datasette.get_query(database, name) is None:
            await datasette.add_query(
                database,
                name,
                query.sql,
                title=query.title,
                description=query.description,
                parameters=list(query.parameters),
                is_trusted=True,
                hide_sql=True,
                source="claims",
            )


def _configure(datasette: Any, database: str) -> None:
    if datasette.config is None:
        datasette.config = {}
    if "suggest_facets" not in (datasette.config.get("settings") or {}) and _are_all_ours(datasette):
        datasette._settings["suggest_facets"] = (
            False  # a hundred statements a page, each of which reads a thousand rows whole
        )
    tables = datasette.config.setdefault("databases", {}).setdefault(database, {}).setdefault("tables", {})
    for table, label in LABELS.items():
        tables.setdefault(table, {}).setdefault("label_column", label)
    for table, facets in FACETS.items():
        tables.setdefault(table, {}).setdefault("facets", facets)
    for table, (fts_table, fts_pk) in SEARCHED.items():
        tables.setdefault(table, {}).setdefault("fts_table", fts_table)
        tables[table].setdefault("fts_pk", fts_pk)
    for table in HIDDEN:
        tables.setdefault(table, {}).setdefault("hidden", True)


def _are_all_ours(datasette: Any) -> bool:
    return all(holds_claims(datasette, name) for name, one in datasette.databases.items() if one.path is not None)


def _first_comment(sql: str) -> str:
    match = _COMMENT.match(sql)
    return " ".join(line.removeprefix("--").strip() for line in match[1].splitlines()) if match else ""
