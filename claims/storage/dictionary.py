"""The data dictionary: what each table and column holds, made of the comments in the models."""

from __future__ import annotations

from claims.models import Base

#: claims first, then what they refer to
_ORDER = (
    *("claims", "arguments", "evidence", "doubts", "links", "documents", "sentences", "sources", "entities", "aliases"),
    *("judgements", "relations", "events", "placements", "kinds", "roles", "reviews", "runs"),
    *("replica", "pulled", "marks", "seals"),
)


def markdown() -> str:
    """Every table with its columns as Markdown, claims first; the reference carries it and `claims dictionary` prints it."""
    parts = []
    for name in _ORDER:
        table = Base.metadata.tables[name]
        rows = "\n".join(f"| `{column.name}` | {column.comment} |" for column in table.columns)
        parts.append(f"### {name}\n\n{table.comment}\n\n| column | holds |\n|---|---|\n{rows}\n")
    return "\n".join(parts)
