-- Who met whom between two days: one row for each pair of a kind in each claim, as who_met_whom has it, of the newest :most times.
with met as (
    select e.claim_id, e.one_seq, e.other_id, coalesce(c.event_id, -c.id) as meeting
    from encounters as e cross join claims as c
    where e.one_id = 0 and e.day_latest >= :since and e.day < :until and c.id = e.claim_id and c.kind = 'meet'
    order by e.day desc, e.claim_id desc
    limit :most
)
select distinct m.claim_id, m.meeting, a.name as one, a.entity_key as one_key, r.name as other, r.entity_key as other_key
from met as m
cross join participants as a -- cross: from the claims, whatever is known of how many take part
join referents as r on r.id = m.other_id
where a.claim_id = m.claim_id and a.seq = m.one_seq and a.referent_id > 0
    and r.id > 0 and a.referent_kind = :kind and r.kind = :kind
order by m.claim_id, one, other;
