-- What did this database hold on a day, rightly or wrongly?
-- One row for each claim that had been recorded by the end of that day (UTC) and was then neither superseded, withdrawn nor rejected; newest event first.
-- :day     YYYY-MM-DD, or an instant YYYY-MM-DDTHH:MM:SS.mmmZ; empty: now
-- :entity  who or what takes part, by any known name in any script, a slug or a key; empty: everything
-- :until   last day of the world, inclusive: leaves out what is dated later; empty: any
with asked as (
    select
        case when :entity = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:entity) order by n.precedence, n.referent_id limit 1
        ) end as entity_id,
        case when :day = '' then '9999' else :day || 'T99' end as instant
),
taking_part as ( -- whether held today or not, which the table participation would not tell
    select a.claim_id
    from canonical as k join arguments as a on a.entity_id = k.entity_id
    where k.canonical_id = (select entity_id from asked)
    union
    select a.claim_id
    from mentions as m join arguments as a on a.name_key = m.name_key
    where m.referent_id = (select entity_id from asked) or (m.referent_id is null and m.id = -(select entity_id from asked))
    union all
    select id from claims where :entity = ''
)
select
    c.date_edtf as date, c.kind, c.phase, c.summary, c.recorded_at, c.retracted_at, c.retraction,
    coalesce(d.slug, d.key) as document, c.key as claim
from taking_part as t
cross join asked
join claims as c on c.id = t.claim_id and c.recorded_at <= asked.instant and (c.retracted_at is null or c.retracted_at > asked.instant)
join documents as d on d.id = c.document_id
where not exists (
        select 1
        from reviews as r
        where r.claim_id = c.id
            and r.verdict = 'rejected'
            and r.reviewed_at <= asked.instant
            and not exists (
                select 1 from reviews as later
                where later.claim_id = c.id and later.id > r.id and later.reviewed_at <= asked.instant
            )
    )
    and (:until = '' or c.date_earliest <= :until || '-99')
order by coalesce(c.date_earliest, '') desc, c.id desc
