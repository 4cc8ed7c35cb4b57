-- The series, as merged, of the events in sought.
select k.canonical_id
from sought as t
cross join events as e
join canonical as k on k.entity_id = e.series_id
where e.id = t.id
