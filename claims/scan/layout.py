"""What a folder of Parquet holds: which tables, of which types, how they are cut into files, and what their columns mean."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import pyarrow
import sqlalchemy
import yaml
from sqlalchemy import Connection

from claims.resources import DB

#: Views that questions ask, written out as tables, each with the order of its rows: what is nested, engines that scan
#: would work out anew for all claims at each asking, and some of them cannot.
VIEWS = {
    "beginnings": "referent_id, day, day_latest",
    "best_names": "folded, referent_id",
    "disagreements": "slot, claim_a_id, claim_b_id, subject, value_a, value_b, class, rule",
    "event_disagreements": "slot, event_id, claim_a_id, claim_b_id, value_a, value_b, class, rule",
    "event_mentions": "event_id, claim_id",
    "origins": "document_id",
    "participants": "claim_id, seq",
    "placed": "claim_id",
    "promise_dues": "claim_id",
    "quotes": "claim_id, seq",
    "statements": "claim_id",
}
#: Which column says of which claim a row is, where it is not called claim_id.
_OF_CLAIM = {"claims": "id", "links": "source_id", "outcomes": "promise_id"}
_OF_DOCUMENT = {"documents": "id", "sentences": "document_id", "origins": "document_id"}
_WHOLE_NUMBER, _NUMBER, _TEXT = pyarrow.int64(), pyarrow.float64(), pyarrow.string()


@dataclass(frozen=True)
class Layout:
    """One table of the folder.

    `of_claim` and `of_document` name the column that says of which claim or document a row is; None where it is of none.
    `order` is that of the rows within a file.
    """

    name: str
    schema: pyarrow.Schema
    order: str
    of_claim: str | None
    of_document: str | None

    @property
    def comment(self) -> str:
        """What a row is."""
        return _comment(self.schema.metadata)

    @property
    def columns(self) -> dict[str, str]:
        """Column -> what it holds."""
        return {field.name: _comment(field.metadata) for field in self.schema}


def layouts(connection: Connection) -> list[Layout]:
    """Every table that is written, in order of name: those of the models, what is derived but for search, and `VIEWS`."""
    look = sqlalchemy.inspect(connection)
    told = _descriptions()
    tables = [name for name in look.get_table_names() if name in told and "_search" not in name]
    types: dict[str, pyarrow.DataType] = {}
    columns: dict[str, list[tuple[str, pyarrow.DataType | None]]] = {}
    for name in (*tables, *VIEWS):
        columns[name] = [(str(column["name"]), _type(column["type"])) for column in look.get_columns(name)]
        types |= {column: one for column, one in columns[name] if one is not None and column not in types}
    found = []
    for name in sorted(columns):
        fields = [(column, one or types.get(column) or _guess(column)) for column, one in columns[name]]
        keys = look.get_pk_constraint(name)["constrained_columns"] if name in tables else []
        order = VIEWS.get(name) or ", ".join(keys)
        of_claim = _OF_CLAIM.get(name) or ("claim_id" if "claim_id" in dict(fields) else None)
        found.append(Layout(name, _schema(name, fields), order, of_claim, _OF_DOCUMENT.get(name)))
    return found


def _comment(metadata: dict[bytes, bytes] | None) -> str:
    return (metadata or {}).get(b"comment", b"").decode()


def _type(one: Any) -> pyarrow.DataType | None:
    """The type of a column; None for what a view works out, which SQLite gives no type."""
    match one:
        case sqlalchemy.types.NullType():
            return None
        case sqlalchemy.types.Integer() | sqlalchemy.types.Boolean():
            return _WHOLE_NUMBER
        case sqlalchemy.types.Numeric() | sqlalchemy.types.Float():
            return _NUMBER
    return _TEXT


def _guess(column: str) -> pyarrow.DataType:
    """What a view alone has is a text, but for numbers of rows and for 0 or 1. A value of another type stops the export."""
    return _WHOLE_NUMBER if column.endswith("_id") or column.startswith("is_") else _TEXT


def _schema(name: str, fields: list[tuple[str, pyarrow.DataType]]) -> pyarrow.Schema:
    """With the descriptions where Arrow and DuckDB's users look for them, and once more as Spark wants them."""
    told = _descriptions()[name]
    comments = {column: told["columns"].get(column, "") for column, _ in fields}
    spark = {"type": "struct", "fields": [
        {"name": column, "type": _SPARK[one], "nullable": True, "metadata": {"comment": comments[column]}}
        for column, one in fields
    ]}  # fmt: skip
    return pyarrow.schema(
        [pyarrow.field(column, one, metadata={"comment": comments[column]}) for column, one in fields],
        metadata={
            "comment": told["description"],
            "org.apache.spark.sql.parquet.row.metadata": json.dumps(spark, ensure_ascii=False),
        },
    )


_SPARK = {_WHOLE_NUMBER: "long", _NUMBER: "double", _TEXT: "string"}


@cache
def _descriptions() -> dict[str, dict[str, Any]]:
    """Table or view -> its description and those of its columns, as Datasette shows them."""
    told: dict[str, dict[str, Any]] = yaml.safe_load((DB / "metadata.yaml").read_text("utf-8"))["databases"]["claims"][
        "tables"
    ]
    return told
