-- What happened, was said or is to come, in order of time?
-- One row for each claim, newest first.
-- :entity  who or what takes part, or is spoken of, by any known name in any script, a slug or a key; empty: everything
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select case when :entity = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:entity)) end as entity_id
)
select s.date_edtf as date, s.kind, s.phase, s.polarity, s.certainty, s.speech_act, s.summary, s.asserter, s.event, s.document, s.quote, s.claim
from (
    select p.claim_id, p.day
    from participation as p
    where p.referent_id = (select entity_id from asked)
        and p.day_latest >= :since
        and p.day >= coalesce((
            select min(case when b.day < substr(:since, 1, 4) then b.day end)
            from beginnings as b
            where b.referent_id = (select entity_id from asked) and b.day_latest >= :since
        ), substr(:since, 1, 4))
        and p.day <= case when :until = '' then '9999' else :until || '-99' end
        and (p.day <> '' or :until = '')
    order by p.day desc, p.claim_id desc
    limit 9223372036854775807 -- first: limit :first
) as x
cross join statements as s
where s.claim_id = x.claim_id
-- order by x.day desc, x.claim_id desc
