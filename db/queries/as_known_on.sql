-- What did this database hold on a day, rightly or wrongly?
-- One row for each claim that had been recorded by the end of that day (UTC) and was then neither superseded, withdrawn nor rejected; newest event first.
-- :day     YYYY-MM-DD, or an instant YYYY-MM-DDTHH:MM:SS.mmmZ; empty: now
-- :entity  who or what takes part, by any known name in any script, a slug or a key; empty: everything
-- :until   last day of the world, inclusive: leaves out what is dated later; empty: any
with asked as (
    select
        case when :entity = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:entity)) end as entity_id,
        case when :day = '' then '9999' else :day || 'T99' end as instant
),
taking_part as ( -- by name; in claims held today, and in those held no longer
    select n.day, n.claim_id
    from (
        select p.day, p.claim_id
        from participation as p
        where p.referent_id = (select entity_id from asked) and p.is_named = 1
        order by p.day desc, p.claim_id desc -- in each part, else PostgreSQL sorts all of them before the first
    ) as n
    union all
    select n.day, n.claim_id
    from (
        select p.day, p.claim_id
        from past_participation as p
        where p.referent_id = (select entity_id from asked)
        order by p.day desc, p.claim_id desc
    ) as n
),
known as (
    select t.day, t.claim_id
    from taking_part as t
    where t.day <= case when :until = '' then '9999' else :until || '-99' end
        and (t.day <> '' or :until = '')
        and not exists (
            select 1
            from claims as c
            where c.id = t.claim_id
                and (c.recorded_at > (select instant from asked) or c.retracted_at <= (select instant from asked))
        )
        and not exists (
            select 1
            from reviews as r
            where r.claim_id = t.claim_id
                and r.verdict = 'rejected'
                and r.reviewed_at <= (select instant from asked)
                and not exists (
                    select 1 from reviews as later
                    where later.claim_id = r.claim_id and later.id > r.id and later.reviewed_at <= (select instant from asked)
                )
        )
    order by t.day desc, t.claim_id desc
    limit 9223372036854775807 -- first: limit :first
)
select
    c.date_edtf as date, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary, c.asserter, c.recorded_at, c.retracted_at, c.retraction,
    coalesce(d.slug, d.key) as document, c.key as claim
from known as t
cross join claims as c
cross join documents as d
where c.id = t.claim_id
    and d.id = c.document_id
-- order by t.day desc, t.claim_id desc
