-- The placements that gathering made and somebody took back, of claims that are placed nowhere now, each claim's last.
select c.key as claim, coalesce(e.slug, e.key) as event, p.who, p.why
from placements as p join claims as c on c.id = p.claim_id join events as e on e.id = p.event_id
where p.who = 'gather'
    and p.withdrawn_at is not null
    and c.retracted_at is null
    and not exists (
        select 1 from placements as o
        where o.claim_id = p.claim_id
            and (o.withdrawn_at is null or o.who = 'gather' and (o.withdrawn_at > p.withdrawn_at or o.withdrawn_at = p.withdrawn_at and o.id > p.id))
    )
order by c.key
