-- The placements by gathering that stand, of the claims in sought, with whether gathering made the event.
select w.claim_id, w.id, w.event_id, w.why, e.made_by
from sought as t
cross join placements as w
cross join events as e
where w.claim_id = t.id and w.who = 'gather' and w.withdrawn_at is null and e.id = w.event_id
