-- The claims that name an event by their record, and those that were placed on one, to be found by the event: view placed says which of the two counts.
create view event_mentions as
select c.event_id, c.id as claim_id
from claims as c
where c.event_id is not null
union all
select w.event_id, w.claim_id
from placements as w
where w.withdrawn_at is null;
