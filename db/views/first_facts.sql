-- The facts told of events, one claim for each document that tells one: the first that it made.
create view first_facts as
select
    f.event_id, f.slot, f.fact, f.document_id, f.claim_id, f.referent_id, f.date_earliest, f.date_latest,
    case when f.date_earliest = f.date_latest then
        367 * cast(substr(f.date_earliest, 1, 4) as integer)
        - 7 * (cast(substr(f.date_earliest, 1, 4) as integer) + (cast(substr(f.date_earliest, 6, 2) as integer) + 9) / 12) / 4
        + 275 * cast(substr(f.date_earliest, 6, 2) as integer) / 9
        + cast(substr(f.date_earliest, 9, 2) as integer)
    end as day_number,
    h.utc_hours
from event_facts as f
join document_hours as h on h.document_id = f.document_id
where not exists (
    select 1 from event_facts as g
    where g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = f.document_id and g.claim_id < f.claim_id
);
