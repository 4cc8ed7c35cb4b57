-- What means another than before: entities, by judgements, and bare names, by the names that are known.
insert into shifted (entity_id, was_id, is_id)
select b.entity_id, b.canonical_id, k.canonical_id
from canonical_before as b join canonical as k on k.entity_id = b.entity_id
where k.canonical_id <> b.canonical_id;
insert into shifted (name_key, was_id, is_id)
select b.name_key, b.referent_id, coalesce(m.referent_id, -m.id)
from names_before as b join mentions as m on m.name_key = b.name_key
where coalesce(m.referent_id, -m.id) <> b.referent_id;
-- Who is of another state than before, or under another topic: with both.
insert into shifted_under (referent_id, over_id)
with under_now as (
    select referent_id, state_id as over_id from states
    union
    select referent_id, broader_id from broader
)
select referent_id, over_id from (select referent_id, over_id from under_before except select referent_id, over_id from under_now) as lost
union all
select referent_id, over_id from (select referent_id, over_id from under_now except select referent_id, over_id from under_before) as won;
