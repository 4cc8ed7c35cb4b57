-- Where do documents contradict each other, or themselves?
-- One row for each pair of claims, with both quotes. class: contradiction, time zone (a day apart, by two clocks), tension (both may be right, yet one speaks against the other) or precision (vaguer, earlier news, another form); rule says why. Event by event, in order of name, contradictions first.
-- :event   an event, by slug, key or name; empty: all
-- :slot    date, place, participant, signatory, instrument, ordinal, order, number, outcome, polarity, provision, tenure, title or name; empty: all
with found as ( -- spread: with asked as materialized (
-- spread:     select id from events where slug = :event union all select id from events where key = :event union all select id from events where name = :event
-- spread: ),
-- spread: facts as materialized (select * from fact_disagreements where :event = '' or event_id = any(array(select id from asked))),
-- spread: parties as materialized (select * from party_disagreements where :event = '' or event_id = any(array(select id from asked))),
-- spread: orders as materialized (select * from order_disagreements where :event = '' or event_id = any(array(select id from asked))),
-- spread: names as materialized (select * from name_disagreements where :event = '' or event_id = any(array(select id from asked))),
-- spread: of_events as (select * from facts union all select * from parties union all select * from orders union all select * from names),
-- spread: found as materialized (
    -- in two parts, so that one event's are found without reading the others
    select
        x.slot, x.class, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id, x.rule,
        case x.class when 'contradiction' then 1 when 'time zone' then 2 when 'tension' then 3 else 4 end as class_order
    from disagreements as x -- spread: from (select * from of_events union all select * from judged_disagreements union all select * from office_disagreements union all select * from provision_disagreements) as x
    where :event = '' and x.slot >= :slot and x.slot <= case when :slot = '' then '~' else :slot end
    union all
    select
        x.slot, x.class, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id, x.rule,
        case x.class when 'contradiction' then 1 when 'time zone' then 2 when 'tension' then 3 else 4 end as class_order
    from event_disagreements as x -- spread: from of_events as x
    where :event <> '' and x.slot >= :slot and x.slot <= case when :slot = '' then '~' else :slot end
        and x.event_id in (
            select id from events where slug = :event union all select id from events where key = :event union all select id from events where name = :event
        )
    order by subject, class_order, slot, claim_a_id, claim_b_id, value_a, value_b, rule
    limit 9223372036854775807 -- first: limit :first
)
-- spread: , told as materialized (select * from statements where claim_id in (select claim_a_id from found union select claim_b_id from found))
-- first: , told as materialized ( -- once each: one claim is in many of the first pairs
-- first:     select s.claim_id, s.claim, s.document, s.publisher, s.quote
-- first:     from (select claim_a_id as claim_id from found union select claim_b_id from found) as n
-- first:     join statements as s on s.claim_id = n.claim_id
-- first: )
select
    x.slot, x.class, x.rule, x.subject as event,
    x.value_a, a.document as document_a, a.publisher as source_a,
    case when x.slot = 'name' and replace(coalesce(a.quote, ''), x.value_a, '') = coalesce(a.quote, '') then x.value_a else a.quote end as quote_a, -- an account has the name right
    x.value_b, b.document as document_b, b.publisher as source_b, b.quote as quote_b,
    a.claim as claim_a, b.claim as claim_b
from found as x
cross join statements as a -- first, spread: cross join told as a
cross join statements as b -- first, spread: cross join told as b
where a.claim_id = x.claim_a_id and b.claim_id = x.claim_b_id
-- order by x.subject, x.class_order, x.slot, x.claim_a_id, x.claim_b_id, x.value_a, x.value_b, x.rule
