"""Who publishes, what was published, and the ledger of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from claims.models.base import Base, Id, Key, a_key, one_of, text_of

if TYPE_CHECKING:
    from claims.models.claim import Claim
    from claims.models.evidence import Evidence


class Source(Base):
    __tablename__ = "sources"
    __table_args__ = (
        one_of("kind", "source_kind"),
        one_of("reliability"),
        {"comment": "Who publishes: a ministry, an agency, an outlet."},
    )
    _shown = ("kind",)
    _words = "name"

    id: Mapped[Id]
    name: Mapped[str] = mapped_column(unique=True, comment="Name of the publisher.")
    kind: Mapped[str] = mapped_column(
        text_of(20), comment="ministry, government, wire, outlet, aggregator, reference or other."
    )
    country: Mapped[str | None] = mapped_column(
        text_of(2), comment="ISO 3166 code of its country; null = none or unknown."
    )
    reliability: Mapped[str] = mapped_column(
        text_of(1), comment="Admiralty code A (completely reliable) to E; F = cannot be judged."
    )
    origin_id: Mapped[int | None] = mapped_column(
        ForeignKey("sources.id"),
        index=True,
        comment="The source that it repeats; null = speaks for itself. Corroboration counts origins.",
    )

    documents: Mapped[list[Document]] = relationship(
        back_populates="source", foreign_keys="Document.source_id", order_by="Document.id"
    )
    origin: Mapped[Source | None] = relationship(back_populates="repeated_by", remote_side="Source.id")
    repeated_by: Mapped[list[Source]] = relationship(back_populates="origin", order_by="Source.id")
    #: documents of others that repeat it, each by itself
    repeated_in: Mapped[list[Document]] = relationship(
        back_populates="origin", foreign_keys="Document.origin_id", order_by="Document.id"
    )


class Document(Base):
    __tablename__ = "documents"
    __table_args__ = (
        a_key(),
        CheckConstraint("text IS NULL OR (text_sha256 IS NOT NULL AND text_length IS NOT NULL)", name="text_has_hash"),
        CheckConstraint("length(text_sha256) = 64", name="text_sha256"),
        CheckConstraint("text_length >= 0", name="text_length"),
        CheckConstraint("restates_id <> id", name="restates"),
        {"comment": "One article, release or account, with its text or, where that is withheld, the hash of it."},
    )
    _shown = ("slug", "language", "published_on")
    _words = "title"

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True, comment="Public key, the same in every database.")
    slug: Mapped[str | None] = mapped_column(unique=True, comment="Short handle for people; null = none.")
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), index=True, comment="Who published it.")
    url: Mapped[str | None] = mapped_column(index=True, comment="Address; null = unknown.")
    title: Mapped[str] = mapped_column(comment="Title.")
    language: Mapped[str] = mapped_column(text_of(8), comment="Language of the text: en, ja, ko ...")
    published_on: Mapped[str | None] = mapped_column(
        text_of(10),
        index=True,
        comment="Day, month (YYYY-MM) or year of publication, in its own time zone; null = unknown.",
    )
    origin_id: Mapped[int | None] = mapped_column(
        ForeignKey("sources.id"),
        index=True,
        comment="The source that this one document repeats; null = see the source's own origin.",
    )
    restates_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id"),
        index=True,
        comment="The document that this one retells in other words; null = it is the work itself.",
    )
    text: Mapped[str | None] = mapped_column(
        comment="The whole text; null = withheld. Spans count its Unicode code points."
    )
    text_sha256: Mapped[str | None] = mapped_column(
        text_of(64), comment="SHA-256 of the text's UTF-8 bytes; null = the text was never held."
    )
    text_length: Mapped[int | None] = mapped_column(
        comment="Length of the text in code points; null = the text was never held."
    )
    note: Mapped[str | None] = mapped_column(comment="What a reader should know of it; null = nothing.")
    author: Mapped[str | None] = mapped_column(comment="Who wrote it, as the page or file says; null = not said.")

    source: Mapped[Source] = relationship(back_populates="documents", foreign_keys=source_id)
    #: of this one document; where it is None, see source.origin
    origin: Mapped[Source | None] = relationship(back_populates="repeated_in", foreign_keys=origin_id)
    restates: Mapped[Document | None] = relationship(back_populates="restated_by", remote_side="Document.id")
    restated_by: Mapped[list[Document]] = relationship(back_populates="restates", order_by="Document.id")
    #: its ledger, in the order of the text
    sentences: Mapped[list[Sentence]] = relationship(back_populates="document", order_by="Sentence.span_start")
    #: every row, those that are held no longer too
    claims: Mapped[list[Claim]] = relationship(back_populates="document", order_by="Claim.id")
    #: what rests on its text, in the order of the text: other documents' claims too, where it restates their words
    evidence: Mapped[list[Evidence]] = relationship(
        back_populates="document", order_by="Evidence.span_start, Evidence.claim_id, Evidence.seq"
    )


class Sentence(Base):
    __tablename__ = "sentences"
    __table_args__ = (
        UniqueConstraint("document_id", "span_start"),
        CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),
        {"comment": "The ledger of a document: each sentence, and why it bears no claim where it bears none."},
    )
    _shown = ("span_start", "span_end")
    _words = "reason"

    id: Mapped[Id]
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), comment="The document.")
    span_start: Mapped[int] = mapped_column(comment="First code point of the sentence in the text, from 0.")
    span_end: Mapped[int] = mapped_column(comment="Code point after its last.")
    reason: Mapped[str | None] = mapped_column(comment="Why it bears no claim; null = it bears some.")
    note: Mapped[str | None] = mapped_column(
        comment="What is garbled in it, or how it was read; null = nothing to say."
    )

    document: Mapped[Document] = relationship(back_populates="sentences")
