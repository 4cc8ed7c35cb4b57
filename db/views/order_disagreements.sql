-- Where what is said of an event's place in order does not go with another document's dates.
create view order_disagreements as
-- spread: with counted as materialized (select * from links where link_type = 'counts_from'),
-- spread: ranked as materialized (select source_id as id from counted union select target_id from counted),
-- spread: told as materialized (select * from held_claims where id in (select id from ranked)),
-- spread: spots as materialized (select * from placed where claim_id in (select id from ranked)),
-- spread: since as materialized (
-- the first of its series since something, and yet another came between; a tension where that may have come before
select
    cast('order' as text) as slot, cast(r.event_id as integer) as event_id, e.name as subject,
    cast('first since: ' || s.summary as text) as value_a, c.id as claim_a_id, cast(b.name || ': ' || f.fact as text) as value_b, f.claim_id as claim_b_id,
    cast(case when f.date_earliest > coalesce(s.date_latest, w.date_latest) then 'contradiction' else 'tension' end as text) as class,
    cast(case
        when f.date_earliest > coalesce(s.date_latest, w.date_latest) then 'another of the series came after that, and before it'
        else 'another of the series came within the dates of that'
    end as text) as rule
-- cross join: from the ranks, which are few
from links as l -- spread: from counted as l
cross join held_claims as c -- spread: cross join told as c
cross join held_claims as s -- spread: cross join told as s
cross join placed as r -- spread: cross join spots as r
cross join events as e
cross join events as b
cross join first_facts as f
-- placements as view placed has them, which would be worked out whole
left join placements as p on p.claim_id = s.id and p.withdrawn_at is null -- spread: left join spots as p on p.claim_id = s.id
left join event_facts as w on w.event_id = coalesce(p.event_id, s.event_id) and w.slot = 'date' and s.date_latest is null and not exists ( -- its event's date where it has none
    select 1 from event_facts as v where v.event_id = w.event_id and v.slot = w.slot and v.claim_id < w.claim_id
)
where l.link_type = 'counts_from'
    and l.verdict = 'accepted'
    and l.withdrawn_at is null
    and c.id = l.source_id
    and s.id = l.target_id
    and c.quantity = '1'
    and r.claim_id = c.id
    and e.id = r.event_id
    and b.series_id = e.series_id
    and b.id <> e.id
    and b.id <> coalesce(p.event_id, s.event_id, 0)
    and f.event_id = b.id
    and f.slot = 'date'
    and f.date_earliest = f.date_latest
    and f.document_id <> c.document_id
    and f.date_latest >= coalesce(s.date_earliest, w.date_earliest)
    and f.date_latest < (select min(x.date_earliest) from event_facts as x where x.event_id = e.id and x.slot = 'date')
union all -- spread: ), numbered as materialized (
-- two events with one number in one series
select
    cast('order' as text), e.id, e.name, cast(a.fact as text), a.claim_id, cast(b.fact as text), b.claim_id,
    cast('contradiction' as text), cast('one number in one series for two events' as text)
from events as e
cross join first_facts as a
cross join events as o
cross join first_facts as b
where a.event_id = e.id
    and a.slot = 'ordinal'
    and a.fact between '0' and '9~'
    and o.series_id = e.series_id
    and o.id > e.id
    and b.event_id = o.id
    and b.slot = 'ordinal'
    and b.fact = a.fact
    and b.referent_id = a.referent_id; -- spread: and b.referent_id = a.referent_id) select * from since union all select * from numbered;
