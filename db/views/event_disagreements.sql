-- Where claims on one event disagree, in pairs: two values of a slot that cannot, or need not, both be right; within one document too.
-- class: contradiction; precision (one is vaguer, or earlier news, or another form); time zone (a day apart, by two clocks); tension (both may be right,
-- and yet one speaks against the other). rule says by what the pair was found and classed.
create view event_disagreements as
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from fact_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from party_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from order_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from name_disagreements;
