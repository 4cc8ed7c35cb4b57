-- Events of the series in sought, or of one that was merged with it.
select e.id
from sought as t
cross join canonical as k
cross join events as e
where k.canonical_id = t.id and e.series_id = k.entity_id
