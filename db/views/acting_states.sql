-- The states that act in a claim through their people and bodies, once for each: what Japan's minister agreed, Japan is found by.
create view acting_states as
select p.claim_id, k.canonical_id as referent_id
from participants as p
join entities as n on n.id = p.referent_id
join entities as s on s.kind = 'state' and s.country = n.country
join canonical as k on k.entity_id = s.id
where p.is_party = 1 and n.kind in ('person', 'organisation');
