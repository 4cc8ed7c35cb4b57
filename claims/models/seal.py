"""What tells a row that a load wrote from one that something else changed."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.models.base import NUMBER, Base


class Seal(Base):
    __tablename__ = "seals"
    __table_args__ = (
        CheckConstraint("record IN ('source', 'document', 'entity', 'event', 'run')", name="record"),
        CheckConstraint("length(digest) = 64", name="digest"),
        {
            "comment": "The hash of all rows of a source, document, entity, event or run as the last load left them (claims check).",
            "sqlite_with_rowid": False,
        },
    )
    _shown = ("record", "row_id")

    record: Mapped[str] = mapped_column(
        primary_key=True,
        comment="source, event, run; entity = with its names, judgements and relations; document = with all that is said of its claims.",
    )
    row_id: Mapped[int] = mapped_column(NUMBER, primary_key=True, autoincrement=False, comment="The id of its row.")
    digest: Mapped[str] = mapped_column(comment="SHA-256 over its rows, every column of them.")
