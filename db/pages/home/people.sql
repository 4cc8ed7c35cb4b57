-- Who appears in most of the newest 5,000 claims, and in how many of all?
with newest as (
    select p.claim_id from participation as p where p.referent_id = 0 order by p.day desc, p.claim_id desc limit 5000
),
named as (
    select k.canonical_id, count(*) as recent
    from newest as n
    join arguments as a on a.claim_id = n.claim_id
    join canonical as k on k.entity_id = a.entity_id
    group by k.canonical_id
),
most as ( -- only theirs are counted
    select r.id, r.entity_key, r.name, m.recent
    from named as m join referents as r on r.id = m.canonical_id
    where r.kind = 'person'
    order by m.recent desc, r.name
    limit 8
)
select o.entity_key, o.name, (select count(*) from participation as p where p.referent_id = o.id) as claims
from most as o
order by o.recent desc, o.name;
