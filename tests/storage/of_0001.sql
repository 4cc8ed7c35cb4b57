-- A database of revision 0001 as the version of then left it, with all that it derived: two sources, a text withheld, a merge,
-- a correction, a withdrawal, a link and a review. Made by a script out of its file, table by table.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
insert into alembic_version values ('0001');
CREATE TABLE entities (
	id INTEGER NOT NULL, 
	"key" VARCHAR(26) NOT NULL, 
	slug TEXT, 
	name TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	country VARCHAR(2), 
	wikidata VARCHAR(20), 
	CONSTRAINT pk_entities PRIMARY KEY (id), 
	CONSTRAINT ck_entities_kind CHECK (kind IN ('person', 'organisation', 'state', 'place', 'office', 'framework', 'series', 'instrument', 'group', 'material', 'topic')), 
	CONSTRAINT ck_entities_key CHECK (length(key) = 26), 
	CONSTRAINT uq_entities_key UNIQUE ("key"), 
	CONSTRAINT uq_entities_slug UNIQUE (slug)
);
insert into entities values (1, 'x7ivbbkt7gx5wokd3ehvway2li', 'ueda', 'Ueda Mari', 'person', 'JP', NULL);
insert into entities values (2, 'hbpxpklnbcztg5kbkqu7qwqany', 'lind', 'Ada Lind', 'person', 'NO', NULL);
insert into entities values (3, 'mu6t5gylmnouxcvd6ku5rnmioe', 'a-lind', 'A. Lind', 'person', 'NO', NULL);
insert into entities values (4, 'wpym5vklqjcatixwuwvqnbu6xi', 'oslo', 'Oslo', 'place', 'NO', NULL);
insert into entities values (5, 're4im4wcvp425kgkayirzngeve', 'talks', 'Grain talks', 'series', NULL, NULL);
CREATE TABLE kinds (
	name VARCHAR(20) NOT NULL, 
	definition TEXT NOT NULL, 
	example TEXT NOT NULL, 
	plover VARCHAR(20) NOT NULL, 
	CONSTRAINT pk_kinds PRIMARY KEY (name)
);
insert into kinds values ('meet', 'Two or more parties hold a meeting, talks or a summit together.', 'Saito and Raimondo met in Washington on 26 June 2024.', 'CONSULT');
insert into kinds values ('attend', 'Someone takes part in a meeting or ceremony in a named capacity or manner, where the meeting itself is another claim.', 'Vestager joined the meeting online.', 'CONSULT');
insert into kinds values ('visit', 'Someone travels to a country or place.', 'Minister Saito was in Washington from 25 to 28 June 2024.', 'CONSULT');
insert into kinds values ('discuss', 'Parties talk over, raise or review a topic; its phase is discussed.', 'The ministers discussed AI safety and cybersecurity.', 'CONSULT');
insert into kinds values ('concern', 'Someone voices worry or disapproval of a practice or situation.', 'They voiced deep concern over non-market practices.', 'ACCUSE');
insert into kinds values ('state', 'Someone issues a statement or document, or states a view, interest or thanks.', 'The three ministers issued a joint statement.', '');
insert into kinds values ('cooperate', 'Parties work together, or strengthen joint work, in a field.', 'They agreed to expand cooperation on export controls.', 'COOPERATE');
insert into kinds values ('develop', 'Someone develops or carries forward a technology, standard, policy or programme.', 'They agreed to advance international standards for safe AI.', '');
insert into kinds values ('support', 'Someone backs a framework, policy or party.', 'The three ministers agreed to support IPEF.', 'SUPPORT');
insert into kinds values ('sign', 'Parties sign, conclude or ratify a treaty, agreement or memorandum.', 'Kamikawa and Teodoro signed the Reciprocal Access Agreement on 8 July 2024.', 'SUPPORT');
insert into kinds values ('join', 'Someone accedes to an agreement or body, or an agreement is extended to cover someone or something more.', 'The Philippines proposed that it join the US-Japan critical minerals agreement.', 'COOPERATE');
insert into kinds values ('establish', 'A body, format, network or programme is founded or launched.', 'The trilateral ministers'' meeting was established at Camp David in August 2023.', 'COOPERATE');
insert into kinds values ('provide', 'An agreement, framework or body lays down, allows, requires or enables something.', 'The RAA defines the legal status of visiting forces.', '');
insert into kinds values ('base_on', 'An event, decision or text rests on, follows from, reflects or was shaped by another.', 'The talks partly reflected the results of the EPCC meeting.', '');
insert into kinds values ('rank', 'An event or act has a place in a series: the first, the fourth, the last, the third country to.', 'June''s was the fourth JUCIP meeting.', '');
insert into kinds values ('hold_office', 'A person holds an office; the claim is only as wide as the text: who, which office, when the text speaks.', 'Ahn Duk-geun is South Korea''s minister of trade, industry and energy.', '');
insert into kinds values ('elect', 'An election, party contest, campaign or candidacy: held, run in, won or lost.', 'The LDP is to hold its leadership election in September.', '');
insert into kinds values ('harm', 'A practice or event damages, burdens or endangers someone or something.', 'Such practices have hurt industries and workers worldwide.', '');
insert into kinds values ('assess', 'A judgement on how something or someone fares, how likely or how good it is, or what it shows.', 'IPEF has not developed in the way the Biden administration hoped.', '');
CREATE TABLE roles (
	name VARCHAR(20) NOT NULL, 
	definition TEXT NOT NULL, 
	example TEXT NOT NULL, 
	is_party BOOLEAN NOT NULL, 
	CONSTRAINT pk_roles PRIMARY KEY (name)
);
insert into roles values ('participant', 'Takes part in a meeting, visit, discussion, agreement or joint work.', 'Saito in: Saito met Raimondo.', 1);
insert into roles values ('signatory', 'Signs, concludes or is to conclude an instrument.', 'Kamikawa in: Kamikawa signed the RAA.', 1);
insert into roles values ('agent', 'Does, says, founds, urges or causes the thing alone or first.', 'The Philippines in: the Philippines urged that it be let in.', 1);
insert into roles values ('holder', 'Holds the office.', 'Ahn in: Ahn is minister of trade.', 1);
insert into roles values ('host', 'Hosts or chairs the event.', 'Olsen in: the meeting was hosted by Olsen and Axelrod.', 1);
insert into roles values ('witness', 'Is present at an act that others perform.', 'Marcos in: signed in the presence of President Marcos.', 1);
insert into roles values ('partner', 'Is a further party that joint work is to be pursued with, or an agreement made with.', 'like-minded partners in: pursue efforts with like-minded partners.', 1);
insert into roles values ('affected', 'Is affected, judged, backed or worried about.', 'workers in: practices have hurt workers.', 0);
insert into roles values ('office', 'The office that is held or the capacity acted in.', 'minister of trade, industry and energy in: Ahn is minister of trade, industry and energy.', 0);
insert into roles values ('organisation', 'The organisation or state that an office or delegation belongs to.', 'South Korea in: South Korea''s minister.', 0);
insert into roles values ('framework', 'The series, format, meeting or body that the event belongs to or the claim is about.', 'JUCIP in: the fourth JUCIP meeting.', 0);
insert into roles values ('instrument', 'The treaty, agreement, statement or memorandum concerned.', 'RAA in: Kamikawa signed the RAA.', 0);
insert into roles values ('basis', 'What something rests on, follows from or is measured against.', 'EPCC in: the talks reflected the results of the EPCC.', 0);
insert into roles values ('topic', 'What is talked of, worked on or covered: a field, material, technology or issue.', 'gallium in: they discussed gallium supply.', 0);
insert into roles values ('place', 'Where it happens or applies.', 'Washington in: met in Washington.', 0);
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	tool TEXT NOT NULL, 
	version TEXT NOT NULL, 
	model TEXT, 
	parameters TEXT, 
	anchor_on VARCHAR(10), 
	input_sha256 VARCHAR(64), 
	started_at VARCHAR(24) NOT NULL, 
	finished_at VARCHAR(24) NOT NULL, 
	inserted INTEGER NOT NULL, 
	unchanged INTEGER NOT NULL, 
	superseded INTEGER NOT NULL, 
	rejected INTEGER NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (id), 
	CONSTRAINT ck_runs_counts CHECK (inserted >= 0 AND unchanged >= 0 AND superseded >= 0 AND rejected >= 0)
);
insert into runs values (1, 'load', '0.1.0', NULL, NULL, NULL, NULL, '2026-11-26T13:38:35.525Z', '2026-11-26T13:38:35.923Z', 20, 0, 0, 0);
insert into runs values (2, 'load', '0.1.0', NULL, NULL, NULL, NULL, '2026-11-26T13:38:35.943Z', '2026-11-26T13:38:36.156Z', 0, 0, 2, 0);
CREATE TABLE sources (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	country VARCHAR(2), 
	reliability VARCHAR(1) NOT NULL, 
	origin_id INTEGER, 
	CONSTRAINT pk_sources PRIMARY KEY (id), 
	CONSTRAINT ck_sources_kind CHECK (kind IN ('ministry', 'government', 'wire', 'outlet', 'aggregator', 'reference', 'other')), 
	CONSTRAINT ck_sources_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')), 
	CONSTRAINT fk_sources_origin_id_sources FOREIGN KEY(origin_id) REFERENCES sources (id), 
	CONSTRAINT uq_sources_name UNIQUE (name)
);
insert into sources values (1, 'Daily', 'outlet', 'NO', 'B', NULL);
insert into sources values (2, 'Weekly', 'aggregator', 'NO', 'C', 1);
CREATE TABLE aliases (
	id INTEGER NOT NULL, 
	entity_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	language VARCHAR(8), 
	kind VARCHAR(12) NOT NULL, 
	CONSTRAINT pk_aliases PRIMARY KEY (id), 
	CONSTRAINT ck_aliases_kind CHECK (kind IN ('official', 'romanised', 'variant', 'garbled')), 
	CONSTRAINT fk_aliases_entity_id_entities FOREIGN KEY(entity_id) REFERENCES entities (id), 
	CONSTRAINT uq_aliases_entity_id_name UNIQUE (entity_id, name)
);
insert into aliases values (1, 1, 'Ueda Mari', 'mari ueda', 'en', 'official');
insert into aliases values (2, 1, '上田真理', '上田真理', 'ja', 'official');
insert into aliases values (3, 2, 'Ada Lind', 'ada lind', 'en', 'official');
insert into aliases values (4, 3, 'A. Lind', 'a lind', 'en', 'official');
insert into aliases values (5, 4, 'Oslo', 'oslo', 'en', 'official');
insert into aliases values (6, 5, 'Grain talks', 'grain talks', 'en', 'official');
CREATE TABLE documents (
	id INTEGER NOT NULL, 
	"key" VARCHAR(26) NOT NULL, 
	slug TEXT, 
	source_id INTEGER NOT NULL, 
	url TEXT, 
	title TEXT NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	published_on VARCHAR(10), 
	origin_id INTEGER, 
	restates_id INTEGER, 
	text TEXT, 
	text_sha256 VARCHAR(64), 
	text_length INTEGER, 
	note TEXT, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT ck_documents_key CHECK (length(key) = 26), 
	CONSTRAINT ck_documents_text_sha256 CHECK (length(text_sha256) = 64), 
	CONSTRAINT ck_documents_restates CHECK (restates_id <> id), 
	CONSTRAINT ck_documents_text_has_hash CHECK (text IS NULL OR (text_sha256 IS NOT NULL AND text_length IS NOT NULL)), 
	CONSTRAINT ck_documents_text_length CHECK (text_length >= 0), 
	CONSTRAINT fk_documents_origin_id_sources FOREIGN KEY(origin_id) REFERENCES sources (id), 
	CONSTRAINT fk_documents_restates_id_documents FOREIGN KEY(restates_id) REFERENCES documents (id), 
	CONSTRAINT fk_documents_source_id_sources FOREIGN KEY(source_id) REFERENCES sources (id), 
	CONSTRAINT uq_documents_key UNIQUE ("key"), 
	CONSTRAINT uq_documents_slug UNIQUE (slug)
);
insert into documents values (1, 'v3yjcnckrkobx6kqvvmgzukyly', 'daily-1', 1, 'https://daily.example/1', 'Grain', 'en', '2021-05-04', NULL, NULL, 'Minister Ueda met Governor Lind in Oslo on 3 May 2021. They agreed to share grain data. Lind did not sign.', '6af59cae020061fbc2e3d60ab8a567692fb99aa5ed446045b04eb1c94a3d3d3e', 106, NULL);
insert into documents values (2, 'xqg5wrtf4gyh3jarqnnp4dbfjm', 'weekly-1', 2, NULL, 'Grain again', 'en', '2021-05-09', NULL, 1, NULL, '0000000000000000000000000000000000000000000000000000000000000000', 90, 'The text is withheld.');
CREATE TABLE events (
	id INTEGER NOT NULL, 
	"key" VARCHAR(26) NOT NULL, 
	slug TEXT, 
	name TEXT NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	series_id INTEGER, 
	ordinal INTEGER, 
	CONSTRAINT pk_events PRIMARY KEY (id), 
	CONSTRAINT ck_events_key CHECK (length(key) = 26), 
	CONSTRAINT ck_events_ordinal CHECK (ordinal > 0), 
	CONSTRAINT fk_events_kind_kinds FOREIGN KEY(kind) REFERENCES kinds (name), 
	CONSTRAINT fk_events_series_id_entities FOREIGN KEY(series_id) REFERENCES entities (id), 
	CONSTRAINT uq_events_key UNIQUE ("key"), 
	CONSTRAINT uq_events_slug UNIQUE (slug)
);
insert into events values (1, 'pbiroypbktvnjsanpavbtix6sa', 'grain-talks', 'Grain talks, May 2021', 'meet', 5, 2);
CREATE TABLE judgements (
	id INTEGER NOT NULL, 
	left_id INTEGER NOT NULL, 
	right_id INTEGER NOT NULL, 
	verdict VARCHAR(10) NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	judged_at VARCHAR(24) NOT NULL, 
	withdrawn_at VARCHAR(24), 
	CONSTRAINT pk_judgements PRIMARY KEY (id), 
	CONSTRAINT ck_judgements_verdict CHECK (verdict IN ('same', 'different', 'unsure')), 
	CONSTRAINT ck_judgements_two CHECK (left_id <> right_id), 
	CONSTRAINT fk_judgements_left_id_entities FOREIGN KEY(left_id) REFERENCES entities (id), 
	CONSTRAINT fk_judgements_right_id_entities FOREIGN KEY(right_id) REFERENCES entities (id)
);
insert into judgements values (1, 2, 3, 'same', 'Ada', 'one office', '2026-11-26T13:38:35.525Z', NULL);
CREATE TABLE claims (
	id INTEGER NOT NULL, 
	"key" VARCHAR(26) NOT NULL, 
	slug TEXT, 
	document_id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	event_id INTEGER, 
	kind VARCHAR(20) NOT NULL, 
	phase VARCHAR(12) NOT NULL, 
	polarity VARCHAR(1) NOT NULL, 
	certainty VARCHAR(2) NOT NULL, 
	speech_act VARCHAR(10) NOT NULL, 
	asserter TEXT, 
	summary TEXT NOT NULL, 
	quantity TEXT, 
	date_text TEXT, 
	date_edtf TEXT, 
	date_earliest VARCHAR(10), 
	date_latest VARCHAR(10), 
	date_basis VARCHAR(10), 
	due_text TEXT, 
	due_edtf TEXT, 
	due_earliest VARCHAR(10), 
	due_latest VARCHAR(10), 
	confidence DOUBLE, 
	fingerprint INTEGER NOT NULL, 
	recorded_at VARCHAR(24) NOT NULL, 
	retracted_at VARCHAR(24), 
	retraction TEXT, 
	supersedes_id INTEGER, 
	CONSTRAINT pk_claims PRIMARY KEY (id), 
	CONSTRAINT ck_claims_certainty CHECK (certainty IN ('CT', 'PR', 'PS', 'U')), 
	CONSTRAINT ck_claims_date_basis CHECK (date_basis IN ('stated', 'completed', 'relative', 'inherited', 'published')), 
	CONSTRAINT ck_claims_phase CHECK (phase IN ('intended', 'proposed', 'scheduled', 'expected', 'discussed', 'agreed', 'occurred', 'ongoing', 'pending', 'failed', 'cancelled', 'implemented')), 
	CONSTRAINT ck_claims_polarity CHECK (polarity IN ('+', '-')), 
	CONSTRAINT ck_claims_speech_act CHECK (speech_act IN ('report', 'announce', 'promise', 'predict', 'assess', 'urge', 'deny')), 
	CONSTRAINT ck_claims_retraction CHECK ((retracted_at IS NULL) = (retraction IS NULL)), 
	CONSTRAINT ck_claims_confidence CHECK (confidence BETWEEN 0 AND 1), 
	CONSTRAINT ck_claims_date_range CHECK (date_earliest <= date_latest), 
	CONSTRAINT ck_claims_due_range CHECK (due_earliest <= due_latest), 
	CONSTRAINT ck_claims_key CHECK (length(key) = 26), 
	CONSTRAINT ck_claims_retracted_at CHECK (retracted_at >= recorded_at), 
	CONSTRAINT fk_claims_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_claims_event_id_events FOREIGN KEY(event_id) REFERENCES events (id), 
	CONSTRAINT fk_claims_kind_kinds FOREIGN KEY(kind) REFERENCES kinds (name), 
	CONSTRAINT fk_claims_run_id_runs FOREIGN KEY(run_id) REFERENCES runs (id), 
	CONSTRAINT fk_claims_supersedes_id_claims FOREIGN KEY(supersedes_id) REFERENCES claims (id)
);
insert into claims values (1, 'msiegtj43hags64b5jj2v5thve', 'c1', 1, 1, 1, 'meet', 'occurred', '+', 'CT', 'report', NULL, 'Ueda met Lind in Oslo on 3 May 2021.', NULL, '3 May 2021', '2021-05-03', '2021-05-03', '2021-05-03', 'stated', NULL, NULL, NULL, NULL, NULL, 6236151432617903863, '2026-11-26T13:38:35.525Z', NULL, NULL, NULL);
insert into claims values (2, 'qvq7hydekn4b4peu6hvqw66lg4', 'c2', 1, 1, 1, 'cooperate', 'agreed', '+', 'CT', 'report', NULL, 'Ueda and Lind agreed to share grain data.', NULL, '3 May 2021', '2021-05-03', '2021-05-03', '2021-05-03', 'stated', NULL, NULL, NULL, NULL, NULL, 5849514538944354584, '2026-11-26T13:38:35.525Z', '2026-11-26T13:38:35.943Z', 'superseded', NULL);
insert into claims values (3, '2ck7tsv2yobugevtckrcyqp4sy', 'c3', 1, 1, 1, 'sign', 'occurred', '-', 'CT', 'report', NULL, 'Lind did not sign.', NULL, '3 May 2021', '2021-05-03', '2021-05-03', '2021-05-03', 'stated', NULL, NULL, NULL, NULL, NULL, 8564609839719940414, '2026-11-26T13:38:35.525Z', '2026-11-26T13:38:35.943Z', 'misread', NULL);
insert into claims values (4, '5vocp22jxcf4fqxsuonittecmm', 'c4', 2, 1, NULL, 'meet', 'occurred', '+', 'CT', 'report', NULL, 'Ueda and Lind met again.', NULL, '3 May 2021', '2021-05-03', '2021-05-03', '2021-05-03', 'stated', NULL, NULL, NULL, NULL, NULL, 2768173412949840589, '2026-11-26T13:38:35.525Z', NULL, NULL, NULL);
insert into claims values (5, 'qvq7hydekn4b4peu6hvqw66lg4', 'c2', 1, 2, 1, 'cooperate', 'agreed', '+', 'CT', 'report', NULL, 'They agreed to share data on grain.', NULL, '3 May 2021', '2021-05-03', '2021-05-03', '2021-05-03', 'stated', NULL, NULL, NULL, NULL, NULL, 2739779891302619128, '2026-11-26T13:38:35.943Z', NULL, NULL, 2);
CREATE TABLE sentences (
	id INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	reason TEXT, 
	note TEXT, 
	CONSTRAINT pk_sentences PRIMARY KEY (id), 
	CONSTRAINT ck_sentences_span CHECK (span_start >= 0 AND span_end > span_start), 
	CONSTRAINT fk_sentences_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT uq_sentences_document_id_span_start UNIQUE (document_id, span_start)
);
insert into sentences values (1, 1, 0, 54, NULL, NULL);
insert into sentences values (2, 1, 55, 87, NULL, NULL);
insert into sentences values (3, 1, 88, 106, NULL, NULL);
CREATE TABLE arguments (
	claim_id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	role VARCHAR(20) NOT NULL, 
	mention TEXT NOT NULL, 
	entity_id INTEGER, 
	name_key TEXT, 
	span_start INTEGER, 
	span_end INTEGER, 
	CONSTRAINT pk_arguments PRIMARY KEY (claim_id, seq), 
	CONSTRAINT ck_arguments_entity_or_name CHECK ((entity_id IS NULL) <> (name_key IS NULL)), 
	CONSTRAINT ck_arguments_whole_span CHECK ((span_start IS NULL) = (span_end IS NULL)), 
	CONSTRAINT ck_arguments_span CHECK (span_start >= 0 AND span_end > span_start), 
	CONSTRAINT fk_arguments_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id), 
	CONSTRAINT fk_arguments_entity_id_entities FOREIGN KEY(entity_id) REFERENCES entities (id), 
	CONSTRAINT fk_arguments_role_roles FOREIGN KEY(role) REFERENCES roles (name)
)
 WITHOUT ROWID;
insert into arguments values (1, 0, 'participant', 'Ueda', 1, NULL, NULL, NULL);
insert into arguments values (1, 1, 'participant', 'Lind', 2, NULL, 27, 31);
insert into arguments values (1, 2, 'place', 'Oslo', 4, NULL, 35, 39);
insert into arguments values (2, 0, 'participant', 'Ueda', 1, NULL, NULL, NULL);
insert into arguments values (2, 1, 'participant', 'Lind', 2, NULL, NULL, NULL);
insert into arguments values (2, 2, 'place', 'Oslo', 4, NULL, NULL, NULL);
insert into arguments values (3, 0, 'signatory', 'Lind', NULL, 'lind', 88, 92);
insert into arguments values (4, 0, 'participant', 'Ueda', 1, NULL, NULL, NULL);
insert into arguments values (4, 1, 'participant', 'Lind', 2, NULL, NULL, NULL);
insert into arguments values (4, 2, 'place', 'Oslo', 4, NULL, NULL, NULL);
insert into arguments values (5, 0, 'participant', 'Ueda', 1, NULL, NULL, NULL);
insert into arguments values (5, 1, 'participant', 'Lind', 2, NULL, NULL, NULL);
insert into arguments values (5, 2, 'place', 'Oslo', 4, NULL, NULL, NULL);
CREATE TABLE evidence (
	claim_id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	document_id INTEGER NOT NULL, 
	span_start INTEGER NOT NULL, 
	span_end INTEGER NOT NULL, 
	alignment VARCHAR(8) NOT NULL, 
	CONSTRAINT pk_evidence PRIMARY KEY (claim_id, seq), 
	CONSTRAINT ck_evidence_alignment CHECK (alignment IN ('exact', 'folded', 'gapped', 'fuzzy')), 
	CONSTRAINT ck_evidence_span CHECK (span_start >= 0 AND span_end > span_start), 
	CONSTRAINT fk_evidence_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id), 
	CONSTRAINT fk_evidence_document_id_documents FOREIGN KEY(document_id) REFERENCES documents (id)
)
 WITHOUT ROWID;
insert into evidence values (1, 0, 1, 14, 53, 'exact');
insert into evidence values (2, 0, 1, 55, 86, 'exact');
insert into evidence values (3, 0, 1, 88, 105, 'exact');
insert into evidence values (4, 0, 2, 3, 60, 'exact');
insert into evidence values (5, 0, 1, 55, 86, 'exact');
CREATE TABLE links (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	link_type VARCHAR(12) NOT NULL, 
	target_id INTEGER NOT NULL, 
	CONSTRAINT pk_links PRIMARY KEY (id), 
	CONSTRAINT ck_links_link_type CHECK (link_type IN ('outcome_of', 'part_of', 'corrects', 'repeats')), 
	CONSTRAINT ck_links_two CHECK (source_id <> target_id), 
	CONSTRAINT fk_links_source_id_claims FOREIGN KEY(source_id) REFERENCES claims (id), 
	CONSTRAINT fk_links_target_id_claims FOREIGN KEY(target_id) REFERENCES claims (id), 
	CONSTRAINT uq_links_source_id_link_type_target_id UNIQUE (source_id, link_type, target_id)
);
insert into links values (1, 2, 'part_of', 1);
insert into links values (2, 5, 'part_of', 1);
CREATE TABLE placements (
	id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	placed_at VARCHAR(24) NOT NULL, 
	withdrawn_at VARCHAR(24), 
	CONSTRAINT pk_placements PRIMARY KEY (id), 
	CONSTRAINT fk_placements_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id), 
	CONSTRAINT fk_placements_event_id_events FOREIGN KEY(event_id) REFERENCES events (id)
);
CREATE TABLE reviews (
	id INTEGER NOT NULL, 
	claim_id INTEGER NOT NULL, 
	verdict VARCHAR(10) NOT NULL, 
	reviewer TEXT NOT NULL, 
	note TEXT, 
	reviewed_at VARCHAR(24) NOT NULL, 
	CONSTRAINT pk_reviews PRIMARY KEY (id), 
	CONSTRAINT ck_reviews_verdict CHECK (verdict IN ('accepted', 'rejected', 'unsure')), 
	CONSTRAINT fk_reviews_claim_id_claims FOREIGN KEY(claim_id) REFERENCES claims (id)
);
insert into reviews values (1, 1, 'accepted', 'Ada', 'read', '2026-11-26T13:38:35.525Z');
CREATE TABLE canonical (
    entity_id integer primary key,
    canonical_id integer not null
);
insert into canonical values (1, 1);
insert into canonical values (2, 2);
insert into canonical values (3, 2);
insert into canonical values (4, 4);
insert into canonical values (5, 5);
CREATE TABLE zones (
    country text primary key,
    utc_hours real not null
) without rowid;
insert into zones values ('AD', 1.0);
insert into zones values ('AE', 4.0);
insert into zones values ('AF', 4.5);
insert into zones values ('AG', -4.0);
insert into zones values ('AI', -4.0);
insert into zones values ('AL', 1.0);
insert into zones values ('AM', 4.0);
insert into zones values ('AO', 1.0);
insert into zones values ('AR', -3.0);
insert into zones values ('AS', -11.0);
insert into zones values ('AT', 1.0);
insert into zones values ('AU', 10.0);
insert into zones values ('AW', -4.0);
insert into zones values ('AX', 2.0);
insert into zones values ('AZ', 4.0);
insert into zones values ('BA', 1.0);
insert into zones values ('BB', -4.0);
insert into zones values ('BD', 6.0);
insert into zones values ('BE', 1.0);
insert into zones values ('BF', 0.0);
insert into zones values ('BG', 2.0);
insert into zones values ('BH', 3.0);
insert into zones values ('BI', 2.0);
insert into zones values ('BJ', 1.0);
insert into zones values ('BL', -4.0);
insert into zones values ('BM', -4.0);
insert into zones values ('BN', 8.0);
insert into zones values ('BO', -4.0);
insert into zones values ('BQ', -4.0);
insert into zones values ('BR', -3.0);
insert into zones values ('BS', -5.0);
insert into zones values ('BT', 6.0);
insert into zones values ('BW', 2.0);
insert into zones values ('BY', 3.0);
insert into zones values ('BZ', -6.0);
insert into zones values ('CA', -5.0);
insert into zones values ('CC', 6.5);
insert into zones values ('CD', 1.0);
insert into zones values ('CF', 1.0);
insert into zones values ('CG', 1.0);
insert into zones values ('CH', 1.0);
insert into zones values ('CI', 0.0);
insert into zones values ('CK', -10.0);
insert into zones values ('CL', -4.0);
insert into zones values ('CM', 1.0);
insert into zones values ('CN', 8.0);
insert into zones values ('CO', -5.0);
insert into zones values ('CR', -6.0);
insert into zones values ('CU', -5.0);
insert into zones values ('CV', -1.0);
insert into zones values ('CW', -4.0);
insert into zones values ('CX', 7.0);
insert into zones values ('CY', 2.0);
insert into zones values ('CZ', 1.0);
insert into zones values ('DE', 1.0);
insert into zones values ('DJ', 3.0);
insert into zones values ('DK', 1.0);
insert into zones values ('DM', -4.0);
insert into zones values ('DO', -4.0);
insert into zones values ('DZ', 1.0);
insert into zones values ('EC', -5.0);
insert into zones values ('EE', 2.0);
insert into zones values ('EG', 2.0);
insert into zones values ('EH', 1.0);
insert into zones values ('ER', 3.0);
insert into zones values ('ES', 1.0);
insert into zones values ('ET', 3.0);
insert into zones values ('FI', 2.0);
insert into zones values ('FJ', 12.0);
insert into zones values ('FK', -3.0);
insert into zones values ('FM', 11.0);
insert into zones values ('FO', 0.0);
insert into zones values ('FR', 1.0);
insert into zones values ('GA', 1.0);
insert into zones values ('GB', 0.0);
insert into zones values ('GD', -4.0);
insert into zones values ('GE', 4.0);
insert into zones values ('GF', -3.0);
insert into zones values ('GG', 0.0);
insert into zones values ('GH', 0.0);
insert into zones values ('GI', 1.0);
insert into zones values ('GL', -2.0);
insert into zones values ('GM', 0.0);
insert into zones values ('GN', 0.0);
insert into zones values ('GP', -4.0);
insert into zones values ('GQ', 1.0);
insert into zones values ('GR', 2.0);
insert into zones values ('GS', -2.0);
insert into zones values ('GT', -6.0);
insert into zones values ('GU', 10.0);
insert into zones values ('GW', 0.0);
insert into zones values ('GY', -4.0);
insert into zones values ('HK', 8.0);
insert into zones values ('HN', -6.0);
insert into zones values ('HR', 1.0);
insert into zones values ('HT', -5.0);
insert into zones values ('HU', 1.0);
insert into zones values ('ID', 7.0);
insert into zones values ('IE', 0.0);
insert into zones values ('IL', 2.0);
insert into zones values ('IM', 0.0);
insert into zones values ('IN', 5.5);
insert into zones values ('IO', 6.0);
insert into zones values ('IQ', 3.0);
insert into zones values ('IR', 3.5);
insert into zones values ('IS', 0.0);
insert into zones values ('IT', 1.0);
insert into zones values ('JE', 0.0);
insert into zones values ('JM', -5.0);
insert into zones values ('JO', 3.0);
insert into zones values ('JP', 9.0);
insert into zones values ('KE', 3.0);
insert into zones values ('KG', 6.0);
insert into zones values ('KH', 7.0);
insert into zones values ('KI', 12.0);
insert into zones values ('KM', 3.0);
insert into zones values ('KN', -4.0);
insert into zones values ('KP', 9.0);
insert into zones values ('KR', 9.0);
insert into zones values ('KW', 3.0);
insert into zones values ('KY', -5.0);
insert into zones values ('KZ', 5.0);
insert into zones values ('LA', 7.0);
insert into zones values ('LB', 2.0);
insert into zones values ('LC', -4.0);
insert into zones values ('LI', 1.0);
insert into zones values ('LK', 5.5);
insert into zones values ('LR', 0.0);
insert into zones values ('LS', 2.0);
insert into zones values ('LT', 2.0);
insert into zones values ('LU', 1.0);
insert into zones values ('LV', 2.0);
insert into zones values ('LY', 2.0);
insert into zones values ('MA', 1.0);
insert into zones values ('MC', 1.0);
insert into zones values ('MD', 2.0);
insert into zones values ('ME', 1.0);
insert into zones values ('MF', -4.0);
insert into zones values ('MG', 3.0);
insert into zones values ('MH', 12.0);
insert into zones values ('MK', 1.0);
insert into zones values ('ML', 0.0);
insert into zones values ('MM', 6.5);
insert into zones values ('MN', 8.0);
insert into zones values ('MO', 8.0);
insert into zones values ('MP', 10.0);
insert into zones values ('MQ', -4.0);
insert into zones values ('MR', 0.0);
insert into zones values ('MS', -4.0);
insert into zones values ('MT', 1.0);
insert into zones values ('MU', 4.0);
insert into zones values ('MV', 5.0);
insert into zones values ('MW', 2.0);
insert into zones values ('MX', -6.0);
insert into zones values ('MY', 8.0);
insert into zones values ('MZ', 2.0);
insert into zones values ('NA', 2.0);
insert into zones values ('NC', 11.0);
insert into zones values ('NE', 1.0);
insert into zones values ('NF', 11.0);
insert into zones values ('NG', 1.0);
insert into zones values ('NI', -6.0);
insert into zones values ('NL', 1.0);
insert into zones values ('NO', 1.0);
insert into zones values ('NP', 5.75);
insert into zones values ('NR', 12.0);
insert into zones values ('NU', -11.0);
insert into zones values ('NZ', 12.0);
insert into zones values ('OM', 4.0);
insert into zones values ('PA', -5.0);
insert into zones values ('PE', -5.0);
insert into zones values ('PF', -10.0);
insert into zones values ('PG', 10.0);
insert into zones values ('PH', 8.0);
insert into zones values ('PK', 5.0);
insert into zones values ('PL', 1.0);
insert into zones values ('PM', -3.0);
insert into zones values ('PN', -8.0);
insert into zones values ('PR', -4.0);
insert into zones values ('PS', 2.0);
insert into zones values ('PT', 0.0);
insert into zones values ('PW', 9.0);
insert into zones values ('PY', -3.0);
insert into zones values ('QA', 3.0);
insert into zones values ('RE', 4.0);
insert into zones values ('RO', 2.0);
insert into zones values ('RS', 1.0);
insert into zones values ('RU', 3.0);
insert into zones values ('RW', 2.0);
insert into zones values ('SA', 3.0);
insert into zones values ('SB', 11.0);
insert into zones values ('SC', 4.0);
insert into zones values ('SD', 2.0);
insert into zones values ('SE', 1.0);
insert into zones values ('SG', 8.0);
insert into zones values ('SH', 0.0);
insert into zones values ('SI', 1.0);
insert into zones values ('SJ', 1.0);
insert into zones values ('SK', 1.0);
insert into zones values ('SL', 0.0);
insert into zones values ('SM', 1.0);
insert into zones values ('SN', 0.0);
insert into zones values ('SO', 3.0);
insert into zones values ('SR', -3.0);
insert into zones values ('SS', 2.0);
insert into zones values ('ST', 0.0);
insert into zones values ('SV', -6.0);
insert into zones values ('SX', -4.0);
insert into zones values ('SY', 3.0);
insert into zones values ('SZ', 2.0);
insert into zones values ('TC', -5.0);
insert into zones values ('TD', 1.0);
insert into zones values ('TF', 5.0);
insert into zones values ('TG', 0.0);
insert into zones values ('TH', 7.0);
insert into zones values ('TJ', 5.0);
insert into zones values ('TK', 13.0);
insert into zones values ('TL', 9.0);
insert into zones values ('TM', 5.0);
insert into zones values ('TN', 1.0);
insert into zones values ('TO', 13.0);
insert into zones values ('TR', 3.0);
insert into zones values ('TT', -4.0);
insert into zones values ('TV', 12.0);
insert into zones values ('TW', 8.0);
insert into zones values ('TZ', 3.0);
insert into zones values ('UA', 2.0);
insert into zones values ('UG', 3.0);
insert into zones values ('US', -5.0);
insert into zones values ('UY', -3.0);
insert into zones values ('UZ', 5.0);
insert into zones values ('VA', 1.0);
insert into zones values ('VC', -4.0);
insert into zones values ('VE', -4.0);
insert into zones values ('VG', -4.0);
insert into zones values ('VI', -4.0);
insert into zones values ('VN', 7.0);
insert into zones values ('VU', 11.0);
insert into zones values ('WF', 12.0);
insert into zones values ('WS', 13.0);
insert into zones values ('YE', 3.0);
insert into zones values ('YT', 3.0);
insert into zones values ('ZA', 2.0);
insert into zones values ('ZM', 2.0);
insert into zones values ('ZW', 2.0);
CREATE TABLE known_names (
    folded text not null,
    precedence integer not null,
    referent_id integer not null,
    primary key (folded, precedence, referent_id)
) without rowid;
insert into known_names values ('a lind', 0, 2);
insert into known_names values ('a lind', 1, 2);
insert into known_names values ('ada lind', 1, 2);
insert into known_names values ('grain talks', 1, 5);
insert into known_names values ('hbpxpklnbcztg5kbkqu7qwqany', 0, 2);
insert into known_names values ('lind', 0, 2);
insert into known_names values ('mari ueda', 1, 1);
insert into known_names values ('mu6t5gylmnouxcvd6ku5rnmioe', 0, 2);
insert into known_names values ('oslo', 0, 4);
insert into known_names values ('oslo', 1, 4);
insert into known_names values ('re4im4wcvp425kgkayirzngeve', 0, 5);
insert into known_names values ('talks', 0, 5);
insert into known_names values ('ueda', 0, 1);
insert into known_names values ('wpym5vklqjcatixwuwvqnbu6xi', 0, 4);
insert into known_names values ('x7ivbbkt7gx5wokd3ehvway2li', 0, 1);
insert into known_names values ('上田真理', 1, 1);
CREATE TABLE mentions (
    id integer primary key,
    name_key text not null unique,
    name text not null,
    referent_id integer
);
insert into mentions values (1, 'lind', 'Lind', 2);
CREATE TABLE referents (
    id integer primary key,
    name text not null,
    kind text,
    entity_key text
);
insert into referents values (1, 'Ueda Mari', 'person', 'x7ivbbkt7gx5wokd3ehvway2li');
insert into referents values (2, 'Ada Lind', 'person', 'hbpxpklnbcztg5kbkqu7qwqany');
insert into referents values (4, 'Oslo', 'place', 'wpym5vklqjcatixwuwvqnbu6xi');
insert into referents values (5, 'Grain talks', 'series', 're4im4wcvp425kgkayirzngeve');
CREATE TABLE participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    day_latest text not null,
    kind text not null,
    phase text not null,
    polarity text not null,
    is_party integer not null,
    is_subject integer not null,
    is_named integer not null,
    primary key (referent_id, day, claim_id)
) without rowid;
insert into participation values (0, '2021-05-03', 1, '2021-05-03', 'meet', 'occurred', '+', 1, 1, 1);
insert into participation values (0, '2021-05-03', 4, '2021-05-03', 'meet', 'occurred', '+', 1, 1, 1);
insert into participation values (0, '2021-05-03', 5, '2021-05-03', 'cooperate', 'agreed', '+', 1, 1, 1);
insert into participation values (1, '2021-05-03', 1, '2021-05-03', 'meet', 'occurred', '+', 1, 0, 1);
insert into participation values (1, '2021-05-03', 4, '2021-05-03', 'meet', 'occurred', '+', 1, 0, 1);
insert into participation values (1, '2021-05-03', 5, '2021-05-03', 'cooperate', 'agreed', '+', 1, 0, 1);
insert into participation values (2, '2021-05-03', 1, '2021-05-03', 'meet', 'occurred', '+', 1, 0, 1);
insert into participation values (2, '2021-05-03', 4, '2021-05-03', 'meet', 'occurred', '+', 1, 0, 1);
insert into participation values (2, '2021-05-03', 5, '2021-05-03', 'cooperate', 'agreed', '+', 1, 0, 1);
insert into participation values (4, '2021-05-03', 1, '2021-05-03', 'meet', 'occurred', '+', 0, 1, 1);
insert into participation values (4, '2021-05-03', 4, '2021-05-03', 'meet', 'occurred', '+', 0, 1, 1);
insert into participation values (4, '2021-05-03', 5, '2021-05-03', 'cooperate', 'agreed', '+', 0, 1, 1);
CREATE TABLE encounters (
    one_id integer not null,
    day text not null,
    claim_id integer not null,
    one_seq integer not null,
    other_seq integer not null,
    other_id integer not null,
    day_latest text not null,
    primary key (one_id, day, claim_id, one_seq, other_seq)
) without rowid;
insert into encounters values (0, '2021-05-03', 1, 0, 1, 2, '2021-05-03');
insert into encounters values (0, '2021-05-03', 4, 0, 1, 2, '2021-05-03');
insert into encounters values (1, '2021-05-03', 1, 0, 1, 2, '2021-05-03');
insert into encounters values (1, '2021-05-03', 4, 0, 1, 2, '2021-05-03');
insert into encounters values (2, '2021-05-03', 1, 1, 0, 1, '2021-05-03');
insert into encounters values (2, '2021-05-03', 4, 1, 0, 1, '2021-05-03');
CREATE TABLE event_facts (
    event_id integer not null,
    slot text not null,
    fact text not null,
    document_id integer not null,
    claim_id integer not null,
    referent_id integer,
    date_earliest text,
    date_latest text,
    primary key (event_id, slot, fact, document_id, claim_id)
) without rowid;
insert into event_facts values (1, 'date', '2021-05-03', 1, 1, NULL, '2021-05-03', '2021-05-03');
insert into event_facts values (1, 'outcome', 'occurred', 1, 1, NULL, '2021-05-03', '2021-05-03');
insert into event_facts values (1, 'participant', 'Ada Lind', 1, 1, 2, '2021-05-03', '2021-05-03');
insert into event_facts values (1, 'participant', 'Ueda Mari', 1, 1, 1, '2021-05-03', '2021-05-03');
insert into event_facts values (1, 'place', 'Oslo', 1, 1, 4, '2021-05-03', '2021-05-03');
insert into event_facts values (1, 'polarity', 'occurred +', 1, 1, NULL, '2021-05-03', '2021-05-03');
CREATE TABLE past_participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    primary key (referent_id, day, claim_id)
) without rowid;
insert into past_participation values (0, '2021-05-03', 2);
insert into past_participation values (1, '2021-05-03', 2);
insert into past_participation values (2, '2021-05-03', 2);
insert into past_participation values (4, '2021-05-03', 2);
insert into past_participation values (0, '2021-05-03', 3);
insert into past_participation values (2, '2021-05-03', 3);
CREATE TABLE promises (
    referent_id integer not null,
    due_to text not null,
    due_from text not null,
    claim_id integer not null,
    day text not null,
    day_latest text not null,
    known_on text not null,
    primary key (referent_id, due_to, due_from, claim_id)
) without rowid;
insert into promises values (0, '~', '', 5, '2021-05-03', '2021-05-03', '2021-05-04');
insert into promises values (1, '~', '', 5, '2021-05-03', '2021-05-03', '2021-05-04');
insert into promises values (2, '~', '', 5, '2021-05-03', '2021-05-03', '2021-05-04');
CREATE TABLE settled (
    outcome text not null, -- agreed or failed
    party_id integer not null,
    topic_id integer not null,
    day text not null,
    claim_id integer not null,
    day_latest text not null,
    primary key (outcome, party_id, topic_id, day, claim_id)
) without rowid;
insert into settled values ('agreed', 0, 0, '2021-05-03', 5, '2021-05-03');
insert into settled values ('agreed', 0, 4, '2021-05-03', 5, '2021-05-03');
insert into settled values ('agreed', 1, 0, '2021-05-03', 5, '2021-05-03');
insert into settled values ('agreed', 1, 4, '2021-05-03', 5, '2021-05-03');
insert into settled values ('agreed', 2, 0, '2021-05-03', 5, '2021-05-03');
insert into settled values ('agreed', 2, 4, '2021-05-03', 5, '2021-05-03');
CREATE VIRTUAL TABLE claims_search using fts5 (words, content = 'claim_words', content_rowid = 'claim_id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE documents_search using fts5 (words, content = 'document_words', content_rowid = 'document_id', tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE entities_search using fts5 (words, content = 'entity_words', content_rowid = 'entity_id', tokenize = 'unicode61 remove_diacritics 2');
CREATE INDEX ix_entities_kind_country ON entities (kind, country);
CREATE INDEX ix_runs_input_sha256 ON runs (input_sha256);
CREATE INDEX ix_sources_origin_id ON sources (origin_id);
CREATE INDEX ix_aliases_folded ON aliases (folded);
CREATE INDEX ix_aliases_garbled ON aliases (entity_id, name) WHERE kind = 'garbled';
CREATE INDEX ix_documents_origin_id ON documents (origin_id);
CREATE INDEX ix_documents_published_on ON documents (published_on);
CREATE INDEX ix_documents_restates_id ON documents (restates_id);
CREATE INDEX ix_documents_source_id ON documents (source_id);
CREATE INDEX ix_events_kind ON events (kind);
CREATE INDEX ix_events_name ON events (name);
CREATE INDEX ix_events_series_id ON events (series_id);
CREATE INDEX ix_judgements_right_id ON judgements (right_id);
CREATE UNIQUE INDEX uq_judgements_standing ON judgements (left_id, right_id) WHERE withdrawn_at IS NULL;
CREATE INDEX ix_claims_document_id ON claims (document_id);
CREATE INDEX ix_claims_event_id ON claims (event_id);
CREATE INDEX ix_claims_kind_phase_date_earliest ON claims (kind, phase, date_earliest);
CREATE INDEX ix_claims_retracted_key ON claims ("key") WHERE retracted_at IS NOT NULL;
CREATE INDEX ix_claims_run_id ON claims (run_id);
CREATE INDEX ix_claims_supersedes_id ON claims (supersedes_id);
CREATE UNIQUE INDEX uq_claims_held_key ON claims ("key") WHERE retracted_at IS NULL;
CREATE UNIQUE INDEX uq_claims_held_slug ON claims (slug) WHERE retracted_at IS NULL AND slug IS NOT NULL;
CREATE INDEX ix_arguments_entity_id ON arguments (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX ix_arguments_name_key ON arguments (name_key) WHERE name_key IS NOT NULL;
CREATE INDEX ix_evidence_document_id_span_start ON evidence (document_id, span_start);
CREATE INDEX ix_links_target_id ON links (target_id);
CREATE INDEX ix_placements_claim_id ON placements (claim_id);
CREATE INDEX ix_placements_event_id ON placements (event_id);
CREATE UNIQUE INDEX uq_placements_standing ON placements (claim_id) WHERE withdrawn_at IS NULL;
CREATE INDEX ix_reviews_claim_id_reviewed_at ON reviews (claim_id, reviewed_at);
CREATE INDEX ix_canonical_canonical_id on canonical (canonical_id);
CREATE INDEX ix_mentions_referent_id on mentions (referent_id);
CREATE INDEX ix_participation_hold_office on participation (kind, referent_id, polarity, day, claim_id, day_latest, is_party) where kind = 'hold_office';
CREATE INDEX ix_participation_years on participation (referent_id, day_latest, day) where substr(day, 1, 4) <> substr(day_latest, 1, 4);
CREATE INDEX ix_participation_failures on participation (referent_id, day, claim_id)
where referent_id <> 0 and is_subject = 1 and (phase = 'failed' or kind = 'assess' and polarity = '-' and phase = 'occurred');
CREATE INDEX ix_encounters_claim_id on encounters (claim_id);
CREATE INDEX ix_event_facts_claim_id on event_facts (claim_id);
CREATE INDEX ix_past_participation_claim_id on past_participation (claim_id);
CREATE INDEX ix_settled_claim_id on settled (claim_id);
CREATE VIEW acting_states as
select p.claim_id, k.canonical_id as referent_id
from participants as p
join entities as n on n.id = p.referent_id
join entities as s on s.kind = 'state' and s.country = n.country
join canonical as k on k.entity_id = s.id
where p.is_party = 1 and n.kind in ('person', 'organisation');
CREATE VIEW beginnings as
select p.referent_id, p.day, p.day_latest
from participation as p
where substr(p.day, 1, 4) <> substr(p.day_latest, 1, 4);
CREATE VIEW best_names as
select n.folded, n.referent_id
from known_names as n
where not exists (
    select 1 from known_names as b
    where b.folded = n.folded and (b.precedence < n.precedence or b.precedence = n.precedence and b.referent_id < n.referent_id)
);
CREATE VIEW claim_words as
select
    c.id as claim_id,
    search_words(
        c.summary || ' | ' || coalesce(c.date_text, '')
        || ' | ' || coalesce((select group_concat(a.mention, ' | ') from arguments as a where a.claim_id = c.id), '')
        || ' | ' || coalesce((
            select group_concat(substr(t.text, v.span_start + 1, v.span_end - v.span_start), ' | ')
            from evidence as v join documents as t on t.id = v.document_id
            where v.claim_id = c.id and t.text is not null
        ), '')
    ) as words
from claims as c;
CREATE VIEW disagreements as
select x.slot, x.event_id, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id, x.class
from event_disagreements as x
union all
-- one says that something failed, or is not so; another backs it or builds on it
select
    cast('outcome' as text), cast(null as integer), r.name,
    cast(a.kind || ' ' || a.phase || ' ' || a.polarity as text), a.claim_id,
    cast(b.kind || ' ' || b.phase || ' ' || b.polarity as text), b.claim_id, cast('judgement' as text)
from participation as a
cross join referents as r -- cross join: from the failures, which are few
cross join participation as b
where a.referent_id <> 0
    and a.is_subject = 1
    and (a.phase = 'failed' or a.kind = 'assess' and a.polarity = '-' and a.phase = 'occurred')
    and r.id = a.referent_id
    and r.kind in ('framework', 'instrument', 'organisation', 'series')
    and b.referent_id = a.referent_id
    and b.claim_id <> a.claim_id
    and b.is_subject = 1
    and b.polarity = '+'
    and b.kind in ('cooperate', 'support', 'develop', 'assess')
    and b.phase in ('agreed', 'occurred', 'ongoing', 'implemented')
    and exists (select 1 from participants as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'))
    and exists (select 1 from participants as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'))
union all
-- one person in two offices at one time
select
    cast('title' as text), cast(null as integer), r.name, cast(oa.name as text), a.claim_id, cast(ob.name as text), b.claim_id, cast('precision' as text)
from participation as a
join participation as b
    on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1
    and b.day <= a.day_latest and a.day <= b.day_latest
join referents as r on r.id = a.referent_id
join participants as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id
join participants as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id
join participants as oa on oa.claim_id = a.claim_id and oa.role = 'office'
join participants as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id <> oa.referent_id
where a.kind = 'hold_office' and a.is_party = 1 and a.referent_id <> 0;
CREATE VIEW document_hours as
select d.id as document_id, z.utc_hours
from documents as d
join sources as s on s.id = d.source_id
left join sources as o on o.id = coalesce(d.origin_id, s.origin_id)
left join zones as z on z.country = coalesce(o.country, s.country);
CREATE VIEW document_words as
select d.id as document_id, search_words(d.title || ' | ' || coalesce(d.text, '')) as words
from documents as d;
CREATE VIEW entity_words as
select
    e.id as entity_id,
    search_words(coalesce((select group_concat(a.name, ' | ') from aliases as a where a.entity_id = e.id), e.name)) as words
from entities as e;
CREATE VIEW event_disagreements as
select
    a.slot, e.id as event_id, e.name as subject, a.fact as value_a, a.claim_id as claim_a_id, b.fact as value_b, b.claim_id as claim_b_id,
    cast(case
        when a.slot = 'date' and a.date_earliest <= b.date_latest and b.date_earliest <= a.date_latest then 'precision'
        when a.slot = 'date' and a.document_id <> b.document_id and abs(a.day_number - b.day_number) = 1 and exists (
            select 1
            from event_facts as p
            join entities as n on n.id = p.referent_id
            join zones as z on z.country = n.country
            where p.event_id = a.event_id and p.slot = 'place'
                and (
                    a.day_number > b.day_number and a.utc_hours - z.utc_hours >= 6
                    or b.day_number > a.day_number and b.utc_hours - z.utc_hours >= 6
                )
        ) then 'time zone'
        when a.slot = 'outcome' and (
            a.fact = 'pending' and a.date_earliest <= b.date_earliest or b.fact = 'pending' and b.date_earliest <= a.date_earliest
        ) then 'precision'
        else 'contradiction'
    end as text) as class
from events as e -- cross join: event by event, so that the first are told without reading the others
cross join first_facts as a
cross join first_facts as b
where a.event_id = e.id
    and b.event_id = e.id
    and b.slot = a.slot
    and b.claim_id > a.claim_id
    and b.fact <> a.fact
    and (
        a.slot in ('date', 'ordinal', 'number')
        or a.slot = 'place' and not exists ( -- named together once, one lies in the other
            select 1
            from event_facts as f
            join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = b.fact and g.claim_id = f.claim_id
            where f.event_id = a.event_id and f.slot = a.slot and f.fact = a.fact
        )
        or a.slot = 'outcome' and (
            a.fact in ('failed', 'cancelled') and b.fact not in ('failed', 'cancelled')
            or b.fact in ('failed', 'cancelled') and a.fact not in ('failed', 'cancelled')
        )
        or a.slot = 'polarity' and substr(a.fact, 1, length(a.fact) - 1) = substr(b.fact, 1, length(b.fact) - 1)
    )
union all
-- two documents name different persons, or different bodies, of one country, and none in common
select a.slot, e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id, cast('contradiction' as text)
from events as e
cross join first_facts as a
cross join entities as n
cross join first_facts as b
cross join entities as m
where a.event_id = e.id
    and a.slot in ('participant', 'signatory')
    and n.id = a.referent_id
    and n.kind in ('person', 'organisation')
    and b.event_id = e.id
    and b.slot = a.slot
    and b.document_id <> a.document_id
    and b.claim_id > a.claim_id
    and m.id = b.referent_id
    and m.kind = n.kind
    and m.country = n.country
    and m.id <> n.id
    and not exists (
        select 1
        from event_facts as f
        join entities as o on o.id = f.referent_id and o.kind = n.kind and o.country = n.country
        join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = b.document_id
        where f.event_id = a.event_id and f.slot = a.slot and f.document_id = a.document_id
    )
union all
-- a person's name that a document carries in a wrong form, beside a claim on the same event that has it right
select cast('name' as text), cast(w.event_id as integer), r.name, g.mention, g.claim_id, h.mention, h.claim_id, cast('precision' as text)
from aliases as x
cross join arguments as g -- cross join: from the wrong forms, which are few
join canonical as k on k.entity_id = x.entity_id
join referents as r on r.id = k.canonical_id and r.kind = 'person'
join placed as w on w.claim_id = g.claim_id
join arguments as h on h.entity_id = x.entity_id
    and h.claim_id = (
        select min(i.claim_id)
        from arguments as i
        join aliases as y on y.entity_id = i.entity_id and y.name = i.mention and y.kind <> 'garbled'
        join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id
        where i.entity_id = x.entity_id
    )
join aliases as z on z.entity_id = h.entity_id and z.name = h.mention and z.kind <> 'garbled'
where x.kind = 'garbled'
    and g.entity_id = x.entity_id
    and g.mention = x.name
    and not exists (
        select 1
        from arguments as i join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id and v.document_id = w.document_id
        where i.entity_id = g.entity_id and i.mention = g.mention and i.claim_id < g.claim_id
    );
CREATE VIEW event_mentions as
select c.event_id, c.id as claim_id
from claims as c
where c.event_id is not null
union all
select w.event_id, w.claim_id
from placements as w
where w.withdrawn_at is null;
CREATE VIEW first_facts as
select
    f.event_id, f.slot, f.fact, f.document_id, f.claim_id, f.referent_id, f.date_earliest, f.date_latest,
    case when f.date_earliest = f.date_latest then
        367 * cast(substr(f.date_earliest, 1, 4) as integer)
        - 7 * (cast(substr(f.date_earliest, 1, 4) as integer) + (cast(substr(f.date_earliest, 6, 2) as integer) + 9) / 12) / 4
        + 275 * cast(substr(f.date_earliest, 6, 2) as integer) / 9
        + cast(substr(f.date_earliest, 9, 2) as integer)
    end as day_number,
    h.utc_hours
from event_facts as f
join document_hours as h on h.document_id = f.document_id
where not exists (
    select 1 from event_facts as g
    where g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = f.document_id and g.claim_id < f.claim_id
);
CREATE VIEW held_claims as
select c.*
from claims as c
where c.retracted_at is null
    and not exists (
        select 1
        from reviews as r
        where r.claim_id = c.id
            and r.verdict = 'rejected'
            and not exists (
                select 1 from reviews as later
                where later.claim_id = c.id and (later.reviewed_at > r.reviewed_at or (later.reviewed_at = r.reviewed_at and later.id > r.id))
            )
    );
CREATE VIEW origins as
with recursive chain (first_id, source_id, step) as ( -- of sources, which are few, so that one document's origin does not cost all documents
    select s.id, s.id, 0
    from sources as s
    union all
    select chain.first_id, s.origin_id, chain.step + 1
    from chain join sources as s on s.id = chain.source_id
    where s.origin_id is not null and chain.step < 10
)
select d.id as document_id, s.id as source_id, s.name as origin, s.country, s.reliability
from documents as d
join chain on chain.first_id = coalesce(d.origin_id, d.source_id)
join sources as s on s.id = chain.source_id
where s.origin_id is null;
CREATE VIEW outcomes as
select
    l.target_id as promise_id,
    o.id as outcome_id,
    o.phase as outcome_phase,
    o.date_earliest as outcome_earliest,
    'link' as basis
from links as l
join held_claims as o on o.id = l.source_id
where l.link_type = 'outcome_of'
union all
select
    p.claim_id as promise_id,
    o.id as outcome_id,
    o.phase as outcome_phase,
    o.date_earliest as outcome_earliest,
    'event' as basis
from placed as p
join events as e on e.id = p.event_id and e.kind = p.kind
join event_facts as x -- claims of the event's own kind, each with what it says has become of it
    on x.event_id = p.event_id and x.slot = 'polarity' and x.claim_id <> p.claim_id
    and x.fact in ('occurred +', 'implemented +', 'failed +', 'failed -', 'cancelled +', 'cancelled -')
join claims as o on o.id = x.claim_id
join claims as m on m.id = p.claim_id
where p.phase in ('intended', 'proposed', 'scheduled', 'expected', 'agreed', 'pending')
    and p.polarity = '+'
    and (p.phase in ('scheduled', 'expected') or o.date_latest is null or m.date_earliest is null or o.date_latest >= m.date_earliest)
    and not exists (select 1 from links as l where l.source_id = o.id and l.link_type = 'outcome_of' and l.target_id = p.claim_id);
CREATE VIEW participants as
select
    a.claim_id,
    a.seq,
    a.role,
    o.is_party,
    coalesce(k.canonical_id, m.referent_id, -m.id) as referent_id,
    coalesce(r.name, a.mention) as name,
    r.kind as referent_kind,
    r.entity_key,
    a.mention
from arguments as a
join roles as o on o.name = a.role
left join canonical as k on k.entity_id = a.entity_id
left join mentions as m on m.name_key = a.name_key
left join referents as r on r.id = coalesce(k.canonical_id, m.referent_id, -m.id);
CREATE VIEW placed as
select
    c.id as claim_id,
    coalesce(w.event_id, c.event_id) as event_id,
    c.kind,
    c.phase,
    c.polarity,
    c.document_id
from held_claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where coalesce(w.event_id, c.event_id) is not null;
CREATE VIEW promise_dues as
select
    c.id as claim_id,
    case
        when c.due_edtf is not null then c.due_earliest
        when c.phase in ('scheduled', 'expected') and coalesce(c.date_basis, 'stated') <> 'published' or c.date_earliest > d.published_on || '-99' then c.date_earliest
    end as due_from,
    case
        when c.due_edtf is not null then c.due_latest
        when c.phase in ('scheduled', 'expected') and coalesce(c.date_basis, 'stated') <> 'published' or c.date_earliest > d.published_on || '-99' then c.date_latest
    end as due_to
from claims as c
join documents as d on d.id = c.document_id
where c.phase in ('intended', 'proposed', 'scheduled', 'expected', 'agreed', 'pending');
CREATE VIEW settlements as
select
    c.id as claim_id,
    case when c.phase = 'agreed' and c.polarity = '+' then 'agreed' else 'failed' end as outcome,
    c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('agreed', 'failed', 'cancelled') or c.polarity = '-' and c.phase in ('occurred', 'ongoing', 'implemented');
CREATE VIEW statements as
select
    c.id as claim_id,
    c.key as claim,
    c.kind,
    c.phase,
    c.polarity,
    c.certainty,
    c.speech_act,
    c.asserter,
    c.date_edtf,
    c.date_earliest,
    c.date_latest,
    c.date_text,
    c.date_basis,
    c.due_edtf,
    c.due_earliest,
    c.due_latest,
    c.summary,
    (
        select group_concat(n.name, ', ')
        from (
            select p.name, min(p.seq) as first_seq
            from participants as p
            where p.claim_id = c.id and p.is_party
            group by p.name
            order by first_seq
        ) as n
    ) as parties,
    (
        select group_concat(n.name, ', ')
        from (
            select p.name, min(p.seq) as first_seq
            from participants as p
            where p.claim_id = c.id and p.role = 'topic'
            group by p.name
            order by first_seq
        ) as n
    ) as topics,
    (
        select p.name from participants as p where p.claim_id = c.id and p.role = 'place' order by p.seq limit 1
    ) as place,
    e.id as event_id,
    e.name as event,
    d.id as document_id,
    coalesce(d.slug, d.key) as document,
    d.title,
    s.name as publisher,
    d.published_on,
    (
        select group_concat(q.words, ' … ')
        from (
            select substr(t.text, v.span_start + 1, v.span_end - v.span_start) as words
            from evidence as v join documents as t on t.id = v.document_id
            where v.claim_id = c.id and v.document_id = (
                select v2.document_id
                from evidence as v2 join documents as t2 on t2.id = v2.document_id
                where v2.claim_id = c.id and t2.text is not null
                order by v2.seq
                limit 1
            )
            order by v.seq
        ) as q
    ) as quote,
    case when d.text is null or d.restates_id is not null then 1 else 0 end as is_restated,
    c.recorded_at
from held_claims as c
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
left join events as e on e.id = coalesce(w.event_id, c.event_id);
CREATE VIEW taking_part as
select
    p.claim_id, cast(p.referent_id as integer) as referent_id, cast(p.is_party as integer) as is_party,
    cast(1 - p.is_party as integer) as is_subject, cast(1 as integer) as is_named
from participants as p
where p.referent_id is not null
union all
select a.claim_id, cast(a.referent_id as integer), cast(1 as integer), cast(0 as integer), cast(0 as integer)
from acting_states as a
union all
select c.id, cast(0 as integer), cast(1 as integer), cast(1 as integer), cast(1 as integer)
from claims as c;
CREATE VIEW told_facts as
with told as not materialized (
    select
        c.id as claim_id, p.event_id, e.kind as event_kind, c.document_id, c.kind, c.phase, c.polarity,
        c.date_edtf, c.date_earliest, c.date_latest, c.date_basis, c.quantity
    from placed as p
    join claims as c on c.id = p.claim_id
    join events as e on e.id = p.event_id
)
select t.claim_id, t.event_id, 'date' as slot, t.date_edtf as fact, t.document_id, cast(null as integer) as referent_id, t.date_earliest, t.date_latest
from told as t
where t.kind in (t.event_kind, 'attend')
    and t.polarity = '+'
    and t.phase in ('occurred', 'implemented', 'ongoing', 'scheduled', 'cancelled')
    and t.date_edtf is not null
    and coalesce(t.date_basis, 'stated') not in ('inherited', 'published')
union all
select
    t.claim_id, t.event_id,
    case when p.role in ('place', 'signatory') then p.role else 'participant' end,
    cast(p.name as text), t.document_id, cast(p.referent_id as integer), t.date_earliest, t.date_latest
from told as t
join participants as p on p.claim_id = t.claim_id and p.role in ('place', 'participant', 'signatory', 'host', 'witness')
where t.kind in (t.event_kind, 'attend')
    and t.polarity = '+'
    and t.phase in ('occurred', 'implemented', 'ongoing')
    and (p.role <> 'place' or coalesce(p.referent_kind, 'place') = 'place')
union all
select
    t.claim_id, t.event_id, case when t.kind = 'rank' then 'ordinal' else 'number' end,
    t.quantity, t.document_id, cast(null as integer), t.date_earliest, t.date_latest
from told as t
where t.quantity is not null and t.polarity = '+' and t.kind in (t.event_kind, 'attend', 'rank')
union all
select t.claim_id, t.event_id, 'outcome', t.phase, t.document_id, cast(null as integer), t.date_earliest, t.date_latest
from told as t
where t.kind = t.event_kind
    and t.polarity = '+'
    and t.phase in ('occurred', 'implemented', 'failed', 'cancelled', 'pending')
union all
select t.claim_id, t.event_id, 'polarity', cast(t.phase || ' ' || t.polarity as text), t.document_id, cast(null as integer), t.date_earliest, t.date_latest
from told as t
where t.kind = t.event_kind
union all
select t.claim_id, t.event_id, 'topic', cast(t.phase || ': ' || p.name as text), t.document_id, cast(p.referent_id as integer), t.date_earliest, t.date_latest
from told as t join participants as p on p.claim_id = t.claim_id and p.role = 'topic'
where t.polarity = '+';
CREATE TRIGGER arguments_are_not_overwritten
before update of claim_id, seq, role, mention, span_start, span_end on arguments
begin
    select raise(abort, 'an argument is never overwritten: load a correction of the claim');
end;
CREATE TRIGGER claims_are_not_deleted
before delete on claims
begin
    select raise(abort, 'a claim is never deleted: retract it');
end;
CREATE TRIGGER claims_are_not_overwritten
before update of
    id, key, slug, document_id, run_id, event_id, kind, phase, polarity, certainty, speech_act, asserter, summary, quantity,
    date_text, date_edtf, date_earliest, date_latest, date_basis, due_text, due_edtf, due_earliest, due_latest,
    confidence, fingerprint, recorded_at, supersedes_id
on claims
begin
    select raise(abort, 'a claim is never overwritten: load a correction, or retract it');
end;
CREATE TRIGGER evidence_is_not_overwritten
before update on evidence
begin
    select raise(abort, 'evidence is never overwritten: load a correction of the claim');
end;
insert into claims_search (claims_search) values ('rebuild');
insert into documents_search (documents_search) values ('rebuild');
insert into entities_search (entities_search) values ('rebuild');
pragma user_version = 18049419;
