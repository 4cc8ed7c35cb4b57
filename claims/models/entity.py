"""Who and what is named, under which names, which of them are one, and the events that claims speak of."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.models.base import Base, Id, Instant, Key, a_key, one_of


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

    id: Mapped[Id]
    key: Mapped[Key] = mapped_column(unique=True, comment="Public key, the same in every database.")
    slug: Mapped[str | None] = mapped_column(unique=True, comment="Short handle for people; null = none.")
    name: Mapped[str] = mapped_column(comment="Canonical name, in English.")
    kind: Mapped[str] = mapped_column(String(20), comment="Sort of entity.")
    country: Mapped[str | None] = mapped_column(
        String(2), comment="ISO 3166 code of its country; null = none or unknown."
    )
    wikidata: Mapped[str | None] = mapped_column(String(20), comment="Wikidata item, e.g. Q17; null = unknown.")


class Alias(Base):
    __tablename__ = "aliases"
    __table_args__ = (
        UniqueConstraint("entity_id", "name"),
        one_of("kind", "alias_kind"),
        Index("ix_aliases_garbled", "entity_id", "name", sqlite_where=text("kind = 'garbled'")),
        {"comment": "A name seen for an entity, in any script, right or garbled; the canonical name is among them."},
    )

    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), comment="Whose name it is.")
    name: Mapped[str] = mapped_column(comment="The name as written.")
    folded: Mapped[str] = mapped_column(
        index=True,
        comment="The name as looked up: width, case, kanji variants, spacing and name order folded (SQL function name_key).",
    )
    language: Mapped[str | None] = mapped_column(String(8), comment="Language of the name; null = none in particular.")
    kind: Mapped[str] = mapped_column(String(12), comment="official, romanised, variant or garbled.")


class Judgement(Base):
    __tablename__ = "judgements"
    __table_args__ = (
        CheckConstraint("left_id <> right_id", name="two"),
        one_of("verdict", "judgement"),
        Index("uq_judgements_standing", "left_id", "right_id", unique=True, sqlite_where=text("withdrawn_at IS NULL")),
        {"comment": "same, different or unsure, of two entities: a merge is a row, and undoing it is a date."},
    )

    id: Mapped[Id]
    left_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id"), comment="The entity whose name stays, where they are the same."
    )
    right_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), index=True, comment="The other entity.")
    verdict: Mapped[str] = mapped_column(String(10), comment="same, different or unsure.")
    who: Mapped[str] = mapped_column(comment="Who judged.")
    why: Mapped[str] = mapped_column(comment="On what grounds.")
    judged_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")


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
            sqlite_where=text("withdrawn_at IS NULL"),
        ),
        {
            "comment": "Which topic is the broader of another, or its synonym (SKOS); who asks for the broader gets both."
        },
    )

    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entities.id"), comment="The narrower topic, or one synonym.")
    relation_type: Mapped[str] = mapped_column(String(8), comment="broader or synonym: what the other is to it.")
    other_id: Mapped[int] = mapped_column(
        ForeignKey("entities.id"), index=True, comment="The broader topic, or the other synonym."
    )
    related_at: Mapped[Instant] = mapped_column(comment="When this database learned it, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")


class Event(Base):
    __tablename__ = "events"
    __table_args__ = (
        a_key(),
        CheckConstraint("ordinal > 0", name="ordinal"),
        {
            "comment": "The meeting, signing or launch itself; what is known of it stands in the claims that speak of it."
        },
    )

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


class Placement(Base):
    __tablename__ = "placements"
    __table_args__ = (
        Index("uq_placements_standing", "claim_id", unique=True, sqlite_where=text("withdrawn_at IS NULL")),
        {"comment": "A claim placed on an event by a rule or a person, not by its record; it can be taken back."},
    )

    id: Mapped[Id]
    claim_id: Mapped[int] = mapped_column(ForeignKey("claims.id"), index=True, comment="The claim.")
    event_id: Mapped[int] = mapped_column(
        ForeignKey("events.id"), index=True, comment="The event that it is taken to speak of."
    )
    who: Mapped[str] = mapped_column(comment="Who placed it: a rule's name or a person.")
    why: Mapped[str] = mapped_column(comment="On what grounds.")
    placed_at: Mapped[Instant] = mapped_column(comment="When, UTC.")
    withdrawn_at: Mapped[Instant | None] = mapped_column(comment="When it was taken back, UTC; null = it stands.")
