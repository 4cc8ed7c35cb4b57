"""Who and what plays which part in a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from claims.models.base import Base, where

if TYPE_CHECKING:
    from claims.models.claim import Claim
    from claims.models.entity import Entity


class Argument(Base):
    __tablename__ = "arguments"
    __table_args__ = (
        CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),
        CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name="whole_span"),
        CheckConstraint("(entity_id IS NULL) <> (name_key IS NULL)", name="entity_or_name"),
        Index("ix_arguments_entity_id", "entity_id", **where("entity_id IS NOT NULL")),
        Index("ix_arguments_name_key", "name_key", **where("name_key IS NOT NULL")),
        {"comment": "A name's role in a claim.", "sqlite_with_rowid": False},
    )
    _shown = ("role",)
    _words = "mention"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True, comment="The claim.")
    seq: Mapped[int] = mapped_column(primary_key=True, comment="Number of the argument in its claim, from 0.")
    role: Mapped[str] = mapped_column(
        ForeignKey("roles.name"), comment="participant, signatory, place, topic ... (table roles)."
    )
    mention: Mapped[str] = mapped_column(comment="The name as written, garbled or not.")
    entity_id: Mapped[int | None] = mapped_column(
        ForeignKey("entities.id"),
        comment="Whom its record says is meant; null = left to the name (view participants tells).",
    )
    name_key: Mapped[str | None] = mapped_column(
        comment="The mention folded for look-up; null where entity_id says who is meant."
    )
    span_start: Mapped[int | None] = mapped_column(
        comment="First code point of the mention in the claim's document, from 0; null = not located."
    )
    span_end: Mapped[int | None] = mapped_column(comment="Code point after its last; null = not located.")

    claim: Mapped[Claim] = relationship(back_populates="arguments")
    #: None where the record leaves it to the name
    entity: Mapped[Entity | None] = relationship(back_populates="arguments")
