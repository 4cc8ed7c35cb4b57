-- How many rows each derived table holds, and how many the tables of facts tell.
select 'participation', (select count(*) from participation where referent_id = 0), (select count(*) from held_claims)
union all
select 'event_facts', (select count(*) from event_facts), (
    select count(*) from (select distinct event_id, slot, fact, document_id, claim_id from told_facts) as f
)
union all
select 'canonical', (select count(*) from canonical), (select count(*) from entities)
union all
select 'referents', (select count(*) from referents where id > 0), (select count(distinct canonical_id) from canonical)
