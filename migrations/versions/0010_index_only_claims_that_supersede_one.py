"""Index only claims that supersede one: nearly none does, and a planner with statistics would not look the others up"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SOME = sa.text("supersedes_id IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_claims_supersedes_id", "claims")
    op.create_index("ix_claims_supersedes_id", "claims", ["supersedes_id"], sqlite_where=_SOME, postgresql_where=_SOME)


def downgrade() -> None:
    op.drop_index("ix_claims_supersedes_id", "claims")
    op.create_index("ix_claims_supersedes_id", "claims", ["supersedes_id"])
