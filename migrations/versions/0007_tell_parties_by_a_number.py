"""Tell parties by a number: engines compare a boolean otherwise"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COMMENT = "1 = counts among the parties of a claim."
_CHECK = "is_party IN (0, 1)"


def upgrade() -> None:
    with op.batch_alter_table("roles", copy_from=_roles(sa.Boolean()), recreate="auto") as batch:
        batch.alter_column(
            "is_party",
            existing_type=sa.Boolean(),
            type_=sa.SmallInteger(),
            existing_nullable=False,
            existing_comment=_COMMENT,
            postgresql_using="is_party::integer",
        )
        batch.create_check_constraint(op.f("ck_roles_is_party"), _CHECK)


def downgrade() -> None:
    with op.batch_alter_table("roles", copy_from=_roles(sa.SmallInteger(), _CHECK), recreate="auto") as batch:
        batch.drop_constraint(op.f("ck_roles_is_party"), type_="check")
        batch.alter_column(
            "is_party",
            existing_type=sa.SmallInteger(),
            type_=sa.Boolean(),
            existing_nullable=False,
            existing_comment=_COMMENT,
            postgresql_using="is_party::integer::boolean",
        )


def _roles(is_party: sa.types.TypeEngine[bool] | sa.types.TypeEngine[int], *checks: str) -> sa.Table:
    """The table as a batch takes it over: SQLite does not read its CHECKs back."""
    return sa.Table(
        "roles",
        sa.MetaData(),
        sa.Column("name", sa.String(20), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.Column("is_party", is_party, nullable=False),
        *(sa.CheckConstraint(check, name="ck_roles_is_party") for check in checks),
        sa.PrimaryKeyConstraint("name", name="pk_roles"),
    )
