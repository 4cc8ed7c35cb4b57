-- The event of this handle, key or name, by its handle, key and name; of '' every event.
select coalesce(e.slug, e.key) as handle, e.key, e.name
from events as e
where e.id in (
    select a.id from events as a where a.slug = :handle
    union all
    select a.id from events as a where a.key = :handle
    union all
    select a.id from events as a where a.name = :handle
    union all
    select a.id from events as a where :handle = ''
)
order by e.id
