-- The documents of the claims that gathering placed on the events in sought.
select distinct c.document_id
from sought as t
cross join placements as w
cross join claims as c
where w.event_id = t.id and w.who = 'gather' and w.withdrawn_at is null and c.id = w.claim_id
