"""What a replica needs: at its source, what was changed last when; in itself, where its rows came from and whether they agree."""

from __future__ import annotations

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from claims.models.base import NUMBER, Base, Instant


class Mark(Base):
    __tablename__ = "marks"
    __table_args__ = (
        CheckConstraint("record IN ('source', 'document', 'meaning', 'entity', 'event')", name="record"),
        {
            "comment": "What each load changed, by a running number: what a replica asks to learn what is new (claims pull).",
            "sqlite_with_rowid": False,
        },
    )
    _shown = ("record", "row_id", "mark")

    record: Mapped[str] = mapped_column(
        primary_key=True,
        comment="source, entity, event, document (with all that is said of its claims); meaning = whom names in a document mean.",
    )
    row_id: Mapped[int] = mapped_column(NUMBER, primary_key=True, autoincrement=False, comment="The id of its row.")
    mark: Mapped[int] = mapped_column(
        NUMBER, index=True, comment="Number of the load that changed it last, counted from 1."
    )


class Replica(Base):
    __tablename__ = "replica"
    __table_args__ = (
        CheckConstraint("id = 1", name="one"),
        {
            "comment": "Of a replica alone: where it comes from, and how fresh it is (claims pull). A database of its own has no row."
        },
    )
    _shown = ("source", "as_of")

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, comment="1: there is one row at most.")
    source: Mapped[str] = mapped_column(comment="Address of the database that it is pulled from, without a password.")
    topic: Mapped[str | None] = mapped_column(comment="Key of the topic that its claims are about; null = any.")
    entity: Mapped[str | None] = mapped_column(comment="Key of who or what takes part in its claims; null = anyone.")
    since: Mapped[str | None] = mapped_column(comment="First day (YYYY-MM-DD) of which its claims tell; null = any.")
    edition: Mapped[str] = mapped_column(comment="Revision of the tables when it was pulled last.")
    began_at: Mapped[Instant | None] = mapped_column(
        comment="When a pull began that has not come to its end, UTC; null = the last one has."
    )
    as_of: Mapped[Instant | None] = mapped_column(
        comment="When the source was as the replica is, UTC; null = no pull has come to its end yet."
    )
    mark: Mapped[int] = mapped_column(NUMBER, comment="The highest mark of the source (table marks) then.")
    run_id: Mapped[int | None] = mapped_column(NUMBER, comment="Id of the source's last run then; null = it had none.")
    run_at: Mapped[Instant | None] = mapped_column(
        comment="When that run began: where the source tells another time, it is another database, or an older state of it."
    )
    content: Mapped[str | None] = mapped_column(
        comment="SHA-256 over what came (table pulled), compared with the source as it came; null = no pull has come to its end yet."
    )


class Pulled(Base):
    __tablename__ = "pulled"
    __table_args__ = (
        CheckConstraint("record IN ('source', 'document', 'cited', 'links', 'entity', 'event')", name="record"),
        CheckConstraint("length(digest) = 64", name="digest"),
        {
            "comment": "Of a replica alone: what came from its source, piece by piece, each with the hash of its records there and here.",
            "sqlite_with_rowid": False,
        },
    )
    _shown = ("record", "key")

    record: Mapped[str] = mapped_column(
        primary_key=True,
        comment="source, entity, event; document = with its claims; cited = one without; links = those from a document's claims.",
    )
    key: Mapped[str] = mapped_column(primary_key=True, comment="Its public key; of a source its name.")
    mark: Mapped[int] = mapped_column(NUMBER, comment="The highest mark of the source when it came.")
    digest: Mapped[str] = mapped_column(
        comment="SHA-256 over its records with their history, the same in both databases."
    )
