-- The document and the days of each claim in sought, as tellings have them, and the event that its record, or a person, names.
select
    c.document_id,
    case when c.date_basis = 'published' then null else c.date_earliest end,
    case when c.date_basis = 'published' then null else c.date_latest end,
    case when w.who <> 'gather' then w.event_id else c.event_id end
from sought as t
cross join claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where c.id = t.id
