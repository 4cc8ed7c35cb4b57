-- The arguments of every claim with whom they mean: name is canonical where an entity is known, as written where not.
-- referent_id is above 0 for an entity (after merges), below 0 for a bare name.
create view participants as
select
    a.claim_id,
    a.seq,
    a.role,
    o.is_party,
    coalesce(k.canonical_id, m.referent_id, -m.id) as referent_id,
    coalesce(r.name, a.mention) as name,
    r.kind as referent_kind,
    r.entity_key,
    a.mention
from arguments as a
join roles as o on o.name = a.role
left join canonical as k on k.entity_id = a.entity_id
left join mentions as m on m.name_key = a.name_key
left join referents as r on r.id = coalesce(k.canonical_id, m.referent_id, -m.id);
