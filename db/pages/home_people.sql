-- Who appears in most claims?
select r.entity_key, r.name, count(*) as claims
from referents as r join participation as p on p.referent_id = r.id
where r.kind = 'person'
group by r.id, r.entity_key, r.name
order by claims desc, r.name
limit 8;
