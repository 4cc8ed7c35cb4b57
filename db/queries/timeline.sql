-- What happened, was said or is to come, in order of time?
-- One row for each claim, newest first.
-- :entity  who or what takes part, or is spoken of, by any known name in any script, a slug or a key; empty: everything
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select case when :entity = '' then 0 else (
        select n.referent_id from known_names as n where n.folded = name_key(:entity) order by n.precedence, n.referent_id limit 1
    ) end as entity_id
),
begun as ( -- the first day on which what reaches :since can begin: in the same year, or with what lasts beyond the end of a year
    select min(b.day) as first_day
    from (
        select substr(:since, 1, 4) as day
        union all
        select p.day
        from participation as p
        where p.referent_id = (select entity_id from asked) and substr(p.day, 1, 4) <> substr(p.day_latest, 1, 4) and p.day_latest >= :since
    ) as b
)
select s.date_edtf as date, s.kind, s.phase, s.polarity, s.certainty, s.summary, s.event, s.document, s.quote, s.claim
from participation as p
join statements as s on s.claim_id = p.claim_id
where p.referent_id = (select entity_id from asked)
    and p.day_latest >= :since
    and p.day >= (select first_day from begun)
    and p.day <= case when :until = '' then '9999' else :until || '-99' end
    and (p.day <> '' or :until = '')
order by p.day desc, p.claim_id desc
