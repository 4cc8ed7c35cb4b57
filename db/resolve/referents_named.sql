-- Whom or what a name, slug or key, folded, means: all that carry the name, a name that no entity is known by among them; an exact slug or key means one.
select r.id, r.name, r.entity_key, r.kind
from known_names as n join referents as r on r.id = n.referent_id
where n.folded = :folded
    and (n.precedence = 0 or not exists (select 1 from known_names as b where b.folded = n.folded and b.precedence = 0))
group by r.id, r.name, r.entity_key, r.kind
order by min(n.precedence), r.name, r.entity_key nulls last
