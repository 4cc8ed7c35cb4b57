-- The aliases by entity; the canonical name goes without saying.
select a.entity_id as of_id, e.key as entity, a.name, a.language, a.kind
from aliases as a join entities as e on e.id = a.entity_id
where a.name <> e.name
-- only: and a.entity_id in (select cast(value as integer) from json_each(:only))
order by e.key, a.name
