-- The document and the days of each claim in sought, as tellings have them, and the event that its record, or a person, names:
-- where the claim may tell of it what others are compared with, or its naming it makes one known that gathering made.
select
    c.document_id,
    case when c.date_basis = 'published' then null else c.date_earliest end,
    case when c.date_basis = 'published' then null else c.date_latest end,
    e.id
from sought as t
cross join claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
left join events as e
    on e.id = case when w.who <> 'gather' then w.event_id else c.event_id end
    and (
        e.made_by is not null
        or c.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank')
        or c.kind in ('discuss', 'cooperate', 'state') and exists (select 1 from arguments as a where a.claim_id = c.id and a.role = 'framework')
    )
where c.id = t.id
