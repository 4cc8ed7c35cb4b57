-- Which events do most claims speak of?
select coalesce(e.slug, e.key) as event_key, e.name, count(*) as claims
from claims as c join events as e on e.id = c.event_id
where c.retracted_at is null
group by e.id, e.slug, e.key, e.name
order by claims desc, e.key
limit 6;
