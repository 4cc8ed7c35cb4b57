"""Tell replicas what changed"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "marks",
        sa.Column(
            "record",
            _text(),
            nullable=False,
            comment="source, entity, event, document (with all that is said of its claims); meaning = whom names in a document mean.",
        ),
        sa.Column("row_id", _NUMBER, nullable=False, comment="The id of its row."),
        sa.Column("mark", _NUMBER, nullable=False, comment="Number of the load that changed it last, counted from 1."),
        sa.CheckConstraint(
            "record IN ('source', 'document', 'meaning', 'entity', 'event')", name=op.f("ck_marks_record")
        ),
        sa.PrimaryKeyConstraint("record", "row_id", name="pk_marks"),
        comment="What each load changed, by a running number: what a replica asks to learn what is new (claims pull).",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_marks_mark", "marks", ["mark"])
    op.create_table(
        "replica",
        sa.Column("id", sa.Integer(), nullable=False, comment="1: there is one row at most."),
        sa.Column(
            "source",
            _text(),
            nullable=False,
            comment="Address of the database that it is pulled from, without a password.",
        ),
        sa.Column("topic", _text(), comment="Key of the topic that its claims are about; null = any."),
        sa.Column("entity", _text(), comment="Key of who or what takes part in its claims; null = anyone."),
        sa.Column("since", _text(), comment="First day (YYYY-MM-DD) of which its claims tell; null = any."),
        sa.Column("edition", _text(), nullable=False, comment="Revision of the tables when it was pulled last."),
        sa.Column(
            "began_at",
            _text(24),
            comment="When a pull began that has not come to its end, UTC; null = the last one has.",
        ),
        sa.Column(
            "as_of",
            _text(24),
            comment="When the source was as the replica is, UTC; null = no pull has come to its end yet.",
        ),
        sa.Column("mark", _NUMBER, nullable=False, comment="The highest mark of the source (table marks) then."),
        sa.Column("run_id", _NUMBER, comment="Id of the source's last run then; null = it had none."),
        sa.Column(
            "run_at",
            _text(24),
            comment="When that run began: where the source tells another time, it is another database, or an older state of it.",
        ),
        sa.Column(
            "content",
            _text(),
            comment="SHA-256 over what came (table pulled), compared with the source as it came; null = no pull has come to its end yet.",
        ),
        sa.CheckConstraint("id = 1", name=op.f("ck_replica_one")),
        sa.PrimaryKeyConstraint("id", name="pk_replica"),
        comment="Of a replica alone: where it comes from, and how fresh it is (claims pull). A database of its own has no row.",
    )
    op.create_table(
        "pulled",
        sa.Column(
            "record",
            _text(),
            nullable=False,
            comment="source, entity, event; document = with its claims; cited = one without; links = those from a document's claims.",
        ),
        sa.Column("key", _text(), nullable=False, comment="Its public key; of a source its name."),
        sa.Column("mark", _NUMBER, nullable=False, comment="The highest mark of the source when it came."),
        sa.Column(
            "digest",
            _text(),
            nullable=False,
            comment="SHA-256 over its records with their history, the same in both databases.",
        ),
        sa.CheckConstraint(
            "record IN ('source', 'document', 'cited', 'links', 'entity', 'event')", name=op.f("ck_pulled_record")
        ),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_pulled_digest")),
        sa.PrimaryKeyConstraint("record", "key", name="pk_pulled"),
        comment="Of a replica alone: what came from its source, piece by piece, each with the hash of its records there and here.",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("pulled")
    op.drop_table("replica")
    op.drop_table("marks")
