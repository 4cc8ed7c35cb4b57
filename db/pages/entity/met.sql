-- Whom did someone meet, how often, first and last? As who_met_whom has it, of the newest 2,000 times.
with met as (
    select e.other_id, e.claim_id, e.day, e.day_latest, coalesce(c.event_id, -c.id) as meeting
    from encounters as e cross join claims as c
    where e.one_id = :referent and c.id = e.claim_id and c.kind = 'meet'
    order by e.day desc, e.claim_id desc
    limit 2000
)
select
    r.name, r.kind, r.entity_key, count(distinct m.claim_id) as claims, count(distinct m.meeting) as meetings,
    min(case when m.day > '' then m.day end) as first_day, max(m.day_latest) as last_day
from met as m join referents as r on r.id = m.other_id
group by r.id, r.name, r.kind, r.entity_key
order by meetings desc, r.name
limit 60;
