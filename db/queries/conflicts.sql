-- Where do documents contradict each other, or themselves?
-- One row for each pair of claims, with both quotes. class: contradiction, precision (vaguer, earlier news, another form), time zone, or judgement.
-- :event   an event, by slug, key or name; empty: all
-- :slot    date, place, participant, signatory, ordinal, number, outcome, polarity, title or name; empty: all
select
    x.slot, x.class, x.subject as event,
    x.value_a, a.document as document_a, a.publisher as source_a, a.quote as quote_a,
    x.value_b, b.document as document_b, b.publisher as source_b, b.quote as quote_b,
    a.claim as claim_a, b.claim as claim_b
from disagreements as x
join statements as a on a.claim_id = x.claim_a_id
join statements as b on b.claim_id = x.claim_b_id
where (x.slot = :slot or :slot = '')
    and (:event = '' or x.event_id in (select e.id from events as e where :event in (e.slug, e.key, e.name)))
order by
    case x.class when 'contradiction' then 1 when 'time zone' then 2 when 'judgement' then 3 else 4 end,
    x.subject, x.slot, x.claim_a_id, x.claim_b_id
