"""Keep the author of a document"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.add_column(
        "documents",
        sa.Column("author", _text(), comment="Who wrote it, as the page or file says; null = not said."),
    )


def downgrade() -> None:
    op.drop_column("documents", "author")
