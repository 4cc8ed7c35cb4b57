-- What a node of Citus cannot keep alone: that no key is held twice, and numbers of their own. Indexes by which claims are found stay.
drop index uq_claims_held_key;
drop index uq_claims_held_slug;
create index ix_claims_held_key on claims (key) where retracted_at is null;
create index ix_claims_held_slug on claims (slug) where retracted_at is null and slug is not null;
alter table reviews drop constraint pk_reviews;
alter table reviews add constraint pk_reviews primary key (claim_id, id);
alter table placements drop constraint pk_placements;
alter table placements add constraint pk_placements primary key (claim_id, id);
alter table links drop constraint pk_links;
alter table links add constraint pk_links primary key (source_id, id);
