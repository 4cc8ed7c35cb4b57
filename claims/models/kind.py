"""The sorts of claim and of argument: reference data, so that a new one needs no change of the tables."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from claims.models.base import Base, text_of


class Kind(Base):
    __tablename__ = "kinds"
    __table_args__ = {"comment": "The sorts of claim."}  # noqa: RUF012

    _shown = ("name",)

    name: Mapped[str] = mapped_column(text_of(20), primary_key=True, comment="The kind, as claims.kind holds it.")
    definition: Mapped[str] = mapped_column(comment="What belongs here.")
    example: Mapped[str] = mapped_column(comment="A sentence of this kind.")
    plover: Mapped[str] = mapped_column(
        text_of(20), comment="PLOVER event code when it occurred; '' = PLOVER has none."
    )


class Role(Base):
    __tablename__ = "roles"
    __table_args__ = (CheckConstraint("is_party IN (0, 1)", name="is_party"), {"comment": "The sorts of argument."})

    _shown = ("name",)

    name: Mapped[str] = mapped_column(text_of(20), primary_key=True, comment="The role, as arguments.role holds it.")
    definition: Mapped[str] = mapped_column(comment="What part it plays.")
    example: Mapped[str] = mapped_column(comment="An argument in this role.")
    is_party: Mapped[int] = mapped_column(SmallInteger, comment="1 = counts among the parties of a claim.")
