-- The events as records.
select e.id as of_id, e.key, e.slug, e.name, e.kind, coalesce(n.slug, n.key) as series, e.ordinal, e.made_by
from events as e left join entities as n on n.id = e.series_id
-- only: where e.id in (select cast(value as integer) from json_each(:only))
order by e.key
