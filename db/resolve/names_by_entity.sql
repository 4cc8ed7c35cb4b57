-- Every folded name of every entity that stands for itself or others.
select e.id, e.key, e.name, e.kind, a.folded
from canonical as k
join entities as e on e.id = k.canonical_id
join aliases as a on a.entity_id = k.entity_id
where a.folded <> '' and a.kind <> 'garbled'
order by e.id, a.folded
