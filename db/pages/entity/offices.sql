-- Which offices did a person hold, or who held this office or an office of this organisation, and by what claim?
select
    h.name as holder, h.entity_key as holder_key,
    o.name as office, o.entity_key as office_key, g.name as organisation, g.entity_key as organisation_key,
    p.day as first_day, p.day_latest as last_day, count(*) as claims, min(c.key) as claim
from participation as p
join claims as c on c.id = p.claim_id
left join participants as h on h.claim_id = c.id and h.role = 'holder'
left join participants as o on o.claim_id = c.id and o.role = 'office'
left join participants as g on g.claim_id = c.id and g.role = 'organisation'
where p.referent_id = :referent and p.kind = 'hold_office' and p.polarity = '+'
group by h.name, h.entity_key, o.name, o.entity_key, g.name, g.entity_key, p.day, p.day_latest -- each as told: no document joins them
order by last_day desc, first_day desc, holder, office, organisation
limit 60;
