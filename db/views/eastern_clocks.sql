-- Claims on events whose date may be by a clock far enough east of the place that it is a day later there.
create view eastern_clocks as
select f.event_id, f.claim_id
from first_facts as f
join document_hours as h on h.document_id = f.document_id
where f.slot = 'date'
    and exists (
        select 1
        from event_facts as p
        join entities as n on n.id = p.referent_id
        join zones as z on z.country = n.country
        where p.event_id = f.event_id and p.slot = 'place' and h.utc_hours - z.utc_hours >= 6
    )
    and coalesce(f.is_local, 0) = 0
    and (
        f.is_local = 0
        or not exists (select 1 from event_facts as p where p.event_id = f.event_id and p.slot = 'place' and p.document_id = f.document_id)
    );
