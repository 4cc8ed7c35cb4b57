-- The facts told of events, one claim for each document that tells one: the first that it made.
create view first_facts as
select
    f.event_id, f.slot, f.fact, f.document_id, f.claim_id, f.referent_id, f.date_earliest, f.date_latest, f.is_local, f.day_number
from event_facts as f
where not exists (
    select 1 from event_facts as g
    where g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = f.document_id and g.claim_id < f.claim_id
);
