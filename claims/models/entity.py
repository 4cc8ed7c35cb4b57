"""Who and what is named, under which names, which of them are one, and the events that claims speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from claims.models.base import Base, Id, Instant, Key, a_key, one_of, text_of, where

if TYPE_CHECKING:
    from claims.models.argument import Argument
    from claims.models.event import Event


class Entity(Base):
    __tablename__ = "entities"
    __table_args__ = (
        a_key(),
        one_of("kind", "entity_kind"),
        Index("ix_entities_kind_country", "kind", "country"),
        {
            "comment": "A person, organisation, state, place, office, framework, series, instrument, group, material or topic."
        },
    )

    _shown = ("kind",)
    _words = "name"

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True, comment="Public key, the same in every database.")
    slug: Mapped[str | None] = mapped_column(unique=True, comment="Short handle for people; null = none.")
    name: Mapped[str] = mapped_column(comment="Canonical name, in English.")
    kind: Mapped[str] = mapped_column(text_of(20), comment="Sort of entity.")
    country: Mapped[str | None] = mapped_column(
        text_of(2), comment="ISO 3166 code of its country; null = none or unknown."
    )
    wikidata: Mapped[str | None] = mapped_column(text_of(20), comment="Wikidata item, e.g. Q17; null = unknown.")

    aliases: Mapped[list[Alias]] = relationship(back_populates="entity", order_by="Alias.id")
    #: those whose record names it; the view participants tells whom bare names and merges add
    arguments: Mapped[list[Argument]] = relationship(
        back_populates="entity", order_by="Argument.claim_id, Argument.seq"
    )
    #: of a series, by their number in it
    events: Mapped[list[Event]] = relationship(back_populates="series", order_by="Event.ordinal, Event.id")
    #: judgements in which its name stays, where the two are the same
    judgements_left: Mapped[list[Judgement]] = relationship(
        back_populates="left", foreign_keys="Judgement.left_id", order_by="Judgement.id"
    )
    #: judgements in which it is the other one
    judgements_right: Mapped[list[Judgement]] = relationship(
        back_populates="right", foreign_keys="Judgement.right_id", order_by="Judgement.id"
    )
    #: relations to its broader topics and synonyms
    relations_up: Mapped[list[Relation]] = relationship(
        back_populates="entity", foreign_keys="Relation.entity_id", order_by="Relation.id"
    )
    #: relations in which it is the broader topic, or the other synonym
    relations_down: Mapped[list[Relation]] = relationship(
        back_populates="other", foreign_keys="Relation.other_id", order_by="Relation.id"
    )


class Alias(Base):
    __tablename__ = "aliases"
    __table_args__ = (
        UniqueConstraint("entity_id", "name"),
        one_of("kind", "alias_kind"),
        Index("ix_aliases_garbled", "entity_id", "name", **where("kind = 'garbled'")),
        {"comment": "A name seen for an entity, in any script, right or garbled; the canonical name is among them."},
    )
    _shown = ("kind", "language")
    _words = "name"

    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), comment="Whose name it is.")
    name: Mapped[str] = mapped_column(comment="The name as written.")
    folded: Mapped[str] = mapped_column(
        index=True,
        comment="The name as looked up: width, case, kanji variants, spacing and name order folded (SQL function name_key).",
    )
    language: Mapped[str | None] = mapped_column(text_of(8), comment="Language of the name; null = none in particular.")
    kind: Mapped[str] = mapped_column(text_of(12), comment="official, romanised, variant or garbled.")

    entity: Mapped[Entity] = relationship(back_populates="aliases")


class Judgement(Base):
    __tablename__ = "judgements"
    __table_args__ = (
        CheckConstraint("left_id <> right_id", name="two"),
        one_of("verdict", "judgement"),
        Index("uq_judgements_standing", "left_id", "right_id", unique=True, **where("withdrawn_at IS NULL")),
        {"comment": "same, different or unsure, of two entities: a merge is a row, and undoing it is a date."},
    )
    _shown = ("left_id", "verdict", "right_id", "who", "withdrawn_at")
    _words = "why"

    id: Mapped[Id]
    left_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id"), comment="The entity whose name stays, where they are the same."
    )
    right_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), index=True, comment="The other entity.")
    verdict: Mapped[str] = mapped_column(text_of(10), comment="same, different or unsure.")
    who: Mapped[str] = mapped_column(comment="Who judged.")
    why: Mapped[str] = mapped_column(comment="On what grounds.")
    judged_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")

    left: Mapped[Entity] = relationship(back_populates="judgements_left", foreign_keys=left_id)
    right: Mapped[Entity] = relationship(back_populates="judgements_right", foreign_keys=right_id)


class Relation(Base):
    __tablename__ = "relations"
    __table_args__ = (
        CheckConstraint("entity_id <> other_id", name="two"),
        one_of("relation_type"),
        Index(
            "uq_relations_standing",
            "entity_id",
            "relation_type",
            "other_id",
            unique=True,
            **where("withdrawn_at IS NULL"),
        ),
        {
            "comment": "Which topic is the broader of another, or its synonym (SKOS); who asks for the broader gets both."
        },
    )
    _shown = ("entity_id", "relation_type", "other_id", "withdrawn_at")

    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), comment="The narrower topic, or one synonym.")
    relation_type: Mapped[str] = mapped_column(text_of(8), comment="broader or synonym: what the other is to it.")
    other_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id"), index=True, comment="The broader topic, or the other synonym."
    )
    related_at: Mapped[Instant] = mapped_column(comment="When this database learned it, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")

    entity: Mapped[Entity] = relationship(back_populates="relations_up", foreign_keys=entity_id)
    other: Mapped[Entity] = relationship(back_populates="relations_down", foreign_keys=other_id)
