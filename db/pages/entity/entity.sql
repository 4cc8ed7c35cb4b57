-- One entity by its key or slug, and the one that stands for it where it was merged.
select
    e.id, e.key, e.slug, e.name, e.kind, e.country, e.wikidata, x.id as canonical_id, x.key as canonical_key, x.name as canonical_name
from entities as e
join canonical as k on k.entity_id = e.id
join entities as x on x.id = k.canonical_id
where e.id in (select id from entities where key = :key union all select id from entities where slug = :key);
