-- The aliases by entity; the canonical name goes without saying.
select e.key as entity, a.name, a.language, a.kind
from aliases as a join entities as e on e.id = a.entity_id
where a.name <> e.name
order by e.key, a.name
