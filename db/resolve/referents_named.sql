-- Whom a query takes a name for, and whom else the name is known for.
select r.name, coalesce(r.entity_key, 'a name that no entity is known by')
from known_names as n join referents as r on r.id = n.referent_id
where n.folded = name_key(:name)
group by r.id, r.name, r.entity_key
order by min(n.precedence), r.id
