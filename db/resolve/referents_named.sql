-- Whom a query takes a name, folded, for, and whom else it is known for; of each the claims in which it takes part, with their first and last day.
select
    r.name, coalesce(r.entity_key, 'a name that no entity is known by'), r.kind,
    (select count(*) from participation as p where p.referent_id = r.id) as claims,
    (select min(p.day) from participation as p where p.referent_id = r.id and p.day <> '') as first_day,
    (select max(p.day_latest) from participation as p where p.referent_id = r.id) as last_day
from known_names as n join referents as r on r.id = n.referent_id
where n.folded = :folded
group by r.id, r.name, r.entity_key, r.kind
order by min(n.precedence), r.id
