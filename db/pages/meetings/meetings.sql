-- Who was at which meeting between two days: one row for each party of a kind in each claim that a meeting took place.
-- Read from the newest :most such claims.
with held as (
    select p.claim_id, coalesce(c.event_id, -c.id) as meeting
    from participation as p join claims as c on c.id = p.claim_id
    where p.referent_id = 0 and p.kind = 'meet' and p.phase in ('occurred', 'ongoing') and p.polarity = '+'
        and p.day_latest >= :since and p.day < :until
    order by p.day desc, p.claim_id desc
    limit :most
)
select distinct h.claim_id, h.meeting, q.name, q.entity_key
from held as h join participants as q on q.claim_id = h.claim_id and q.is_party
where q.referent_id > 0 and q.referent_kind = :kind
order by h.claim_id, q.name, q.entity_key;
