"""Find claims by day, and those of an event by their kind"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_claims_date_earliest", "claims", ["date_earliest"])
    op.create_index("ix_claims_event_id_kind", "claims", ["event_id", "kind"])
    op.drop_index("ix_claims_event_id", "claims")


def downgrade() -> None:
    op.create_index("ix_claims_event_id", "claims", ["event_id"])
    op.drop_index("ix_claims_event_id_kind", "claims")
    op.drop_index("ix_claims_date_earliest", "claims")
