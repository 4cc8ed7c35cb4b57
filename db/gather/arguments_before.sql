-- Whom and what the claims in sought named before names were worked out anew, in the roles that tell a happening from another.
select a.claim_id, a.role, coalesce(k.canonical_id, m.referent_id), e.kind, e.country
from sought as t
cross join arguments as a
left join canonical_before as k on k.entity_id = a.entity_id
left join names_before as m on m.name_key = a.name_key
left join entities as e on e.id = coalesce(k.canonical_id, m.referent_id)
where a.claim_id = t.id
    and a.role in ('participant', 'signatory', 'host', 'agent', 'partner', 'witness', 'place', 'framework', 'instrument')
order by t.id, a.seq
