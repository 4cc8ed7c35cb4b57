"""Judge links and relate topics"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


_OLD_TYPES = "'outcome_of', 'part_of', 'corrects', 'repeats'"


def upgrade() -> None:
    # made anew, not altered: a batch would lose the CHECKs
    op.execute("CREATE TEMPORARY TABLE links_before AS SELECT * FROM links")
    op.drop_table("links")
    op.create_table(
        "links",
        sa.Column(
            "id",
            _NUMBER,
            nullable=False,
            comment="Number inside this database; other databases use the key.",
        ),
        sa.Column("source_id", _NUMBER, nullable=False, comment="The claim that bears on the other."),
        sa.Column(
            "link_type",
            _text(12),
            nullable=False,
            comment="outcome_of, part_of, corrects, repeats or counts_from.",
        ),
        sa.Column("target_id", _NUMBER, nullable=False, comment="The claim that it bears on."),
        sa.Column(
            "verdict",
            _text(8),
            nullable=False,
            comment="accepted = it bears on it so; refused = it was looked at and does not.",
        ),
        sa.Column("who", _text(), comment="Who judged; null = whoever wrote the claims."),
        sa.Column("why", _text(), comment="On what grounds; null = not said."),
        sa.Column("linked_at", _text(24), nullable=False, comment="When, UTC."),
        sa.Column("withdrawn_at", _text(24), comment="When it was taken back, UTC; null = it stands."),
        sa.CheckConstraint(f"link_type IN ({_OLD_TYPES}, 'counts_from')", name=op.f("ck_links_link_type")),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_links_two")),
        sa.CheckConstraint("verdict IN ('accepted', 'refused')", name=op.f("ck_links_verdict")),
        sa.ForeignKeyConstraint(["source_id"], ["claims.id"], name="fk_links_source_id_claims"),
        sa.ForeignKeyConstraint(["target_id"], ["claims.id"], name="fk_links_target_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        comment="How one claim bears on another, or was judged not to; it can be taken back.",
    )
    op.execute(
        "INSERT INTO links (id, source_id, link_type, target_id, verdict, linked_at)"
        " SELECT b.id, b.source_id, b.link_type, b.target_id, 'accepted', c.recorded_at"
        " FROM links_before AS b JOIN claims AS c ON c.id = b.source_id"
    )
    op.execute("DROP TABLE links_before")
    _count_on()
    op.create_index("ix_links_source_id", "links", ["source_id"])
    op.create_index("ix_links_target_id", "links", ["target_id"])
    op.create_index(
        "uq_links_standing",
        "links",
        ["source_id", "link_type", "target_id"],
        unique=True,
        **_where("withdrawn_at IS NULL"),
    )

    op.create_table(
        "relations",
        sa.Column(
            "id",
            _NUMBER,
            nullable=False,
            comment="Number inside this database; other databases use the key.",
        ),
        sa.Column("entity_id", _NUMBER, nullable=False, comment="The narrower topic, or one synonym."),
        sa.Column(
            "relation_type",
            _text(8),
            nullable=False,
            comment="broader or synonym: what the other is to it.",
        ),
        sa.Column("other_id", _NUMBER, nullable=False, comment="The broader topic, or the other synonym."),
        sa.Column("related_at", _text(24), nullable=False, comment="When this database learned it, UTC."),
        sa.Column("withdrawn_at", _text(24), comment="When it was taken back, UTC; null = it stands."),
        sa.CheckConstraint("entity_id <> other_id", name=op.f("ck_relations_two")),
        sa.CheckConstraint(
            "relation_type IN ('broader', 'narrower', 'synonym')", name=op.f("ck_relations_relation_type")
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_relations_entity_id_entities"),
        sa.ForeignKeyConstraint(["other_id"], ["entities.id"], name="fk_relations_other_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_relations"),
        comment=("Which topic is the broader of another, or its synonym (SKOS); who asks for the broader gets both."),
    )
    op.create_index("ix_relations_other_id", "relations", ["other_id"])
    op.create_index(
        "uq_relations_standing",
        "relations",
        ["entity_id", "relation_type", "other_id"],
        unique=True,
        **_where("withdrawn_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("relations")
    op.execute(
        "CREATE TEMPORARY TABLE links_before AS SELECT id, source_id, link_type, target_id FROM links"
        " WHERE withdrawn_at IS NULL AND verdict = 'accepted' AND link_type <> 'counts_from'"
    )
    op.drop_table("links")
    op.create_table(
        "links",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("source_id", _NUMBER, nullable=False),
        sa.Column("link_type", _text(12), nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.CheckConstraint(f"link_type IN ({_OLD_TYPES})", name=op.f("ck_links_link_type")),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_links_two")),
        sa.ForeignKeyConstraint(["source_id"], ["claims.id"], name="fk_links_source_id_claims"),
        sa.ForeignKeyConstraint(["target_id"], ["claims.id"], name="fk_links_target_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("source_id", "link_type", "target_id", name="uq_links_source_id_link_type_target_id"),
    )
    op.execute("INSERT INTO links SELECT id, source_id, link_type, target_id FROM links_before")
    op.execute("DROP TABLE links_before")
    _count_on()
    op.create_index("ix_links_target_id", "links", ["target_id"])


def _count_on() -> None:
    """Where a sequence gives the ids, it goes on behind those that were carried over."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval(pg_get_serial_sequence('links', 'id'), coalesce(max(id), 0) + 1, false) FROM links")
