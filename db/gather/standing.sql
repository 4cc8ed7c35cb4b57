-- The placements of gathering that stand, as records.
select c.key as claim, coalesce(e.slug, e.key) as event, p.who, p.why, p.placed_at
from placements as p join claims as c on c.id = p.claim_id join events as e on e.id = p.event_id
where p.withdrawn_at is null and p.who = 'gather' and c.retracted_at is null
order by c.key
