"""Tell who made an event and what is doubtful"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column(
        "events",
        sa.Column(
            "made_by", _text(), comment="The rule that made it of accounts that fit; null = its record tells it."
        ),
    )
    op.create_table(
        "doubts",
        sa.Column("claim_id", _NUMBER, nullable=False, comment="The claim."),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Number of the doubt in its claim, from 0."),
        sa.Column("field", _text(), nullable=False, comment="The field of the record that is doubtful."),
        sa.Column("reason", _text(), nullable=False, comment="Why it is well formed and yet hardly meant so."),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_doubts_claim_id_claims"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_doubts"),
        sqlite_with_rowid=False,
        comment="What is implausible in a claim's record: it is held as it was told, and can be asked for.",
    )


def downgrade() -> None:
    op.drop_table("doubts")
    op.drop_column("events", "made_by")
