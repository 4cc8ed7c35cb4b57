"""What Datasette tells of the tables: descriptions from the models, labels, facets, search and the catalogue's queries."""

from __future__ import annotations

import re
from typing import Any

import yaml

from claims.models import Base
from claims.queries import catalogue
from claims.resources import DB
from claims.text import search_query

#: The column by which a row of a table is called in links to it.
LABELS = {
    "aliases": "name",
    "arguments": "mention",
    "claims": "summary",
    "documents": "title",
    "entities": "name",
    "events": "name",
    "evidence": "alignment",
    "judgements": "why",
    "kinds": "name",
    "links": "link_type",
    "placements": "why",
    "reviews": "verdict",
    "roles": "name",
    "runs": "tool",
    "sentences": "reason",
    "sources": "name",
}
#: Facets shown without asking: only columns with an index, which answer in time on a million claims. By kind, phase,
#: month, person and source the page /search counts.
FACETS = {
    "claims": ["document_id", "event_id"],
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

_NOTHING = '"​"'  # a zero-width space: a phrase without a token, which FTS5 takes and which finds nothing
_COMMENT = re.compile(r"\A((?:--.*\n)+)")


def search_terms(words: object) -> str:
    """What Datasette's `?_search=` asks the index for: `search_query`, or a phrase that finds nothing. Never a syntax error."""
    return search_query("" if words is None else str(words)) or _NOTHING


def descriptions() -> dict[str, dict[str, Any]]:
    """Table or view -> {"description", "columns": {column: description}}.

    Tables from the comments of the models; views and derived tables from the first comment of their files, their
    columns from db/views/columns.yaml and, where that is silent, from the table that has a column of the name.
    """
    told: dict[str, dict[str, Any]] = {
        table.name: {"description": table.comment, "columns": {c.name: c.comment for c in table.columns}}
        for table in Base.metadata.sorted_tables
    }
    for folder in ("derived", "views"):
        for path in sorted((DB / folder).glob("*.sql")):
            name = re.sub(r"^\d+_", "", path.stem)
            told[name] = {"description": _first_comment(path.read_text("utf-8")), "columns": {}}
    return told


def as_yaml() -> str:
    """db/metadata.yaml: `descriptions()` in Datasette's own form, for a database that is called claims."""
    tables = {name: {key: value for key, value in entry.items() if value} for name, entry in descriptions().items()}
    return "# Generated from the models: python -m claims.datasette.metadata > db/metadata.yaml\n" + yaml.safe_dump(
        {"databases": {"claims": {"tables": dict(sorted(tables.items()))}}},
        allow_unicode=True,
        sort_keys=False,
        width=120,
    )


async def describe(datasette: Any, database: str) -> None:
    """Give Datasette all of this for one database. What its owner configured stays."""
    _configure(datasette, database)
    for table, told in descriptions().items():
        if "description" not in await datasette.get_resource_metadata(database, table):
            await datasette.set_resource_metadata(database, table, "description", told["description"])
        for column, text in told["columns"].items():
            if "description" not in await datasette.get_column_metadata(database, table, column):
                await datasette.set_column_metadata(database, table, column, "description", text)
    for query in catalogue().values():
        if await datasette.get_query(database, query.name) is None:
            await datasette.add_query(
                database,
                query.name,
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


def _first_comment(sql: str) -> str:
    match = _COMMENT.match(sql)
    return " ".join(line.removeprefix("--").strip() for line in match[1].splitlines()) if match else ""


if __name__ == "__main__":
    print(as_yaml(), end="")
