-- The other events of the series, in order.
select coalesce(e.slug, e.key) as event_key, e.name, e.ordinal
from events as e
where e.series_id = (select series_id from events where id = :event_id)
order by e.ordinal nulls last, e.name;
