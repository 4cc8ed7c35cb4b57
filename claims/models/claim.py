"""Claims: what a document says, of whom, in which words, and how claims bear on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from claims.models.base import NUMBER, Base, Day, Id, Instant, Key, a_key, one_of, text_of, where
from claims.models.event import PLACED, Event

if TYPE_CHECKING:
    from claims.models.argument import Argument
    from claims.models.document import Document
    from claims.models.doubt import Doubt
    from claims.models.event import Placement
    from claims.models.evidence import Evidence
    from claims.models.run import Review, Run


class Claim(Base):
    __tablename__ = "claims"
    __table_args__ = (
        a_key(),
        one_of("phase"),
        one_of("polarity"),
        one_of("certainty"),
        one_of("speech_act"),
        one_of("date_basis"),
        CheckConstraint("date_earliest <= date_latest", name="date_range"),
        CheckConstraint("due_earliest <= due_latest", name="due_range"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("retracted_at >= recorded_at", name="retracted_at"),
        CheckConstraint("(retracted_at IS NULL) = (retraction IS NULL)", name="retraction"),
        Index("uq_claims_held_key", "key", unique=True, **where("retracted_at IS NULL")),
        Index("uq_claims_held_slug", "slug", unique=True, **where("retracted_at IS NULL AND slug IS NOT NULL")),
        Index("ix_claims_kind_phase_date_earliest_document_id", "kind", "phase", "date_earliest", "document_id"),
        Index("ix_claims_date_earliest", "date_earliest"),
        Index("ix_claims_event_id_kind", "event_id", "kind"),
        Index("ix_claims_supersedes_id", "supersedes_id", **where("supersedes_id IS NOT NULL")),
        Index("ix_claims_retracted_key", "key", **where("retracted_at IS NOT NULL")),
        {
            "comment": "One statement of one document. A row is never overwritten: a correction is a new row, a withdrawal a date."
        },
    )

    _shown = ("kind", "phase", "polarity", "date_edtf", "retraction")
    _words = "summary"

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(
        comment="Public key, the same in every database: hash of document, kind, phase, polarity, arguments, date as written and spans."
    )
    slug: Mapped[str | None] = mapped_column(comment="Short handle for people; null = none.")
    document_id: Mapped[int] = mapped_column(
        ForeignKey("documents.id"), index=True, comment="The document that makes the statement."
    )
    run_id: Mapped[int] = mapped_column(
        ForeignKey("runs.id"), index=True, comment="The load or extraction that brought it."
    )
    event_id: Mapped[int | None] = mapped_column(
        ForeignKey("events.id"),
        comment="The event it speaks of, by its record; null = none named (see placements).",
    )
    kind: Mapped[str] = mapped_column(
        ForeignKey("kinds.name"), comment="What it is about: meet, sign, cooperate ... (table kinds)."
    )
    phase: Mapped[str] = mapped_column(
        text_of(12), comment="What has become of it: intended, agreed, occurred, failed ..."
    )
    polarity: Mapped[str] = mapped_column(text_of(1), comment="'+' = it is so, '-' = it is not so, by the text.")
    certainty: Mapped[str] = mapped_column(
        text_of(2), comment="CT certain, PR probable, PS possible, U uncommitted: for the one who says it."
    )
    speech_act: Mapped[str] = mapped_column(
        text_of(10), comment="report, announce, promise, predict, assess, urge or deny."
    )
    asserter: Mapped[str | None] = mapped_column(comment="Who says it, as written; null = the document itself.")
    summary: Mapped[str] = mapped_column(comment="The statement in one plain English sentence.")
    quantity: Mapped[str | None] = mapped_column(
        comment="The rank, count or amount that the claim turns on: '4', 'last', '60 min'; null = none. Compared as text."
    )
    date_text: Mapped[str | None] = mapped_column(comment="The date as written; null = the text gives none.")
    date_edtf: Mapped[str | None] = mapped_column(
        comment="When what it tells took or takes place, in EDTF (ISO 8601-2); for promises: when they were made."
    )
    date_earliest: Mapped[Day | None] = mapped_column(
        comment="First day that the date can mean, inclusive; null = open or no date."
    )
    date_latest: Mapped[Day | None] = mapped_column(
        comment="Last day that the date can mean, inclusive; null = open or no date."
    )
    date_basis: Mapped[str | None] = mapped_column(
        text_of(10), comment="stated, completed, relative, inherited or published; null = no date."
    )
    due_text: Mapped[str | None] = mapped_column(comment="The due date as written; null = none.")
    due_edtf: Mapped[str | None] = mapped_column(
        comment="When a promised thing is to happen, in EDTF; null = not said, or the date itself."
    )
    due_earliest: Mapped[Day | None] = mapped_column(comment="First day that the due date can mean, inclusive.")
    due_latest: Mapped[Day | None] = mapped_column(comment="Last day that the due date can mean, inclusive.")
    confidence: Mapped[float | None] = mapped_column(
        comment="How sure the reader or extractor is of the reading, 0 to 1; null = not said."
    )
    fingerprint: Mapped[int] = mapped_column(
        NUMBER,
        comment="First 63 bits of SHA-256 over all that the record says: tells a changed record from an unchanged one.",
    )
    recorded_at: Mapped[Instant] = mapped_column(comment="When this database learned it, UTC.")
    retracted_at: Mapped[Instant | None] = mapped_column(
        comment="When it was superseded or withdrawn, UTC; null = held."
    )
    retraction: Mapped[str | None] = mapped_column(
        comment="Why it is no longer held ('superseded', or the reason given); null = held."
    )
    supersedes_id: Mapped[int | None] = mapped_column(
        ForeignKey("claims.id"), comment="The row that this one replaced; null = none."
    )

    document: Mapped[Document] = relationship(back_populates="claims")
    run: Mapped[Run] = relationship(back_populates="claims")
    #: by its record; see placed_on
    event: Mapped[Event | None] = relationship(back_populates="claims")
    arguments: Mapped[list[Argument]] = relationship(back_populates="claim", order_by="Argument.seq")
    evidence: Mapped[list[Evidence]] = relationship(back_populates="claim", order_by="Evidence.seq")
    #: the links in which it bears on another claim, their target
    links: Mapped[list[Link]] = relationship(back_populates="source", foreign_keys="Link.source_id", order_by="Link.id")
    #: the links in which another claim, their source, bears on it
    links_from: Mapped[list[Link]] = relationship(
        back_populates="target", foreign_keys="Link.target_id", order_by="Link.id"
    )
    doubts: Mapped[list[Doubt]] = relationship(back_populates="claim", order_by="Doubt.seq")
    #: the latest, which counts, comes last
    reviews: Mapped[list[Review]] = relationship(back_populates="claim", order_by="Review.reviewed_at, Review.id")
    placements: Mapped[list[Placement]] = relationship(back_populates="claim", order_by="Placement.id")
    #: the event that it is placed on, else the one that its record names (view placed); None where it is held no longer
    placed_on: Mapped[Event | None] = relationship(
        secondary=PLACED,
        primaryjoin=lambda: Claim.id == foreign(PLACED.c.claim_id),
        secondaryjoin=lambda: Event.id == foreign(PLACED.c.event_id),
        viewonly=True,
    )
    supersedes: Mapped[Claim | None] = relationship(back_populates="superseded_by", remote_side="Claim.id")
    #: a correction that names a row which is held no longer adds to those that replaced it before
    superseded_by: Mapped[list[Claim]] = relationship(back_populates="supersedes", order_by="Claim.id")


class Link(Base):
    __tablename__ = "links"
    __table_args__ = (
        CheckConstraint("source_id <> target_id", name="two"),
        one_of("link_type"),
        one_of("verdict", "link_verdict"),
        Index(
            "uq_links_standing",
            "source_id",
            "link_type",
            "target_id",
            unique=True,
            **where("withdrawn_at IS NULL"),
        ),
        {"comment": "How one claim bears on another, or was judged not to; it can be taken back."},
    )
    _shown = ("source_id", "link_type", "target_id", "verdict", "withdrawn_at")

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(
        ForeignKey("claims.id"), index=True, comment="The claim that bears on the other."
    )
    link_type: Mapped[str] = mapped_column(
        text_of(12), comment="outcome_of, part_of, corrects, repeats or counts_from."
    )
    target_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True, comment="The claim that it bears on.")
    verdict: Mapped[str] = mapped_column(
        text_of(8), comment="accepted = it bears on it so; refused = it was looked at and does not."
    )
    who: Mapped[str | None] = mapped_column(comment="Who judged; null = whoever wrote the claims.")
    why: Mapped[str | None] = mapped_column(comment="On what grounds; null = not said.")
    linked_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")

    source: Mapped[Claim] = relationship(back_populates="links", foreign_keys=source_id)
    target: Mapped[Claim] = relationship(back_populates="links_from", foreign_keys=target_id)
