-- Every name of an entity, after merges.
select distinct a.name, a.language, a.kind
from canonical as k join aliases as a on a.entity_id = k.entity_id
where k.canonical_id = :referent
order by a.kind, a.language nulls last, a.name;
