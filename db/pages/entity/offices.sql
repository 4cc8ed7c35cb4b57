-- Which offices did a person hold, or who held this office or an office of this organisation, and by what claim?
with told as materialized (
    select p.claim_id, p.day, p.day_latest, c.key, c.certainty
    from participation as p cross join claims as c
    where p.referent_id = :referent and p.kind = 'hold_office' and p.polarity = '+' and c.id = p.claim_id
        and c.phase in ('occurred', 'ongoing', 'implemented')
),
named as materialized ( -- of these only: outer joins to the view would work it out whole
    select a.claim_id, a.role, a.name, a.entity_key
    from told as t cross join participants as a
    where a.claim_id = t.claim_id and a.role in ('holder', 'office', 'organisation')
)
select
    h.name as holder, h.entity_key as holder_key,
    o.name as office, o.entity_key as office_key, g.name as organisation, g.entity_key as organisation_key,
    t.day as first_day, t.day_latest as last_day, t.certainty, count(*) as claims, min(t.key) as claim
from told as t
left join named as h on h.claim_id = t.claim_id and h.role = 'holder'
left join named as o on o.claim_id = t.claim_id and o.role = 'office'
left join named as g on g.claim_id = t.claim_id and g.role = 'organisation'
group by h.name, h.entity_key, o.name, o.entity_key, g.name, g.entity_key, t.day, t.day_latest, t.certainty -- each as told: no document joins them
order by last_day desc, first_day desc, holder, office, organisation
limit 60;
