-- What those of the claims in sought told that tell of a happening, held no longer or not: with the event that their record, or a person, names.
select
    c.id, c.key, c.document_id, c.kind, c.phase, c.polarity,
    case when c.date_basis = 'published' then null else c.date_earliest end,
    case when c.date_basis = 'published' then null else c.date_latest end,
    c.quantity,
    case when w.who <> 'gather' then w.event_id else c.event_id end
from sought as t
cross join claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where c.id = t.id
    and (
        c.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank')
            and c.phase in ('occurred', 'scheduled', 'expected', 'ongoing', 'implemented', 'pending', 'cancelled', 'failed')
        or c.kind in ('discuss', 'cooperate', 'state')
            and c.phase in ('discussed', 'agreed', 'occurred')
            and exists (select 1 from arguments as a where a.claim_id = c.id and a.role = 'framework')
    )
