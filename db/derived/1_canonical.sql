-- Which entity stands for each entity, by the judgements that stand: its own id where it was merged with none.
-- Of those that are the same, the one stays that no judgement merged into another; among several, the smallest key.

-- create
create table canonical (
    entity_id integer primary key,
    canonical_id integer not null
);
create index ix_canonical_canonical_id on canonical (canonical_id);

-- fill
delete from canonical where exists (select 1 from touched_entities);
insert into canonical (entity_id, canonical_id)
with recursive
    same (a, b) as (
        select left_id, right_id from judgements where verdict = 'same' and withdrawn_at is null
        union all
        select right_id, left_id from judgements where verdict = 'same' and withdrawn_at is null
    ),
    reach (a, b) as (
        select a, b from same
        union
        select reach.a, same.b from reach join same on same.a = reach.b
    )
select
    e.id,
    coalesce(
        (
            select r.b
            from reach as r join entities as x on x.id = r.b
            where r.a = e.id
            order by
                exists (
                    select 1 from judgements as j
                    where j.right_id = r.b and j.verdict = 'same' and j.withdrawn_at is null
                ),
                x.key
            limit 1
        ),
        e.id
    )
from entities as e
where exists (select 1 from touched_entities);

-- clear
