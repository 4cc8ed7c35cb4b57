-- Which entities are known, and by which names?
-- One row for each name; an entity that was merged into another gives its names to that one. handle: its slug, else its key.
select
    coalesce(e.slug, e.key) as handle,
    e.name as canonical,
    e.kind as kind,
    e.country as country,
    a.name as name
from canonical as k
join entities as e on e.id = k.canonical_id
left join aliases as a on a.entity_id = k.entity_id
order by e.id, a.id
