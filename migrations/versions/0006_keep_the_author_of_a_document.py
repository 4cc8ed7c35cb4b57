"""Keep the author of a document"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "documents",
        sa.Column("author", sa.Text(), comment="Who wrote it, as the page or file says; null = not said."),
    )


def downgrade() -> None:
    op.drop_column("documents", "author")
