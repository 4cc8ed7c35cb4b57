-- Which topics are broader than each, by the relations that stand, however many steps away; synonyms are broader than each other.

-- create
create table broader (
    referent_id integer not null,
    broader_id integer not null,
    primary key (referent_id, broader_id)
) without rowid;

-- fill
delete from broader where exists (select 1 from touched_entities);
insert into broader (referent_id, broader_id)
with recursive
    step (a, b) as (
        select e.canonical_id, o.canonical_id
        from relations as r
        join canonical as e on e.entity_id = r.entity_id
        join canonical as o on o.entity_id = r.other_id
        where r.withdrawn_at is null and exists (select 1 from touched_entities)
        union
        select o.canonical_id, e.canonical_id
        from relations as r
        join canonical as e on e.entity_id = r.entity_id
        join canonical as o on o.entity_id = r.other_id
        where r.withdrawn_at is null and r.relation_type = 'synonym' and exists (select 1 from touched_entities)
    ),
    reach (a, b) as (
        select a, b from step
        union
        select reach.a, step.b from reach join step on step.a = reach.b
    )
select a, b from reach where a <> b;

-- clear
