-- Entities that a search finds by any of their names.
select distinct r.name, r.kind, r.entity_key
from canonical as k join referents as r on r.id = k.canonical_id
where k.entity_id in (select rowid from entities_search where entities_search match entities_search_words(:words) limit 200)
order by r.kind, r.name
limit 20;
