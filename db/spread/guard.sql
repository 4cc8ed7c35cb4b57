-- The names by which a claim is held, each once in all the nodes: a second claim held under one is refused.
-- sort: key or slug. claim_id: the claim that was held under it last.
create table held_names (
    name text not null,
    sort text not null,
    claim_id integer not null,
    constraint pk_held_names primary key (name, sort)
);
select create_distributed_table('held_names', 'name', colocate_with => 'none');
insert into held_names (name, sort, claim_id) select key, 'key', id from claims where retracted_at is null;
insert into held_names (name, sort, claim_id) select slug, 'slug', id from claims where retracted_at is null and slug is not null;
