-- The documents whose claims name the events in sought by their record or a person's word.
select c.document_id from sought as t cross join claims as c where c.event_id = t.id and c.retracted_at is null
union
select c.document_id
from sought as t
cross join placements as w
cross join claims as c
where w.event_id = t.id and w.withdrawn_at is null and w.who <> 'gather' and c.id = w.claim_id
