-- The relations of topics as records.
select e.key as entity, r.relation_type as "type", o.key as other, r.related_at, r.withdrawn_at
from relations as r join entities as e on e.id = r.entity_id join entities as o on o.id = r.other_id
order by e.key, r.relation_type, o.key, r.related_at, r.withdrawn_at nulls last
