-- What became of promises: each claim of something intended, proposed, scheduled, expected, agreed or pending, with a claim that tells its outcome.
-- basis 'link': a link says so; basis 'event': both claims tell of one event itself, and the second that it happened or failed, no earlier.
create view outcomes as
select
    l.target_id as promise_id,
    o.id as outcome_id,
    o.phase as outcome_phase,
    o.date_earliest as outcome_earliest,
    'link' as basis
from links as l
join held_claims as o on o.id = l.source_id
where l.link_type = 'outcome_of'
union all
select
    p.claim_id as promise_id,
    o.id as outcome_id,
    o.phase as outcome_phase,
    o.date_earliest as outcome_earliest,
    'event' as basis
from placed as p
join events as e on e.id = p.event_id and e.kind = p.kind
join event_facts as x -- claims of the event's own kind, each with what it says has become of it
    on x.event_id = p.event_id and x.slot = 'polarity' and x.claim_id <> p.claim_id
    and x.fact in ('occurred +', 'implemented +', 'failed +', 'failed -', 'cancelled +', 'cancelled -')
join claims as o on o.id = x.claim_id
join claims as m on m.id = p.claim_id
where p.phase in ('intended', 'proposed', 'scheduled', 'expected', 'agreed', 'pending')
    and p.polarity = '+'
    and (p.phase in ('scheduled', 'expected') or o.date_latest is null or m.date_earliest is null or o.date_latest >= m.date_earliest)
    and not exists (select 1 from links as l where l.source_id = o.id and l.link_type = 'outcome_of' and l.target_id = p.claim_id);
