-- The claims that gathering placed on the events in sought.
select w.claim_id
from sought as t cross join placements as w
where w.event_id = t.id and w.who = 'gather' and w.withdrawn_at is null
