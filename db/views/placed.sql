-- Which event each held claim speaks of: the one that it was placed on by a rule or a person, else the one that its record names.
create view placed as
select
    c.id as claim_id,
    coalesce(w.event_id, c.event_id) as event_id,
    c.kind,
    c.phase,
    c.polarity,
    c.document_id
from held_claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where coalesce(w.event_id, c.event_id) is not null;
