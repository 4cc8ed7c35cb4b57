-- How many rows each derived table holds, and how many the tables of facts tell.
select 'participation', (select count(*) from participation where referent_id = 0), (select count(*) from held_claims)
union all
select 'past_participation', (select count(*) from past_participation where referent_id = 0),
    (select count(*) from claims) - (select count(*) from held_claims)
union all
select 'promises', (select count(*) from promises where referent_id = 0), (
    select count(*) from promise_dues as d join held_claims as c on c.id = d.claim_id where c.polarity = '+'
)
union all
select 'settled', (select count(*) from settled where party_id = 0 and topic_id = 0), (select count(*) from settlements)
union all
select 'event_facts', (select count(*) from event_facts), (
    select count(*) from (select distinct event_id, slot, fact, document_id, claim_id from told_facts) as f
)
union all
select 'canonical', (select count(*) from canonical), (select count(*) from entities)
union all
select 'referents', (select count(*) from referents where id > 0), (select count(distinct canonical_id) from canonical)
