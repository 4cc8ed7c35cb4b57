-- Whom did someone meet, how often, first and last? Counted over the newest 2,000 claims of a meeting that took place.
with held as (
    select p.claim_id, p.day, p.day_latest
    from participation as p
    where p.referent_id = :referent and p.kind = 'meet' and p.phase = 'occurred' and p.polarity = '+' and p.is_party = 1
    order by p.day desc, p.claim_id desc
    limit 2000
)
select
    r.name, r.kind, r.entity_key, count(distinct h.claim_id) as claims, count(distinct coalesce(c.event_id, -c.id)) as meetings,
    min(case when h.day > '' then h.day end) as first_day, max(h.day_latest) as last_day
from held as h
join claims as c on c.id = h.claim_id
join participants as q on q.claim_id = h.claim_id and q.is_party and q.referent_id <> :referent
join referents as r on r.id = q.referent_id
group by r.id, r.name, r.kind, r.entity_key
order by r.kind = 'person' desc, meetings desc, r.name
limit 60;
