-- The broader topics that a claim is about through what it names: what is said of AI safety is found under AI (table relations).
create view broader_topics as
select p.claim_id, b.broader_id as referent_id
from participants as p
join broader as b on b.referent_id = p.referent_id
where p.is_party = 0 and exists (select 1 from broader);
