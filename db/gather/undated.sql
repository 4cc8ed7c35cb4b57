-- The documents in sought with held claims without a day that may speak of a happening which they tell of nearby.
select distinct c.document_id
from sought as t
cross join held_claims as c
where c.document_id = t.id
    and c.date_earliest is null
    and c.date_latest is null
    and c.event_id is null
    and c.phase in ('discussed', 'agreed', 'occurred', 'intended')
    and c.kind not in ('hold_office', 'provide', 'meet', 'sign', 'visit', 'establish', 'join', 'elect')
