-- The placements as records. version: which of the rows of the claim's key, where that is not the one that the key means.
select c.document_id as of_id, c.key as claim, v.version, coalesce(e.slug, e.key) as event, p.who, p.why, p.placed_at, p.withdrawn_at
from placements as p
join claims as c on c.id = p.claim_id
join events as e on e.id = p.event_id
left join versions as v on v.claim_id = c.id
-- only: where c.document_id in (select cast(value as integer) from json_each(:only))
order by c.key, v.version nulls last, p.placed_at, p.withdrawn_at nulls last, e.key, p.who, p.why
