"""The events that claims speak of, and the claims that a rule or a person placed on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, and_, column, select, table
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from claims.models.base import Base, Id, Instant, Key, a_key, where

if TYPE_CHECKING:
    from claims.models.claim import Claim
    from claims.models.entity import Entity

#: The view `placed`, and the one that finds an event's claims in it. Views are made from db/views, so that they are
#: none of the tables that migrations keep.
PLACED = table("placed", column("claim_id"), column("event_id"))
MENTIONS = table("event_mentions", column("claim_id"), column("event_id"))


class Event(Base):
    __tablename__ = "events"
    __table_args__ = (
        a_key(),
        CheckConstraint("ordinal > 0", name="ordinal"),
        {
            "comment": "The meeting, signing or launch itself; what is known of it stands in the claims that speak of it."
        },
    )

    _shown = ("kind",)
    _words = "name"

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True, comment="Public key, the same in every database.")
    slug: Mapped[str | None] = mapped_column(unique=True, comment="Short handle for people; null = none.")
    name: Mapped[str] = mapped_column(index=True, comment="Name of the event, in English.")
    kind: Mapped[str] = mapped_column(
        ForeignKey("kinds.name"), index=True, comment="The kind of claim that tells of it: meet, sign, establish ..."
    )
    series_id: Mapped[int | None] = mapped_column(
        ForeignKey("entities.id"), index=True, comment="The series it belongs to (JUCIP); null = none."
    )
    ordinal: Mapped[int | None] = mapped_column(comment="Its number in the series, from 1; null = not counted.")
    made_by: Mapped[str | None] = mapped_column(
        comment="The rule that made it of accounts that fit; null = its record tells it."
    )

    series: Mapped[Entity | None] = relationship(back_populates="events")
    #: the rows whose record names it, those that are held no longer too
    claims: Mapped[list[Claim]] = relationship(back_populates="event", order_by="Claim.id")
    placements: Mapped[list[Placement]] = relationship(back_populates="event", order_by="Placement.id")
    #: the held claims that speak of it: placed on it, or named by their record and not placed elsewhere (view placed)
    placed_claims: Mapped[list[Claim]] = relationship(
        secondary=PLACED,
        primaryjoin=lambda: and_(
            Event.id == foreign(PLACED.c.event_id),
            PLACED.c.claim_id.in_(select(MENTIONS.c.claim_id).where(MENTIONS.c.event_id == Event.id).correlate(Event)),
        ),
        secondaryjoin=lambda: Base.metadata.tables["claims"].c.id == foreign(PLACED.c.claim_id),
        order_by="Claim.id",
        viewonly=True,
    )


class Placement(Base):
    __tablename__ = "placements"
    __table_args__ = (
        Index("uq_placements_standing", "claim_id", unique=True, **where("withdrawn_at IS NULL")),
        {"comment": "A claim placed on an event by a rule or a person, not by its record; it can be taken back."},
    )
    _shown = ("claim_id", "event_id", "who", "withdrawn_at")
    _words = "why"

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True, comment="The claim.")
    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id"), index=True, comment="The event that it is taken to speak of."
    )
    who: Mapped[str] = mapped_column(comment="Who placed it: a rule's name or a person.")
    why: Mapped[str] = mapped_column(comment="On what grounds.")
    placed_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")

    claim: Mapped[Claim] = relationship(back_populates="placements")
    event: Mapped[Event] = relationship(back_populates="placements")
