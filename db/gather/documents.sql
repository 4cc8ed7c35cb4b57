-- The documents of the claims in sought, and the events that their records, or people, name.
select c.document_id, case when w.who <> 'gather' then w.event_id else c.event_id end
from sought as t
cross join claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where c.id = t.id
