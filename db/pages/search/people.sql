-- Who takes part in most of these claims (:numbers, a JSON list)?
select r.name, count(distinct a.claim_id) as claims
from arguments as a
join canonical as k on k.entity_id = a.entity_id
join referents as r on r.id = k.canonical_id
where a.claim_id in (select value from json_each(:numbers)) and r.kind in ('person', 'organisation', 'state')
group by r.id, r.name
order by claims desc, r.name
limit 15;
