-- Who met whom between two days: pairs of parties of a meeting that took place, and how many meetings and claims.
-- Read from the newest 20,000 such claims.
with held as (
    select p.claim_id, coalesce(c.event_id, -c.id) as meeting
    from participation as p join claims as c on c.id = p.claim_id
    where p.referent_id = 0 and p.kind = 'meet' and p.phase in ('occurred', 'ongoing') and p.polarity = '+'
        and p.day_latest >= :since and p.day < :until
    order by p.day desc, p.claim_id desc
    limit 20000
),
present as (
    select distinct h.meeting, h.claim_id, q.referent_id
    from held as h join participants as q on q.claim_id = h.claim_id and q.is_party
    where q.referent_id > 0 and q.referent_kind = :kind
)
select
    x.name as one, x.entity_key as one_key, y.name as other, y.entity_key as other_key,
    count(distinct a.meeting) as meetings, count(distinct a.claim_id) as claims
from present as a
join present as b on b.claim_id = a.claim_id and b.referent_id > a.referent_id
join referents as x on x.id = a.referent_id
join referents as y on y.id = b.referent_id
group by x.id, x.name, x.entity_key, y.id, y.name, y.entity_key
order by meetings desc, claims desc, one, other
limit 400;
