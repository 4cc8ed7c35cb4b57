-- The names of the referents in sought, entities first.
select r.name
from sought as t cross join referents as r
where r.id = t.id
order by r.entity_key nulls last, r.name
