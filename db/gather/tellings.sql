-- Held claims that tell of a happening, of the documents and days in sought_days: with the event that their record, or a person, names, and whether a rule's placement of them was taken back.
with told as materialized ( -- most of a document is of other days, and need not be looked up
    select c.id
    from (select distinct document_id from sought_days) as t -- spread: from sought_days as t
    cross join claims as c
    where c.document_id = t.document_id
        and c.retracted_at is null
        and (
            c.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank')
                and c.phase in ('occurred', 'scheduled', 'expected', 'ongoing', 'implemented', 'pending', 'cancelled', 'failed')
            or c.kind in ('discuss', 'cooperate', 'state') and c.phase in ('discussed', 'agreed', 'occurred') and c.date_earliest is not null
        )
        and exists (select 1 from sought_days as s where s.document_id = c.document_id and s.days in ('any', case when c.date_basis = 'published' then '' else coalesce(c.date_earliest || '/' || c.date_latest, '') end)) -- spread: and t.days in ('any', case when c.date_basis = 'published' then '' else coalesce(c.date_earliest || '/' || c.date_latest, '') end)
)
select
    c.id, c.key, c.document_id, c.kind, c.phase, c.polarity,
    case when c.date_basis = 'published' then null else c.date_earliest end,
    case when c.date_basis = 'published' then null else c.date_latest end,
    c.quantity,
    case when w.who <> 'gather' then w.event_id else c.event_id end,
    case when w.id is null and exists (select 1 from placements as b where b.claim_id = c.id and b.who = 'gather') then 1 else 0 end
from told as t
cross join held_claims as c
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
where c.id = t.id
    and (
        c.kind not in ('discuss', 'cooperate', 'state')
        or exists ( -- of a meeting by its name
            select 1
            from arguments as a
            left join canonical as k on k.entity_id = a.entity_id
            left join mentions as m on m.name_key = a.name_key
            join entities as e on e.id = coalesce(k.canonical_id, m.referent_id) and e.kind = 'series'
            where a.claim_id = c.id and a.role = 'framework'
        )
    )
