-- What is expected or set to come, and what is not?
-- One row for each claim that something will or may come, or will not, latest date first, those without a date last. likelihood: set (by those who decide),
-- expected, likely, possible or open, or unlikely (not expected), each by the one who says it.
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :topic   what it is about, likewise: a topic (with its narrower topics and synonyms), framework, instrument, material or place
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
-- :likelihood  set, expected, likely, possible, open or unlikely; empty: any
with asked as (
    select
        case when :party = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:party)) end as party_id,
        case when :topic = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:topic)) end as topic_id
)
,
forecasts as (
    select
        x.claim_id, x.day,
        case
            when c.polarity = '-' then 'unlikely'
            when c.phase = 'scheduled' then 'set'
            when c.certainty = 'CT' then 'expected'
            when c.certainty = 'PR' then 'likely'
            when c.certainty = 'PS' then 'possible'
            else 'open'
        end as likelihood
    from settled as x
    join claims as c on c.id = x.claim_id
    where x.outcome = 'expected'
        and x.party_id = (select party_id from asked)
        and x.topic_id = (select topic_id from asked)
        and x.day_latest >= :since
        and x.day >= coalesce((
            select min(case when b.day < substr(:since, 1, 4) then b.day end)
            from beginnings as b
            where b.referent_id = (select case when party_id = 0 then topic_id else party_id end from asked)
                and b.day_latest >= :since
        ), substr(:since, 1, 4))
        and x.day <= case when :until = '' then '9999' else :until || '-99' end
        and (x.day <> '' or :until = '')
)
select d.due_from, d.due_to, f.likelihood, s.parties, s.summary, s.asserter, s.event, s.document, s.quote, s.claim
from (
    select x.claim_id, x.day, x.likelihood
    from forecasts as x
    where x.likelihood = :likelihood or :likelihood = ''
    order by x.day desc, x.claim_id desc
    limit 9223372036854775807 -- first: limit :first
) as f
cross join statements as s
cross join promise_dues as d
where s.claim_id = f.claim_id
    and d.claim_id = f.claim_id
-- order by f.day desc, f.claim_id desc
