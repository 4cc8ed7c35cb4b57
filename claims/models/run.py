"""Where rows came from, and what people made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from claims.models.base import Base, Id, Instant, one_of, text_of

if TYPE_CHECKING:
    from claims.models.claim import Claim


class Run(Base):
    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint("inserted >= 0 AND unchanged >= 0 AND superseded >= 0 AND rejected >= 0", name="counts"),
        {
            "comment": "A load or an extraction that changed the database, with its receipt. One that changed nothing leaves no row."
        },
    )

    _shown = ("tool", "version", "model", "started_at")

    id: Mapped[Id]
    tool: Mapped[str] = mapped_column(comment="What ran: load, reader-ja, llm ...")
    version: Mapped[str] = mapped_column(comment="Version of the tool.")
    model: Mapped[str | None] = mapped_column(comment="Language model; null = none.")
    parameters: Mapped[str | None] = mapped_column(comment="Settings as JSON; null = none.")
    anchor_on: Mapped[str | None] = mapped_column(
        text_of(10), comment="Day that relative dates were counted from; null = none was needed."
    )
    input_sha256: Mapped[str | None] = mapped_column(
        text_of(64), index=True, comment="SHA-256 of the file that was read; null = no file."
    )
    started_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    finished_at: Mapped[Instant] = mapped_column(comment="When it ended, UTC.")
    inserted: Mapped[int] = mapped_column(comment="Records that were new.")
    unchanged: Mapped[int] = mapped_column(comment="Records that were there already.")
    superseded: Mapped[int] = mapped_column(comment="Records that replaced an earlier one of the same key or slug.")
    rejected: Mapped[int] = mapped_column(comment="Lines that were not taken in.")

    #: every row that it brought, those that are held no longer too
    claims: Mapped[list[Claim]] = relationship(back_populates="run", order_by="Claim.id")


class Review(Base):
    __tablename__ = "reviews"
    __table_args__ = (
        one_of("verdict"),
        Index("ix_reviews_claim_id_reviewed_at", "claim_id", "reviewed_at"),
        {"comment": "A person's verdict on a claim; the latest counts."},
    )
    _shown = ("verdict", "reviewer", "reviewed_at")
    _words = "note"

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), comment="The claim.")
    verdict: Mapped[str] = mapped_column(text_of(10), comment="accepted, rejected or unsure.")
    reviewer: Mapped[str] = mapped_column(comment="Who reviewed.")
    note: Mapped[str | None] = mapped_column(comment="Why; null = nothing said.")
    reviewed_at: Mapped[Instant] = mapped_column(comment="When, UTC.")

    claim: Mapped[Claim] = relationship(back_populates="reviews")
