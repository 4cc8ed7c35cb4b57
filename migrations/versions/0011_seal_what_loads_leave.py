"""Seal what loads leave"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "seals",
        sa.Column(
            "record",
            _TEXT,
            nullable=False,
            comment="source, event, run; entity = with its names, judgements and relations; document = with all that is said of its claims.",
        ),
        sa.Column("row_id", _NUMBER, nullable=False, comment="The id of its row."),
        sa.Column("digest", _TEXT, nullable=False, comment="SHA-256 over its rows, every column of them."),
        sa.CheckConstraint("record IN ('source', 'document', 'entity', 'event', 'run')", name=op.f("ck_seals_record")),
        sa.CheckConstraint("length(digest) = 64", name=op.f("ck_seals_digest")),
        sa.PrimaryKeyConstraint("record", "row_id", name="pk_seals"),
        comment="The hash of all rows of a source, document, entity, event or run as the last load left them (claims check).",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("seals")
