-- One event by its key or slug, with its series.
select e.id, e.key, e.slug, e.name, e.kind, e.ordinal, x.name as series, x.key as series_key
from events as e left join entities as x on x.id = e.series_id
where e.id in (select id from events where key = :key union all select id from events where slug = :key);
