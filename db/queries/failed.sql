-- What failed, was called off or put off, ended, was left, refused, not reached or not found, or is unlikely?
-- One row for each claim of it, newest first; parties are canonical names. outcome: failed, voted down, called off, put off, ended, left (withdrawn from), refused (not agreed,
-- not meant), not reached yet (put forward and still undecided), unlikely (not expected), or not so (denied, absent, not found).
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :topic   what it is about, likewise: a topic (with its narrower topics and synonyms), framework, instrument, material or place
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select
        case when :party = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:party)) end as party_id,
        case when :topic = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:topic)) end as topic_id
)
select
    s.date_edtf as date,
    case
        when s.phase = 'failed' and s.kind = 'vote' then 'voted down'
        when s.phase = 'failed' then 'failed'
        when s.phase = 'cancelled' then 'called off'
        when s.polarity = '-' and s.phase in ('expected', 'scheduled') then 'unlikely'
        when s.polarity = '-' and s.phase in ('agreed', 'proposed', 'intended') then 'refused'
        when s.phase = 'pending' then 'not reached yet'
        when s.polarity = '+' and s.kind = 'postpone' then 'put off'
        when s.polarity = '+' and s.kind = 'terminate' then 'ended'
        when s.polarity = '+' and s.kind = 'withdraw' then 'left'
        else 'not so'
    end as outcome,
    s.parties, s.summary, s.certainty, s.asserter, s.event, s.document, s.quote, s.claim
from (
    select x.claim_id, x.day
    from settled as x
    where x.outcome = 'failed'
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
    order by x.day desc, x.claim_id desc
    limit 9223372036854775807 -- first: limit :first
) as x
cross join statements as s
where s.claim_id = x.claim_id
-- order by x.day desc, x.claim_id desc
