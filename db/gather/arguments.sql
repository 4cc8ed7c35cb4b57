-- Whom and what the claims in sought name, in the roles that tell a happening from another.
select a.claim_id, a.role, coalesce(k.canonical_id, m.referent_id, -m.id), e.kind, e.country
from sought as t
cross join arguments as a
left join canonical as k on k.entity_id = a.entity_id
left join mentions as m on m.name_key = a.name_key
left join entities as e on e.id = coalesce(k.canonical_id, m.referent_id)
where a.claim_id = t.id
    and a.role in ('participant', 'signatory', 'host', 'agent', 'partner', 'witness', 'place', 'framework', 'instrument')
order by t.id, a.seq
