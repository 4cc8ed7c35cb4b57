-- Who takes part in the claims of meetings, and in which framework.
select c.key, case when p.role = 'framework' then 'framework' else 'participant' end, p.referent_id, p.name
from held_claims as c
join participants as p on p.claim_id = c.id and p.role in ('participant', 'signatory', 'host', 'framework')
where c.kind in ('meet', 'sign', 'visit', 'establish') and p.referent_id is not null
order by c.id, p.seq
