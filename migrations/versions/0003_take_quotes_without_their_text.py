"""Take quotes without their text."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


_TABLE = (
    "Where a document says it. The quote is substr(text, span_start + 1, span_end - span_start): never stored, so it"
    " cannot drift. Only what nobody could check is kept as it was given (quoted)."
)
_START = "First code point of the quote in the text, from 0; null = unverified."
_END = "Code point after its last; null = unverified."
_ALIGNMENT = "How the quote was found: exact, folded, gapped or fuzzy; unverified = nobody has found it in the text."
_QUOTED = "The quote as it was given, unverified; null = found in the text (see the span), or none was given."
_PAGE = "Page or place in the document, as given: '12', 'annex B'; null = not said."
_FOUND = "alignment IN ('exact', 'folded', 'gapped', 'fuzzy')"
_NEW_CHECKS = {
    "ck_evidence_alignment": "alignment IN ('exact', 'folded', 'gapped', 'fuzzy', 'unverified')",
    "ck_evidence_whole_span": "(span_start IS NULL) = (span_end IS NULL)",
    "ck_evidence_unverified": "(span_start IS NULL) = (alignment = 'unverified')",
    "ck_evidence_quoted": "quoted IS NULL OR span_start IS NULL",
}


def upgrade() -> None:
    with op.batch_alter_table("evidence", copy_from=_evidence(), recreate="auto", table_kwargs=_KEPT) as batch:
        batch.drop_constraint(op.f("ck_evidence_alignment"), type_="check")
        batch.alter_column(
            "alignment", existing_type=_text(8), type_=_text(10), existing_nullable=False, comment=_ALIGNMENT
        )
        batch.alter_column("span_start", existing_type=sa.Integer(), nullable=True, comment=_START)
        batch.alter_column("span_end", existing_type=sa.Integer(), nullable=True, comment=_END)
        batch.add_column(sa.Column("quoted", _text(), comment=_QUOTED))
        batch.add_column(sa.Column("page", _text(), comment=_PAGE))
        for name, condition in _NEW_CHECKS.items():
            batch.create_check_constraint(op.f(name), condition)
        batch.create_table_comment(_TABLE)
    op.create_index("ix_documents_url", "documents", ["url"])  # a row of a table cites a document by its address


def downgrade() -> None:
    op.drop_index("ix_documents_url", "documents")
    op.execute("delete from evidence where alignment = 'unverified'")
    with op.batch_alter_table("evidence", copy_from=_evidence(new=True), recreate="auto", table_kwargs=_KEPT) as batch:
        for name in _NEW_CHECKS:
            batch.drop_constraint(op.f(name), type_="check")
        batch.drop_column("page")
        batch.drop_column("quoted")
        batch.alter_column("span_end", existing_type=sa.Integer(), nullable=False)
        batch.alter_column("span_start", existing_type=sa.Integer(), nullable=False)
        batch.alter_column("alignment", existing_type=_text(10), type_=_text(8), existing_nullable=False)
        batch.create_check_constraint(op.f("ck_evidence_alignment"), _FOUND)


_KEPT = {"sqlite_with_rowid": False}


def _evidence(new: bool = False) -> sa.Table:
    """The table as a batch takes it over: SQLite does not read its CHECKs back."""
    checks = _NEW_CHECKS if new else {"ck_evidence_alignment": _FOUND}
    return sa.Table(
        "evidence",
        sa.MetaData(),
        sa.Column("claim_id", _NUMBER, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("document_id", _NUMBER, nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=new),
        sa.Column("span_end", sa.Integer(), nullable=new),
        sa.Column("alignment", _text(10 if new else 8), nullable=False),
        *((sa.Column("quoted", _text()), sa.Column("page", _text())) if new else ()),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name="ck_evidence_span"),
        *(sa.CheckConstraint(condition, name=name) for name, condition in checks.items()),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_evidence_claim_id_claims"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_evidence_document_id_documents"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_evidence"),
        sa.Index("ix_evidence_document_id_span_start", "document_id", "span_start"),
        sqlite_with_rowid=False,
    )
