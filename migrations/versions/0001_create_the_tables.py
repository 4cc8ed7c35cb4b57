"""Create the tables"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("wikidata", sa.String(length=20)),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'state', 'place', 'office', 'framework', 'series', 'instrument', 'group', 'material', 'topic')",
            name=op.f("ck_entities_kind"),
        ),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_entities_key")),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
        sa.UniqueConstraint("key", name="uq_entities_key"),
        sa.UniqueConstraint("slug", name="uq_entities_slug"),
    )
    op.create_index("ix_entities_kind_country", "entities", ["kind", "country"])

    op.create_table(
        "kinds",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.Column("plover", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_kinds"),
    )
    op.create_table(
        "roles",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("example", sa.Text(), nullable=False),
        sa.Column("is_party", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_roles"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tool", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("model", sa.Text()),
        sa.Column("parameters", sa.Text()),
        sa.Column("anchor_on", sa.String(length=10)),
        sa.Column("input_sha256", sa.String(length=64)),
        sa.Column("started_at", sa.String(length=24), nullable=False),
        sa.Column("finished_at", sa.String(length=24), nullable=False),
        sa.Column("inserted", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("superseded", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "inserted >= 0 AND unchanged >= 0 AND superseded >= 0 AND rejected >= 0", name=op.f("ck_runs_counts")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_input_sha256", "runs", ["input_sha256"])

    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("country", sa.String(length=2)),
        sa.Column("reliability", sa.String(length=1), nullable=False),
        sa.Column("origin_id", sa.Integer()),
        sa.CheckConstraint(
            "kind IN ('ministry', 'government', 'wire', 'outlet', 'aggregator', 'reference', 'other')",
            name=op.f("ck_sources_kind"),
        ),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_sources_reliability")),
        sa.ForeignKeyConstraint(["origin_id"], ["sources.id"], name="fk_sources_origin_id_sources"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("name", name="uq_sources_name"),
    )
    op.create_index("ix_sources_origin_id", "sources", ["origin_id"])

    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8)),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.CheckConstraint("kind IN ('official', 'romanised', 'variant', 'garbled')", name=op.f("ck_aliases_kind")),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_aliases_entity_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_aliases"),
        sa.UniqueConstraint("entity_id", "name", name="uq_aliases_entity_id_name"),
    )
    op.create_index("ix_aliases_folded", "aliases", ["folded"])
    op.create_index("ix_aliases_garbled", "aliases", ["entity_id", "name"], sqlite_where=sa.text("kind = 'garbled'"))

    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.Text()),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("published_on", sa.String(length=10)),
        sa.Column("origin_id", sa.Integer()),
        sa.Column("restates_id", sa.Integer()),
        sa.Column("text", sa.Text()),
        sa.Column("text_sha256", sa.String(length=64)),
        sa.Column("text_length", sa.Integer()),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_documents_key")),
        sa.CheckConstraint("length(text_sha256) = 64", name=op.f("ck_documents_text_sha256")),
        sa.CheckConstraint("restates_id <> id", name=op.f("ck_documents_restates")),
        sa.CheckConstraint(
            "text IS NULL OR (text_sha256 IS NOT NULL AND text_length IS NOT NULL)",
            name=op.f("ck_documents_text_has_hash"),
        ),
        sa.CheckConstraint("text_length >= 0", name=op.f("ck_documents_text_length")),
        sa.ForeignKeyConstraint(["origin_id"], ["sources.id"], name="fk_documents_origin_id_sources"),
        sa.ForeignKeyConstraint(["restates_id"], ["documents.id"], name="fk_documents_restates_id_documents"),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name="fk_documents_source_id_sources"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("key", name="uq_documents_key"),
        sa.UniqueConstraint("slug", name="uq_documents_slug"),
    )
    op.create_index("ix_documents_origin_id", "documents", ["origin_id"])
    op.create_index("ix_documents_published_on", "documents", ["published_on"])
    op.create_index("ix_documents_restates_id", "documents", ["restates_id"])
    op.create_index("ix_documents_source_id", "documents", ["source_id"])

    op.create_table(
        "events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("series_id", sa.Integer()),
        sa.Column("ordinal", sa.Integer()),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_events_key")),
        sa.CheckConstraint("ordinal > 0", name=op.f("ck_events_ordinal")),
        sa.ForeignKeyConstraint(["kind"], ["kinds.name"], name="fk_events_kind_kinds"),
        sa.ForeignKeyConstraint(["series_id"], ["entities.id"], name="fk_events_series_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("key", name="uq_events_key"),
        sa.UniqueConstraint("slug", name="uq_events_slug"),
    )
    op.create_index("ix_events_kind", "events", ["kind"])
    op.create_index("ix_events_name", "events", ["name"])
    op.create_index("ix_events_series_id", "events", ["series_id"])

    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("judged_at", sa.String(length=24), nullable=False),
        sa.Column("withdrawn_at", sa.String(length=24)),
        sa.CheckConstraint("verdict IN ('same', 'different', 'unsure')", name=op.f("ck_judgements_verdict")),
        sa.CheckConstraint("left_id <> right_id", name=op.f("ck_judgements_two")),
        sa.ForeignKeyConstraint(["left_id"], ["entities.id"], name="fk_judgements_left_id_entities"),
        sa.ForeignKeyConstraint(["right_id"], ["entities.id"], name="fk_judgements_right_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_index("ix_judgements_right_id", "judgements", ["right_id"])
    op.create_index(
        "uq_judgements_standing",
        "judgements",
        ["left_id", "right_id"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
    )

    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=26), nullable=False),
        sa.Column("slug", sa.Text()),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer()),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("phase", sa.String(length=12), nullable=False),
        sa.Column("polarity", sa.String(length=1), nullable=False),
        sa.Column("certainty", sa.String(length=2), nullable=False),
        sa.Column("speech_act", sa.String(length=10), nullable=False),
        sa.Column("asserter", sa.Text()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("quantity", sa.Text()),
        sa.Column("date_text", sa.Text()),
        sa.Column("date_edtf", sa.Text()),
        sa.Column("date_earliest", sa.String(length=10)),
        sa.Column("date_latest", sa.String(length=10)),
        sa.Column("date_basis", sa.String(length=10)),
        sa.Column("due_text", sa.Text()),
        sa.Column("due_edtf", sa.Text()),
        sa.Column("due_earliest", sa.String(length=10)),
        sa.Column("due_latest", sa.String(length=10)),
        sa.Column("confidence", sa.Double()),
        sa.Column("fingerprint", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=24), nullable=False),
        sa.Column("retracted_at", sa.String(length=24)),
        sa.Column("retraction", sa.Text()),
        sa.Column("supersedes_id", sa.Integer()),
        sa.CheckConstraint("certainty IN ('CT', 'PR', 'PS', 'U')", name=op.f("ck_claims_certainty")),
        sa.CheckConstraint(
            "date_basis IN ('stated', 'completed', 'relative', 'inherited', 'published')",
            name=op.f("ck_claims_date_basis"),
        ),
        sa.CheckConstraint(
            "phase IN ('intended', 'proposed', 'scheduled', 'expected', 'discussed', 'agreed', 'occurred', 'ongoing', 'pending', 'failed', 'cancelled', 'implemented')",
            name=op.f("ck_claims_phase"),
        ),
        sa.CheckConstraint("polarity IN ('+', '-')", name=op.f("ck_claims_polarity")),
        sa.CheckConstraint(
            "speech_act IN ('report', 'announce', 'promise', 'predict', 'assess', 'urge', 'deny')",
            name=op.f("ck_claims_speech_act"),
        ),
        sa.CheckConstraint("(retracted_at IS NULL) = (retraction IS NULL)", name=op.f("ck_claims_retraction")),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_claims_confidence")),
        sa.CheckConstraint("date_earliest <= date_latest", name=op.f("ck_claims_date_range")),
        sa.CheckConstraint("due_earliest <= due_latest", name=op.f("ck_claims_due_range")),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_claims_key")),
        sa.CheckConstraint("retracted_at >= recorded_at", name=op.f("ck_claims_retracted_at")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_claims_document_id_documents"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_claims_event_id_events"),
        sa.ForeignKeyConstraint(["kind"], ["kinds.name"], name="fk_claims_kind_kinds"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_claims_run_id_runs"),
        sa.ForeignKeyConstraint(["supersedes_id"], ["claims.id"], name="fk_claims_supersedes_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_document_id", "claims", ["document_id"])
    op.create_index("ix_claims_event_id", "claims", ["event_id"])
    op.create_index("ix_claims_kind_phase_date_earliest", "claims", ["kind", "phase", "date_earliest"])
    op.create_index("ix_claims_retracted_key", "claims", ["key"], sqlite_where=sa.text("retracted_at IS NOT NULL"))
    op.create_index("ix_claims_run_id", "claims", ["run_id"])
    op.create_index("ix_claims_supersedes_id", "claims", ["supersedes_id"])
    op.create_index("uq_claims_held_key", "claims", ["key"], unique=True, sqlite_where=sa.text("retracted_at IS NULL"))
    op.create_index(
        "uq_claims_held_slug",
        "claims",
        ["slug"],
        unique=True,
        sqlite_where=sa.text("retracted_at IS NULL AND slug IS NOT NULL"),
    )

    op.create_table(
        "sentences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("note", sa.Text()),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_sentences_span")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sentences_document_id_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_sentences"),
        sa.UniqueConstraint("document_id", "span_start", name="uq_sentences_document_id_span_start"),
    )
    op.create_table(
        "arguments",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("mention", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Integer()),
        sa.Column("name_key", sa.Text()),
        sa.Column("span_start", sa.Integer()),
        sa.Column("span_end", sa.Integer()),
        sa.CheckConstraint("(entity_id IS NULL) <> (name_key IS NULL)", name=op.f("ck_arguments_entity_or_name")),
        sa.CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name=op.f("ck_arguments_whole_span")),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_arguments_span")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_arguments_claim_id_claims"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_arguments_entity_id_entities"),
        sa.ForeignKeyConstraint(["role"], ["roles.name"], name="fk_arguments_role_roles"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_arguments"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_arguments_entity_id", "arguments", ["entity_id"], sqlite_where=sa.text("entity_id IS NOT NULL"))
    op.create_index("ix_arguments_name_key", "arguments", ["name_key"], sqlite_where=sa.text("name_key IS NOT NULL"))

    op.create_table(
        "evidence",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("span_start", sa.Integer(), nullable=False),
        sa.Column("span_end", sa.Integer(), nullable=False),
        sa.Column("alignment", sa.String(length=8), nullable=False),
        sa.CheckConstraint("alignment IN ('exact', 'folded', 'gapped', 'fuzzy')", name=op.f("ck_evidence_alignment")),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_evidence_span")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_evidence_claim_id_claims"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_evidence_document_id_documents"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_evidence"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_evidence_document_id_span_start", "evidence", ["document_id", "span_start"])

    op.create_table(
        "links",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("link_type", sa.String(length=12), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "link_type IN ('outcome_of', 'part_of', 'corrects', 'repeats')", name=op.f("ck_links_link_type")
        ),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_links_two")),
        sa.ForeignKeyConstraint(["source_id"], ["claims.id"], name="fk_links_source_id_claims"),
        sa.ForeignKeyConstraint(["target_id"], ["claims.id"], name="fk_links_target_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("source_id", "link_type", "target_id", name="uq_links_source_id_link_type_target_id"),
    )
    op.create_index("ix_links_target_id", "links", ["target_id"])

    op.create_table(
        "placements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("placed_at", sa.String(length=24), nullable=False),
        sa.Column("withdrawn_at", sa.String(length=24)),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_placements_claim_id_claims"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_placements_event_id_events"),
        sa.PrimaryKeyConstraint("id", name="pk_placements"),
    )
    op.create_index("ix_placements_claim_id", "placements", ["claim_id"])
    op.create_index("ix_placements_event_id", "placements", ["event_id"])
    op.create_index(
        "uq_placements_standing", "placements", ["claim_id"], unique=True, sqlite_where=sa.text("withdrawn_at IS NULL")
    )

    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=10), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("reviewed_at", sa.String(length=24), nullable=False),
        sa.CheckConstraint("verdict IN ('accepted', 'rejected', 'unsure')", name=op.f("ck_reviews_verdict")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_reviews_claim_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_claim_id_reviewed_at", "reviews", ["claim_id", "reviewed_at"])


def downgrade() -> None:
    op.drop_table("reviews")
    op.drop_table("placements")
    op.drop_table("links")
    op.drop_table("evidence")
    op.drop_table("arguments")
    op.drop_table("sentences")
    op.drop_table("claims")
    op.drop_table("judgements")
    op.drop_table("events")
    op.drop_table("documents")
    op.drop_table("aliases")
    op.drop_table("sources")
    op.drop_table("runs")
    op.drop_table("roles")
    op.drop_table("kinds")
    op.drop_table("entities")
