"""Claims: what a document says, of whom, in which words, and how claims bear on each other."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.models.base import Base, Day, Id, Instant, Key, a_key, one_of


class Kind(Base):
    __tablename__ = "kinds"
    __table_args__ = {"comment": "The sorts of claim."}  # noqa: RUF012

    name: Mapped[str] = mapped_column(String(20), primary_key=True, comment="The kind, as claims.kind holds it.")
    definition: Mapped[str] = mapped_column(comment="What belongs here.")
    example: Mapped[str] = mapped_column(comment="A sentence of this kind.")
    plover: Mapped[str] = mapped_column(String(20), comment="PLOVER event code when it occurred; '' = PLOVER has none.")


class Role(Base):
    __tablename__ = "roles"
    __table_args__ = {"comment": "The sorts of argument."}  # noqa: RUF012

    name: Mapped[str] = mapped_column(String(20), primary_key=True, comment="The role, as arguments.role holds it.")
    definition: Mapped[str] = mapped_column(comment="What part it plays.")
    example: Mapped[str] = mapped_column(comment="An argument in this role.")
    is_party: Mapped[bool] = mapped_column(comment="1 = counts among the parties of a claim.")


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
        Index("uq_claims_held_key", "key", unique=True, sqlite_where=text("retracted_at IS NULL")),
        Index(
            "uq_claims_held_slug", "slug", unique=True, sqlite_where=text("retracted_at IS NULL AND slug IS NOT NULL")
        ),
        Index("ix_claims_kind_phase_date_earliest", "kind", "phase", "date_earliest"),
        Index("ix_claims_retracted_key", "key", sqlite_where=text("retracted_at IS NOT NULL")),
        {
            "comment": "One statement of one document. A row is never overwritten: a correction is a new row, a withdrawal a date."
        },
    )

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
        index=True,
        comment="The event it speaks of, by its record; null = none named (see placements).",
    )
    kind: Mapped[str] = mapped_column(
        ForeignKey("kinds.name"), comment="What it is about: meet, sign, cooperate ... (table kinds)."
    )
    phase: Mapped[str] = mapped_column(
        String(12), comment="What has become of it: intended, agreed, occurred, failed ..."
    )
    polarity: Mapped[str] = mapped_column(String(1), comment="'+' = it is so, '-' = it is not so, by the text.")
    certainty: Mapped[str] = mapped_column(
        String(2), comment="CT certain, PR probable, PS possible, U uncommitted: for the one who says it."
    )
    speech_act: Mapped[str] = mapped_column(
        String(10), comment="report, announce, promise, predict, assess, urge or deny."
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
        String(10), comment="stated, completed, relative, inherited or published; null = no date."
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
        comment="First 63 bits of SHA-256 over all that the record says: tells a changed record from an unchanged one."
    )
    recorded_at: Mapped[Instant] = mapped_column(comment="When this database learned it, UTC.")
    retracted_at: Mapped[Instant | None] = mapped_column(
        comment="When it was superseded or withdrawn, UTC; null = held."
    )
    retraction: Mapped[str | None] = mapped_column(
        comment="Why it is no longer held ('superseded', or the reason given); null = held."
    )
    supersedes_id: Mapped[int | None] = mapped_column(
        ForeignKey("claims.id"), index=True, comment="The row that this one replaced; null = none."
    )


class Argument(Base):
    __tablename__ = "arguments"
    __table_args__ = (
        CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),
        CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name="whole_span"),
        CheckConstraint("(entity_id IS NULL) <> (name_key IS NULL)", name="entity_or_name"),
        Index("ix_arguments_entity_id", "entity_id", sqlite_where=text("entity_id IS NOT NULL")),
        Index("ix_arguments_name_key", "name_key", sqlite_where=text("name_key IS NOT NULL")),
        {"comment": "A name's role in a claim.", "sqlite_with_rowid": False},
    )

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


class Evidence(Base):
    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),
        one_of("alignment"),
        Index("ix_evidence_document_id_span_start", "document_id", "span_start"),
        {
            "comment": (
                "Where a document says it. The quote is substr(text, span_start + 1, span_end - span_start):"
                " never stored, so it cannot drift."
            ),
            "sqlite_with_rowid": False,
        },
    )

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True, comment="The claim.")
    seq: Mapped[int] = mapped_column(
        primary_key=True,
        comment="Number of the span in its claim, from 0: spans in the claim's own document come first.",
    )
    document_id: Mapped[int] = mapped_column(
        ForeignKey("documents.id"), comment="Whose text the span counts: the claim's document, or one that restates it."
    )
    span_start: Mapped[int] = mapped_column(comment="First code point of the quote in the text, from 0.")
    span_end: Mapped[int] = mapped_column(comment="Code point after its last.")
    alignment: Mapped[str] = mapped_column(
        String(8), comment="How the quote was found: exact, folded, gapped or fuzzy."
    )


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
            sqlite_where=text("withdrawn_at IS NULL"),
        ),
        {"comment": "How one claim bears on another, or was judged not to; it can be taken back."},
    )

    id: Mapped[Id]
    source_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), comment="The claim that bears on the other.")
    link_type: Mapped[str] = mapped_column(String(12), comment="outcome_of, part_of, corrects, repeats or counts_from.")
    target_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True, comment="The claim that it bears on.")
    verdict: Mapped[str] = mapped_column(
        String(8), comment="accepted = it bears on it so; refused = it was looked at and does not."
    )
    who: Mapped[str | None] = mapped_column(comment="Who judged; null = whoever wrote the claims.")
    why: Mapped[str | None] = mapped_column(comment="On what grounds; null = not said.")
    linked_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")
