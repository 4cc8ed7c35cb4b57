-- The held claims that something was agreed or ratified (outcome 'agreed'), or that it failed, was called off, ended,
-- put off or left, or is not so ('failed').
create view settlements as
select
    c.id as claim_id,
    case when c.polarity = '+' and (c.phase = 'agreed' or c.kind = 'ratify' and c.phase = 'occurred') then 'agreed' else 'failed' end as outcome,
    c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('agreed', 'failed', 'cancelled') or c.polarity = '-' and c.phase in ('occurred', 'ongoing', 'implemented')
    or c.polarity = '+' and c.phase = 'occurred' and c.kind in ('postpone', 'ratify', 'terminate', 'withdraw');
