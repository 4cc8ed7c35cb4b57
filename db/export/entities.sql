-- The entities as records, without their aliases.
select e.id as of_id, e.key, e.slug, e.name, e.kind, e.country, e.wikidata
from entities as e
-- only: where e.id in (select cast(value as integer) from json_each(:only))
order by e.key
