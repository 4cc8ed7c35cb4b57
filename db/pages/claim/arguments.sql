-- Who and what takes part in the claim, in which role.
select p.role, p.name, p.mention, p.entity_key, p.referent_kind, o.definition as role_definition
from participants as p join roles as o on o.name = p.role
where p.claim_id = :claim_id
order by p.seq;
