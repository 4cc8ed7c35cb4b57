-- Every event by its handle, key and name.
select coalesce(e.slug, e.key), e.key, e.name
from events as e
order by e.id
