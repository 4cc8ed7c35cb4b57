-- The arguments of every claim with whom they mean: name is canonical where an entity is known, as written where not.
create view participants as
select
    a.claim_id,
    a.seq,
    a.role,
    o.is_party,
    coalesce(r.id, b.id) as referent_id,
    coalesce(r.name, b.name, a.mention) as name,
    r.kind as referent_kind,
    r.entity_key,
    a.mention
from arguments as a
join roles as o on o.name = a.role
left join canonical as k on k.entity_id = a.entity_id
left join referents as r on r.id = k.canonical_id
left join referents as b on b.name_key = a.name_key;
