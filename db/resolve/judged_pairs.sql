-- Pairs of entities, as they stand after merges, that a standing judgement is about.
select l.canonical_id, r.canonical_id
from judgements as j
join canonical as l on l.entity_id = j.left_id
join canonical as r on r.entity_id = j.right_id
where j.withdrawn_at is null
