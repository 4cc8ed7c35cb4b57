"""Count documents by the kinds of their claims, without looking up each claim"""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_BEFORE, _NOW = "ix_claims_kind_phase_date_earliest", "ix_claims_kind_phase_date_earliest_document_id"


def upgrade() -> None:
    op.create_index(_NOW, "claims", ["kind", "phase", "date_earliest", "document_id"])
    op.drop_index(_BEFORE, "claims")


def downgrade() -> None:
    op.create_index(_BEFORE, "claims", ["kind", "phase", "date_earliest"])
    op.drop_index(_NOW, "claims")
