-- The entities as records, without their aliases.
select e.key, e.slug, e.name, e.kind, e.country, e.wikidata
from entities as e
order by e.key
