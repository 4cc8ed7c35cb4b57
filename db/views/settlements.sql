-- The held claims that something was agreed (outcome 'agreed'), or that it failed, was called off or is not so ('failed').
create view settlements as
select
    c.id as claim_id,
    case when c.phase = 'agreed' and c.polarity = '+' then 'agreed' else 'failed' end as outcome,
    c.date_earliest, c.date_latest
from held_claims as c
where c.phase in ('agreed', 'failed', 'cancelled') or c.polarity = '-' and c.phase in ('occurred', 'ongoing', 'implemented');
