-- The standing judgements that make one of the entities merged with this one.
select l.name, r.name
from judgements as j
join entities as l on l.id = j.left_id
join entities as r on r.id = j.right_id
join canonical as k on k.entity_id = j.left_id
join canonical as a on a.entity_id = :entity and a.canonical_id = k.canonical_id
where j.verdict = 'same' and j.withdrawn_at is null
order by j.id
