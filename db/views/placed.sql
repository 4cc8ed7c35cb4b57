-- Which event each held claim speaks of: the one that it was placed on by a rule or a person, else the one that its record names.
create view placed as
select
    c.id as claim_id,
    coalesce((select w.event_id from placements as w where w.claim_id = c.id and w.withdrawn_at is null), c.event_id) as event_id,
    c.kind,
    c.phase,
    c.polarity,
    c.document_id
from held_claims as c
where c.event_id is not null or exists (select 1 from placements as w where w.claim_id = c.id and w.withdrawn_at is null);
