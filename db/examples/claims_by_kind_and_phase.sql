-- What is claimed, and how far has it come?
select kind, phase, count(*) as claims
from held_claims
group by kind, phase
order by claims desc, kind, phase
