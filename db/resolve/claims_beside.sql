-- Claims on the events that changed, and those of before this load (ids up to :last) that are or were on an event with a claim that changed.
with x as materialized ( -- events that claims that changed are or were on
    select c.event_id
    from changed as t cross join claims as c
    where c.id = t.claim_id and c.event_id is not null
    union
    select w.event_id
    from changed as t cross join placements as w
    where w.claim_id = t.claim_id
)
select m.claim_id
from changed_events as e cross join event_mentions as m -- spread: from event_mentions as m
where m.event_id = e.event_id -- spread: where m.event_id in (select event_id from changed_events)
union
select m.claim_id
from x cross join event_mentions as m -- spread: from event_mentions as m
where m.event_id = x.event_id and m.claim_id <= :last -- spread: where m.event_id in (select event_id from x) and m.claim_id <= :last
