"""The tables speak for themselves: each column described, none with a name that must be quoted."""

from __future__ import annotations

from claims.models import Base
from claims.storage import markdown
from claims.vocabulary import KINDS, ROLES, TERMS

# SQL:2016 reserved words that a schema like this one could fall into, and those that SQLite or PostgreSQL reserve.
RESERVED = [
    "all",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "between",
    "both",
    "by",
    "case",
    "cast",
    "check",
    "column",
    "constraint",
    "create",
    "cross",
    "current_date",
    "default",
    "delete",
    "desc",
    "distinct",
    "do",
    "drop",
    "else",
    "end",
    "except",
    "exists",
    "false",
    "fetch",
    "for",
    "foreign",
    "from",
    "full",
    "grant",
    "group",
    "having",
    "in",
    "index",
    "inner",
    "insert",
    "intersect",
    "into",
    "is",
    "join",
    "left",
    "like",
    "limit",
    "natural",
    "not",
    "null",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "outer",
    "primary",
    "references",
    "returning",
    "right",
    "select",
    "session",
    "set",
    "some",
    "table",
    "then",
    "to",
    "true",
    "union",
    "unique",
    "update",
    "user",
    "using",
    "values",
    "when",
    "where",
    "window",
    "with",
    "end",
    "start",
    "position",
    "value",
    "function",
]


def test_every_table_and_column_is_described() -> None:
    for table in Base.metadata.tables.values():
        assert table.comment
        for column in table.columns:
            assert column.comment, f"{table.name}.{column.name}"
            assert column.comment.endswith(".")


def test_no_column_needs_quotes() -> None:
    names = {column.name for table in Base.metadata.tables.values() for column in table.columns} | set(
        Base.metadata.tables
    )
    assert names & set(RESERVED) == set()
    assert all(name.isidentifier() and name.islower() for name in names)


def test_the_dictionary_has_every_column() -> None:
    text = markdown()
    for table in Base.metadata.tables.values():
        assert f"### {table.name}\n" in text
        assert all(f"`{column.name}`" in text for column in table.columns)


def test_every_value_has_its_definition() -> None:
    assert all(kind.definition and kind.example for kind in KINDS.values())
    assert all(role.definition and role.example for role in ROLES.values())
    assert all(definition.endswith(".") for terms in TERMS.values() for definition in terms.values())
