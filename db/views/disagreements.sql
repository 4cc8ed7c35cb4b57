-- Where claims disagree, in pairs: two values of a slot of one event (view event_disagreements), person, framework or instrument that cannot, or need not,
-- both be right. class: contradiction; precision (one is vaguer, or earlier news, or another form); time zone (a day apart, by two clocks); tension
-- (both may be right, and yet one speaks against the other). rule says by what the pair was found and classed.
create view disagreements as
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from event_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from judged_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from office_disagreements
union all
select slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from provision_disagreements;
