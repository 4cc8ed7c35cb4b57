-- Where do documents contradict each other, or themselves?
-- One row for each pair of claims, with both quotes. class: contradiction, precision (vaguer, earlier news, another form), time zone, or judgement.
-- :event   an event, by slug, key or name; empty: all
-- :slot    date, place, participant, signatory, ordinal, number, outcome, polarity, title or name; empty: all
with found as materialized ( -- in two parts, so that one event's are found without reading the others
    select x.slot, x.class, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id
    from disagreements as x
    where :event = '' and (x.slot = :slot or :slot = '')
    union all
    select x.slot, x.class, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id
    from event_disagreements as x
    where x.event_id in (
            select id from events where slug = :event union all select id from events where key = :event union all select id from events where name = :event
        )
        and :event <> '' and (x.slot = :slot or :slot = '')
)
select
    x.slot, x.class, x.subject as event,
    x.value_a, a.document as document_a, a.publisher as source_a, a.quote as quote_a,
    x.value_b, b.document as document_b, b.publisher as source_b, b.quote as quote_b,
    a.claim as claim_a, b.claim as claim_b
from found as x
join statements as a on a.claim_id = x.claim_a_id
join statements as b on b.claim_id = x.claim_b_id
order by
    case x.class when 'contradiction' then 1 when 'time zone' then 2 when 'judgement' then 3 else 4 end,
    x.subject, x.slot, x.claim_a_id, x.claim_b_id
