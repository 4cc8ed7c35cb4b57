-- Entities with this slug, key or name, best match first, whatever they were merged with.
select e.id, e.key, e.name, 0 as precedence
from entities as e
where :name in (e.slug, e.key)
union all
select e.id, e.key, e.name, case min(case a.kind when 'garbled' then 2 else 1 end) when 1 then 1 else 2 end
from aliases as a join entities as e on e.id = a.entity_id
where a.folded = name_key(:name)
group by e.id, e.key, e.name
order by 4, 3, 2
