"""Where a claim is said, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, func, literal, select
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from claims.models.base import Base, one_of, text_of
from claims.models.document import Document

if TYPE_CHECKING:
    from claims.models.claim import Claim


class Evidence(Base):
    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),
        CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name="whole_span"),
        CheckConstraint("(span_start IS NULL) = (alignment = 'unverified')", name="unverified"),
        CheckConstraint("quoted IS NULL OR span_start IS NULL", name="quoted"),
        one_of("alignment"),
        Index("ix_evidence_document_id_span_start", "document_id", "span_start"),
        {
            "comment": (
                "Where a document says it. The quote is substr(text, span_start + 1, span_end - span_start):"
                " never stored, so it cannot drift. Only what nobody could check is kept as it was given (quoted)."
            ),
            "sqlite_with_rowid": False,
        },
    )
    _shown = ("span_start", "span_end", "alignment")
    _words = "quote"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True, comment="The claim.")
    seq: Mapped[int] = mapped_column(
        primary_key=True,
        comment="Number of the span in its claim, from 0: spans in the claim's own document come first.",
    )
    document_id: Mapped[int] = mapped_column(
        ForeignKey("documents.id"), comment="Whose text the span counts: the claim's document, or one that restates it."
    )
    span_start: Mapped[int | None] = mapped_column(
        comment="First code point of the quote in the text, from 0; null = unverified."
    )
    span_end: Mapped[int | None] = mapped_column(comment="Code point after its last; null = unverified.")
    alignment: Mapped[str] = mapped_column(
        text_of(10),
        comment="How the quote was found: exact, folded, gapped or fuzzy; unverified = nobody has found it in the text.",
    )
    quoted: Mapped[str | None] = mapped_column(
        comment="The quote as it was given, unverified; null = found in the text (see the span), or none was given."
    )
    page: Mapped[str | None] = mapped_column(
        comment="Page or place in the document, as given: '12', 'annex B'; null = not said."
    )

    claim: Mapped[Claim] = relationship(back_populates="evidence")
    document: Mapped[Document] = relationship(back_populates="evidence")
    #: the words, cut from the text by the database as the row is read, or those given behind "[unverified] " where nobody
    #: has found them in a text; None where the text is withheld, or no words were given.
    #: The spans stand outside the subselect, so that select(Evidence.quote) reads from its table.
    quote: Mapped[str | None] = column_property(
        func.coalesce(
            func.substr(
                select(Document.text).where(Document.id == document_id).correlate_except(Document).scalar_subquery(),
                span_start + 1,
                span_end - span_start,
                type_=Text(),
            ),
            literal("[unverified] ") + quoted,
        )
    )
