-- Claims of a happening in the series, or on the instruments, in sought.
select p.claim_id
from sought as t
cross join participation as p
where p.referent_id = t.id and p.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank', 'discuss', 'cooperate', 'state')
