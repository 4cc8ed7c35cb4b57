-- The held claims of what was agreed (outcome 'agreed': also what was signed or joined), of what failed, was called off, was not reached or refused, is
-- unlikely or is not so ('failed'), and of what is expected or set, or is not ('expected'). What is unlikely stands under the last two.
create view settlements as
select c.id as claim_id, cast('agreed' as text) as outcome, c.date_earliest, c.date_latest
from held_claims as c
where c.polarity = '+' and (c.phase = 'agreed' or c.kind in ('sign', 'join') and c.phase in ('occurred', 'implemented'))
union all
select c.id, cast('failed' as text), c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('failed', 'cancelled', 'pending') or c.polarity = '-'
union all
select c.id, cast('expected' as text), c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('expected', 'scheduled');
