-- Whom does a name, in any script, most likely mean? Bare names (id below 0) answer for themselves.
select r.id, r.name, r.kind, r.entity_key
from known_names as n join referents as r on r.id = n.referent_id
where n.folded = name_key(:name)
order by n.precedence, r.name, r.id
limit 20;
