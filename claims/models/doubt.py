"""What is implausible in claims, as loaders found it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from claims.models.base import Base

if TYPE_CHECKING:
    from claims.models.claim import Claim


class Doubt(Base):
    __tablename__ = "doubts"
    __table_args__ = (
        {
            "comment": "What is implausible in a claim's record: it is held as it was told, and can be asked for.",
            "sqlite_with_rowid": False,
        },
    )
    _shown = ("field",)
    _words = "reason"

    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), primary_key=True, comment="The claim.")
    seq: Mapped[int] = mapped_column(primary_key=True, comment="Number of the doubt in its claim, from 0.")
    field: Mapped[str] = mapped_column(comment="The field of the record that is doubtful.")
    reason: Mapped[str] = mapped_column(comment="Why it is well formed and yet hardly meant so.")

    claim: Mapped[Claim] = relationship(back_populates="doubts")
