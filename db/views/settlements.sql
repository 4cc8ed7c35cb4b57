-- The held claims of what was agreed (outcome 'agreed': also what was signed, ratified or joined), of what failed, was called off, was put off, ended or left,
-- was not reached or refused, is unlikely or is not so ('failed'), and of what is expected or set, or is not ('expected'). What is unlikely stands under the last two.
create view settlements as
select c.id as claim_id, cast('agreed' as text) as outcome, c.date_earliest, c.date_latest
from held_claims as c
where c.polarity = '+' and (c.phase = 'agreed' or c.kind in ('sign', 'ratify', 'join') and c.phase in ('occurred', 'implemented'))
union all
select c.id, cast('failed' as text), c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('failed', 'cancelled', 'pending') or c.polarity = '-' or c.kind in ('postpone', 'terminate', 'withdraw') and c.phase in ('occurred', 'implemented')
union all
select c.id, cast('expected' as text), c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('expected', 'scheduled');
