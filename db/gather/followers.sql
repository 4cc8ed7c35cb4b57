-- The other held claims that may speak of a happening, of the documents and days in sought_days, with their place in the text; offices and terms have a time of their own.
select
    c.id, c.key, c.document_id, c.kind, c.phase, c.polarity, c.date_earliest, c.date_latest, c.quantity,
    case when w.who <> 'gather' then w.event_id else c.event_id end,
    case when w.id is null and exists (select 1 from placements as b where b.claim_id = c.id and b.who = 'gather') then 1 else 0 end,
    coalesce(c.date_basis, ''),
    coalesce((select v.span_start from evidence as v where v.claim_id = c.id order by v.seq limit 1), 0)
from (select distinct document_id from sought_days) as t -- spread: from sought_days as t
cross join held_claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where c.document_id = t.document_id
    and c.kind not in ('hold_office', 'provide', 'sign', 'visit', 'establish', 'join', 'elect')
    and coalesce(c.date_basis, '') <> 'published'
    and exists (select 1 from sought_days as s where s.document_id = c.document_id and s.days = coalesce(c.date_earliest || '/' || c.date_latest, c.date_earliest, c.date_latest, '')) -- spread: and t.days = coalesce(c.date_earliest || '/' || c.date_latest, c.date_earliest, c.date_latest, '')
