-- Which events do most of the newest 5,000 claims speak of, and how many of all?
with newest as (
    select p.claim_id from participation as p where p.referent_id = 0 order by p.day desc, p.claim_id desc limit 5000
),
spoken as (
    select c.event_id, count(*) as recent
    from newest as n join claims as c on c.id = n.claim_id
    where c.event_id is not null
    group by c.event_id
)
select
    coalesce(e.slug, e.key) as event_key, e.name,
    (select count(*) from claims as c where c.event_id = e.id and c.retracted_at is null) as claims
from spoken as s join events as e on e.id = s.event_id
order by s.recent desc, e.key
limit 6;
