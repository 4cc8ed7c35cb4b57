-- The claims of a happening, or of a meeting by its name, that name the events in sought, by their record or a person's word.
select c.id
from (
    select n.id from sought as t cross join claims as n where n.event_id = t.id
    union
    select w.claim_id
    from sought as t cross join placements as w
    where w.event_id = t.id and w.withdrawn_at is null and w.who <> 'gather'
) as o
cross join claims as c
where c.id = o.id
    and c.retracted_at is null
    and (
        c.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank')
        or c.kind in ('discuss', 'cooperate', 'state') and exists (select 1 from arguments as a where a.claim_id = c.id and a.role = 'framework')
    )
