-- The entities that stand for states, by country.
select e.country, k.canonical_id
from entities as e join canonical as k on k.entity_id = e.id
where e.kind = 'state' and e.country is not null
