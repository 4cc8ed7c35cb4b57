-- The events as records.
select e.key, e.slug, e.name, e.kind, coalesce(n.slug, n.key) as series, e.ordinal, e.made_by
from events as e left join entities as n on n.id = e.series_id
order by e.key
