-- The states that act in a claim through their people and bodies, once for each: what Japan's minister agreed, Japan is found by.
create view acting_states as
select p.claim_id, s.state_id as referent_id
from participants as p
join states as s on s.referent_id = p.referent_id
where p.is_party = 1 and p.referent_kind in ('person', 'organisation');
