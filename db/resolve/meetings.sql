-- Held claims that tell of an event itself, with the event they are placed on; far_east: told from a country six hours or more east of the place.
select
    c.key, coalesce(e.slug, e.key) as event, c.kind, c.date_earliest, c.date_latest, c.quantity,
    coalesce(h.utc_hours - (
        select min(y.utc_hours)
        from participants as p join entities as n on n.id = p.referent_id join zones as y on y.country = n.country
        where p.claim_id = c.id and p.role = 'place'
    ) >= 6, 0) as far_east
from held_claims as c
join document_hours as h on h.document_id = c.document_id
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
left join events as e on e.id = coalesce(w.event_id, c.event_id)
where c.kind in ('meet', 'sign', 'visit', 'establish')
    and c.polarity = '+'
    and c.phase in ('occurred', 'scheduled', 'ongoing', 'cancelled', 'failed')
order by c.id
