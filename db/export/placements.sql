-- The placements as records.
select c.key as claim, coalesce(e.slug, e.key) as event, p.who, p.why, p.placed_at, p.withdrawn_at
from placements as p join claims as c on c.id = p.claim_id join events as e on e.id = p.event_id
order by p.id
