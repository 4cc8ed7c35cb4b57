-- The relations of topics as records.
select r.entity_id as of_id, e.key as entity, r.relation_type as "type", o.key as other, r.related_at, r.withdrawn_at
from relations as r join entities as e on e.id = r.entity_id join entities as o on o.id = r.other_id
-- only: where r.entity_id in (select cast(value as integer) from json_each(:only))
order by e.key, r.relation_type, o.key, r.related_at, r.withdrawn_at nulls last
