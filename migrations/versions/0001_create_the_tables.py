"""Create the tables"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _text(length: int | None = None) -> sa.types.TypeEngine[str]:
    """Compared code point by code point on every engine."""
    return (sa.String(length) if length else sa.Text()).with_variant(sa.Text(collation="C"), "postgresql")


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    op.create_table(
        "entities",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("key", _text(26), nullable=False, comment="Public key, the same in every database."),
        sa.Column("slug", _text(), comment="Short handle for people; null = none."),
        sa.Column("name", _text(), nullable=False, comment="Canonical name, in English."),
        sa.Column("kind", _text(20), nullable=False, comment="Sort of entity."),
        sa.Column("country", _text(2), comment="ISO 3166 code of its country; null = none or unknown."),
        sa.Column("wikidata", _text(20), comment="Wikidata item, e.g. Q17; null = unknown."),
        sa.CheckConstraint(
            "kind IN ('person', 'organisation', 'state', 'place', 'office', 'framework', 'series', 'instrument', 'group', 'material', 'topic')",
            name=op.f("ck_entities_kind"),
        ),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_entities_key")),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
        sa.UniqueConstraint("key", name="uq_entities_key"),
        sa.UniqueConstraint("slug", name="uq_entities_slug"),
        comment="A person, organisation, state, place, office, framework, series, instrument, group, material or topic.",
    )
    op.create_index("ix_entities_kind_country", "entities", ["kind", "country"])

    op.create_table(
        "kinds",
        sa.Column("name", _text(20), nullable=False, comment="The kind, as claims.kind holds it."),
        sa.Column("definition", _text(), nullable=False, comment="What belongs here."),
        sa.Column("example", _text(), nullable=False, comment="A sentence of this kind."),
        sa.Column(
            "plover", _text(20), nullable=False, comment="PLOVER event code when it occurred; '' = PLOVER has none."
        ),
        sa.PrimaryKeyConstraint("name", name="pk_kinds"),
        comment="The sorts of claim.",
    )
    op.create_table(
        "roles",
        sa.Column("name", _text(20), nullable=False, comment="The role, as arguments.role holds it."),
        sa.Column("definition", _text(), nullable=False, comment="What part it plays."),
        sa.Column("example", _text(), nullable=False, comment="An argument in this role."),
        sa.Column("is_party", sa.Boolean(), nullable=False, comment="1 = counts among the parties of a claim."),
        sa.PrimaryKeyConstraint("name", name="pk_roles"),
        comment="The sorts of argument.",
    )
    op.create_table(
        "runs",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("tool", _text(), nullable=False, comment="What ran: load, reader-ja, llm ..."),
        sa.Column("version", _text(), nullable=False, comment="Version of the tool."),
        sa.Column("model", _text(), comment="Language model; null = none."),
        sa.Column("parameters", _text(), comment="Settings as JSON; null = none."),
        sa.Column("anchor_on", _text(10), comment="Day that relative dates were counted from; null = none was needed."),
        sa.Column("input_sha256", _text(64), comment="SHA-256 of the file that was read; null = no file."),
        sa.Column("started_at", _text(24), nullable=False, comment="When, UTC."),
        sa.Column("finished_at", _text(24), nullable=False, comment="When it ended, UTC."),
        sa.Column("inserted", sa.Integer(), nullable=False, comment="Records that were new."),
        sa.Column("unchanged", sa.Integer(), nullable=False, comment="Records that were there already."),
        sa.Column(
            "superseded",
            sa.Integer(),
            nullable=False,
            comment="Records that replaced an earlier one of the same key or slug.",
        ),
        sa.Column("rejected", sa.Integer(), nullable=False, comment="Lines that were not taken in."),
        sa.CheckConstraint(
            "inserted >= 0 AND unchanged >= 0 AND superseded >= 0 AND rejected >= 0", name=op.f("ck_runs_counts")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        comment="A load or an extraction that changed the database, with its receipt. One that changed nothing leaves no row.",
    )
    op.create_index("ix_runs_input_sha256", "runs", ["input_sha256"])

    op.create_table(
        "sources",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("name", _text(), nullable=False, comment="Name of the publisher."),
        sa.Column(
            "kind",
            _text(20),
            nullable=False,
            comment="ministry, government, wire, outlet, aggregator, reference or other.",
        ),
        sa.Column("country", _text(2), comment="ISO 3166 code of its country; null = none or unknown."),
        sa.Column(
            "reliability",
            _text(1),
            nullable=False,
            comment="Admiralty code A (completely reliable) to E; F = cannot be judged.",
        ),
        sa.Column(
            "origin_id",
            _NUMBER,
            comment="The source that it repeats; null = speaks for itself. Corroboration counts origins.",
        ),
        sa.CheckConstraint(
            "kind IN ('ministry', 'government', 'wire', 'outlet', 'aggregator', 'reference', 'other')",
            name=op.f("ck_sources_kind"),
        ),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_sources_reliability")),
        sa.ForeignKeyConstraint(["origin_id"], ["sources.id"], name="fk_sources_origin_id_sources"),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("name", name="uq_sources_name"),
        comment="Who publishes: a ministry, an agency, an outlet.",
    )
    op.create_index("ix_sources_origin_id", "sources", ["origin_id"])

    op.create_table(
        "aliases",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("entity_id", _NUMBER, nullable=False, comment="Whose name it is."),
        sa.Column("name", _text(), nullable=False, comment="The name as written."),
        sa.Column(
            "folded",
            _text(),
            nullable=False,
            comment="The name as looked up: width, case, kanji variants, spacing and name order folded (SQL function name_key).",
        ),
        sa.Column("language", _text(8), comment="Language of the name; null = none in particular."),
        sa.Column("kind", _text(12), nullable=False, comment="official, romanised, variant or garbled."),
        sa.CheckConstraint("kind IN ('official', 'romanised', 'variant', 'garbled')", name=op.f("ck_aliases_kind")),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_aliases_entity_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_aliases"),
        sa.UniqueConstraint("entity_id", "name", name="uq_aliases_entity_id_name"),
        comment="A name seen for an entity, in any script, right or garbled; the canonical name is among them.",
    )
    op.create_index("ix_aliases_folded", "aliases", ["folded"])
    op.create_index("ix_aliases_garbled", "aliases", ["entity_id", "name"], **_where("kind = 'garbled'"))

    op.create_table(
        "documents",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("key", _text(26), nullable=False, comment="Public key, the same in every database."),
        sa.Column("slug", _text(), comment="Short handle for people; null = none."),
        sa.Column("source_id", _NUMBER, nullable=False, comment="Who published it."),
        sa.Column("url", _text(), comment="Address; null = unknown."),
        sa.Column("title", _text(), nullable=False, comment="Title."),
        sa.Column("language", _text(8), nullable=False, comment="Language of the text: en, ja, ko ..."),
        sa.Column(
            "published_on",
            _text(10),
            comment="Day, month (YYYY-MM) or year of publication, in its own time zone; null = unknown.",
        ),
        sa.Column(
            "origin_id",
            _NUMBER,
            comment="The source that this one document repeats; null = see the source's own origin.",
        ),
        sa.Column(
            "restates_id",
            _NUMBER,
            comment="The document that this one retells in other words; null = it is the work itself.",
        ),
        sa.Column("text", _text(), comment="The whole text; null = withheld. Spans count its Unicode code points."),
        sa.Column(
            "text_sha256", _text(64), comment="SHA-256 of the text's UTF-8 bytes; null = the text was never held."
        ),
        sa.Column(
            "text_length", sa.Integer(), comment="Length of the text in code points; null = the text was never held."
        ),
        sa.Column("note", _text(), comment="What a reader should know of it; null = nothing."),
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
        comment="One article, release or account, with its text or, where that is withheld, the hash of it.",
    )
    op.create_index("ix_documents_origin_id", "documents", ["origin_id"])
    op.create_index("ix_documents_published_on", "documents", ["published_on"])
    op.create_index("ix_documents_restates_id", "documents", ["restates_id"])
    op.create_index("ix_documents_source_id", "documents", ["source_id"])

    op.create_table(
        "events",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("key", _text(26), nullable=False, comment="Public key, the same in every database."),
        sa.Column("slug", _text(), comment="Short handle for people; null = none."),
        sa.Column("name", _text(), nullable=False, comment="Name of the event, in English."),
        sa.Column(
            "kind", _text(20), nullable=False, comment="The kind of claim that tells of it: meet, sign, establish ..."
        ),
        sa.Column("series_id", _NUMBER, comment="The series it belongs to (JUCIP); null = none."),
        sa.Column("ordinal", sa.Integer(), comment="Its number in the series, from 1; null = not counted."),
        sa.CheckConstraint("length(key) = 26", name=op.f("ck_events_key")),
        sa.CheckConstraint("ordinal > 0", name=op.f("ck_events_ordinal")),
        sa.ForeignKeyConstraint(["kind"], ["kinds.name"], name="fk_events_kind_kinds"),
        sa.ForeignKeyConstraint(["series_id"], ["entities.id"], name="fk_events_series_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.UniqueConstraint("key", name="uq_events_key"),
        sa.UniqueConstraint("slug", name="uq_events_slug"),
        comment="The meeting, signing or launch itself; what is known of it stands in the claims that speak of it.",
    )
    op.create_index("ix_events_kind", "events", ["kind"])
    op.create_index("ix_events_name", "events", ["name"])
    op.create_index("ix_events_series_id", "events", ["series_id"])

    op.create_table(
        "judgements",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("left_id", _NUMBER, nullable=False, comment="The entity whose name stays, where they are the same."),
        sa.Column("right_id", _NUMBER, nullable=False, comment="The other entity."),
        sa.Column("verdict", _text(10), nullable=False, comment="same, different or unsure."),
        sa.Column("who", _text(), nullable=False, comment="Who judged."),
        sa.Column("why", _text(), nullable=False, comment="On what grounds."),
        sa.Column("judged_at", _text(24), nullable=False, comment="When, UTC."),
        sa.Column("withdrawn_at", _text(24), comment="When it was taken back, UTC; null = it stands."),
        sa.CheckConstraint("verdict IN ('same', 'different', 'unsure')", name=op.f("ck_judgements_verdict")),
        sa.CheckConstraint("left_id <> right_id", name=op.f("ck_judgements_two")),
        sa.ForeignKeyConstraint(["left_id"], ["entities.id"], name="fk_judgements_left_id_entities"),
        sa.ForeignKeyConstraint(["right_id"], ["entities.id"], name="fk_judgements_right_id_entities"),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
        comment="same, different or unsure, of two entities: a merge is a row, and undoing it is a date.",
    )
    op.create_index("ix_judgements_right_id", "judgements", ["right_id"])
    op.create_index(
        "uq_judgements_standing",
        "judgements",
        ["left_id", "right_id"],
        unique=True,
        **_where("withdrawn_at IS NULL"),
    )

    op.create_table(
        "claims",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column(
            "key",
            _text(26),
            nullable=False,
            comment="Public key, the same in every database: hash of document, kind, phase, polarity, arguments, date as written and spans.",
        ),
        sa.Column("slug", _text(), comment="Short handle for people; null = none."),
        sa.Column("document_id", _NUMBER, nullable=False, comment="The document that makes the statement."),
        sa.Column("run_id", _NUMBER, nullable=False, comment="The load or extraction that brought it."),
        sa.Column(
            "event_id", _NUMBER, comment="The event it speaks of, by its record; null = none named (see placements)."
        ),
        sa.Column(
            "kind", _text(20), nullable=False, comment="What it is about: meet, sign, cooperate ... (table kinds)."
        ),
        sa.Column(
            "phase", _text(12), nullable=False, comment="What has become of it: intended, agreed, occurred, failed ..."
        ),
        sa.Column("polarity", _text(1), nullable=False, comment="'+' = it is so, '-' = it is not so, by the text."),
        sa.Column(
            "certainty",
            _text(2),
            nullable=False,
            comment="CT certain, PR probable, PS possible, U uncommitted: for the one who says it.",
        ),
        sa.Column(
            "speech_act", _text(10), nullable=False, comment="report, announce, promise, predict, assess, urge or deny."
        ),
        sa.Column("asserter", _text(), comment="Who says it, as written; null = the document itself."),
        sa.Column("summary", _text(), nullable=False, comment="The statement in one plain English sentence."),
        sa.Column(
            "quantity",
            _text(),
            comment="The rank, count or amount that the claim turns on: '4', 'last', '60 min'; null = none. Compared as text.",
        ),
        sa.Column("date_text", _text(), comment="The date as written; null = the text gives none."),
        sa.Column(
            "date_edtf",
            _text(),
            comment="When what it tells took or takes place, in EDTF (ISO 8601-2); for promises: when they were made.",
        ),
        sa.Column(
            "date_earliest", _text(10), comment="First day that the date can mean, inclusive; null = open or no date."
        ),
        sa.Column(
            "date_latest", _text(10), comment="Last day that the date can mean, inclusive; null = open or no date."
        ),
        sa.Column(
            "date_basis", _text(10), comment="stated, completed, relative, inherited or published; null = no date."
        ),
        sa.Column("due_text", _text(), comment="The due date as written; null = none."),
        sa.Column(
            "due_edtf",
            _text(),
            comment="When a promised thing is to happen, in EDTF; null = not said, or the date itself.",
        ),
        sa.Column("due_earliest", _text(10), comment="First day that the due date can mean, inclusive."),
        sa.Column("due_latest", _text(10), comment="Last day that the due date can mean, inclusive."),
        sa.Column(
            "confidence",
            sa.Double(),
            comment="How sure the reader or extractor is of the reading, 0 to 1; null = not said.",
        ),
        sa.Column(
            "fingerprint",
            _NUMBER,
            nullable=False,
            comment="First 63 bits of SHA-256 over all that the record says: tells a changed record from an unchanged one.",
        ),
        sa.Column("recorded_at", _text(24), nullable=False, comment="When this database learned it, UTC."),
        sa.Column("retracted_at", _text(24), comment="When it was superseded or withdrawn, UTC; null = held."),
        sa.Column(
            "retraction", _text(), comment="Why it is no longer held ('superseded', or the reason given); null = held."
        ),
        sa.Column("supersedes_id", _NUMBER, comment="The row that this one replaced; null = none."),
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
        comment="One statement of one document. A row is never overwritten: a correction is a new row, a withdrawal a date.",
    )
    op.create_index("ix_claims_document_id", "claims", ["document_id"])
    op.create_index("ix_claims_event_id", "claims", ["event_id"])
    op.create_index("ix_claims_kind_phase_date_earliest", "claims", ["kind", "phase", "date_earliest"])
    op.create_index("ix_claims_retracted_key", "claims", ["key"], **_where("retracted_at IS NOT NULL"))
    op.create_index("ix_claims_run_id", "claims", ["run_id"])
    op.create_index("ix_claims_supersedes_id", "claims", ["supersedes_id"])
    op.create_index("uq_claims_held_key", "claims", ["key"], unique=True, **_where("retracted_at IS NULL"))
    op.create_index(
        "uq_claims_held_slug",
        "claims",
        ["slug"],
        unique=True,
        **_where("retracted_at IS NULL AND slug IS NOT NULL"),
    )

    op.create_table(
        "sentences",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("document_id", _NUMBER, nullable=False, comment="The document."),
        sa.Column(
            "span_start", sa.Integer(), nullable=False, comment="First code point of the sentence in the text, from 0."
        ),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Code point after its last."),
        sa.Column("reason", _text(), comment="Why it bears no claim; null = it bears some."),
        sa.Column("note", _text(), comment="What is garbled in it, or how it was read; null = nothing to say."),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_sentences_span")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_sentences_document_id_documents"),
        sa.PrimaryKeyConstraint("id", name="pk_sentences"),
        sa.UniqueConstraint("document_id", "span_start", name="uq_sentences_document_id_span_start"),
        comment="The ledger of a document: each sentence, and why it bears no claim where it bears none.",
    )
    op.create_table(
        "arguments",
        sa.Column("claim_id", _NUMBER, nullable=False, comment="The claim."),
        sa.Column("seq", sa.Integer(), nullable=False, comment="Number of the argument in its claim, from 0."),
        sa.Column("role", _text(20), nullable=False, comment="participant, signatory, place, topic ... (table roles)."),
        sa.Column("mention", _text(), nullable=False, comment="The name as written, garbled or not."),
        sa.Column(
            "entity_id",
            _NUMBER,
            comment="Whom its record says is meant; null = left to the name (view participants tells).",
        ),
        sa.Column(
            "name_key", _text(), comment="The mention folded for look-up; null where entity_id says who is meant."
        ),
        sa.Column(
            "span_start",
            sa.Integer(),
            comment="First code point of the mention in the claim's document, from 0; null = not located.",
        ),
        sa.Column("span_end", sa.Integer(), comment="Code point after its last; null = not located."),
        sa.CheckConstraint("(entity_id IS NULL) <> (name_key IS NULL)", name=op.f("ck_arguments_entity_or_name")),
        sa.CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name=op.f("ck_arguments_whole_span")),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_arguments_span")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_arguments_claim_id_claims"),
        sa.ForeignKeyConstraint(["entity_id"], ["entities.id"], name="fk_arguments_entity_id_entities"),
        sa.ForeignKeyConstraint(["role"], ["roles.name"], name="fk_arguments_role_roles"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_arguments"),
        sqlite_with_rowid=False,
        comment="A name's role in a claim.",
    )
    op.create_index("ix_arguments_entity_id", "arguments", ["entity_id"], **_where("entity_id IS NOT NULL"))
    op.create_index("ix_arguments_name_key", "arguments", ["name_key"], **_where("name_key IS NOT NULL"))

    op.create_table(
        "evidence",
        sa.Column("claim_id", _NUMBER, nullable=False, comment="The claim."),
        sa.Column(
            "seq",
            sa.Integer(),
            nullable=False,
            comment="Number of the span in its claim, from 0: spans in the claim's own document come first.",
        ),
        sa.Column(
            "document_id",
            _NUMBER,
            nullable=False,
            comment="Whose text the span counts: the claim's document, or one that restates it.",
        ),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=False,
            comment="First code point of the quote in the text, from 0; null = unverified.",
        ),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Code point after its last; null = unverified."),
        sa.Column(
            "alignment",
            _text(8),
            nullable=False,
            comment="How the quote was found: exact, folded, gapped or fuzzy; unverified = nobody has found it in the text.",
        ),
        sa.CheckConstraint("alignment IN ('exact', 'folded', 'gapped', 'fuzzy')", name=op.f("ck_evidence_alignment")),
        sa.CheckConstraint("span_start >= 0 AND span_end > span_start", name=op.f("ck_evidence_span")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_evidence_claim_id_claims"),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_evidence_document_id_documents"),
        sa.PrimaryKeyConstraint("claim_id", "seq", name="pk_evidence"),
        sqlite_with_rowid=False,
        comment="Where a document says it. The quote is substr(text, span_start + 1, span_end - span_start): never stored, so it cannot drift. Only what nobody could check is kept as it was given (quoted).",
    )
    op.create_index("ix_evidence_document_id_span_start", "evidence", ["document_id", "span_start"])

    op.create_table(
        "links",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("source_id", _NUMBER, nullable=False, comment="The claim that bears on the other."),
        sa.Column(
            "link_type", _text(12), nullable=False, comment="outcome_of, part_of, corrects, repeats or counts_from."
        ),
        sa.Column("target_id", _NUMBER, nullable=False, comment="The claim that it bears on."),
        sa.CheckConstraint(
            "link_type IN ('outcome_of', 'part_of', 'corrects', 'repeats')", name=op.f("ck_links_link_type")
        ),
        sa.CheckConstraint("source_id <> target_id", name=op.f("ck_links_two")),
        sa.ForeignKeyConstraint(["source_id"], ["claims.id"], name="fk_links_source_id_claims"),
        sa.ForeignKeyConstraint(["target_id"], ["claims.id"], name="fk_links_target_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_links"),
        sa.UniqueConstraint("source_id", "link_type", "target_id", name="uq_links_source_id_link_type_target_id"),
        comment="How one claim bears on another, or was judged not to; it can be taken back.",
    )
    op.create_index("ix_links_target_id", "links", ["target_id"])

    op.create_table(
        "placements",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("claim_id", _NUMBER, nullable=False, comment="The claim."),
        sa.Column("event_id", _NUMBER, nullable=False, comment="The event that it is taken to speak of."),
        sa.Column("who", _text(), nullable=False, comment="Who placed it: a rule's name or a person."),
        sa.Column("why", _text(), nullable=False, comment="On what grounds."),
        sa.Column("placed_at", _text(24), nullable=False, comment="When, UTC."),
        sa.Column("withdrawn_at", _text(24), comment="When it was taken back, UTC; null = it stands."),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_placements_claim_id_claims"),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name="fk_placements_event_id_events"),
        sa.PrimaryKeyConstraint("id", name="pk_placements"),
        comment="A claim placed on an event by a rule or a person, not by its record; it can be taken back.",
    )
    op.create_index("ix_placements_claim_id", "placements", ["claim_id"])
    op.create_index("ix_placements_event_id", "placements", ["event_id"])
    op.create_index("uq_placements_standing", "placements", ["claim_id"], unique=True, **_where("withdrawn_at IS NULL"))

    op.create_table(
        "reviews",
        sa.Column("id", _NUMBER, nullable=False, comment="Number inside this database; other databases use the key."),
        sa.Column("claim_id", _NUMBER, nullable=False, comment="The claim."),
        sa.Column("verdict", _text(10), nullable=False, comment="accepted, rejected or unsure."),
        sa.Column("reviewer", _text(), nullable=False, comment="Who reviewed."),
        sa.Column("note", _text(), comment="Why; null = nothing said."),
        sa.Column("reviewed_at", _text(24), nullable=False, comment="When, UTC."),
        sa.CheckConstraint("verdict IN ('accepted', 'rejected', 'unsure')", name=op.f("ck_reviews_verdict")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_reviews_claim_id_claims"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        comment="A person's verdict on a claim; the latest counts.",
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
