-- What was agreed, promised, committed to or signed, by whom?
-- One row for each claim that parties agreed on something, or signed, ratified or joined it, newest first; parties are canonical names. form: agreed, signed, ratified or joined.
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :topic   what it is about, likewise: a topic (with its narrower topics and synonyms), framework, instrument, material or place
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
-- :event   an event at or on which it was, by slug, key or name; empty: any
with asked as (
    select
        case when :party = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:party)) end as party_id,
        case when :topic = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:topic)) end as topic_id
)
select
    s.date_edtf as date,
    case when s.phase = 'agreed' then 'agreed' when s.kind = 'sign' then 'signed' when s.kind = 'ratify' then 'ratified' else 'joined' end as form,
    s.parties, s.summary, s.certainty, s.asserter, s.event, s.place, s.document, s.quote, s.claim
from (
    select x.claim_id, x.day
    from settled as x
    where x.outcome = 'agreed'
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
        and (:event = '' or x.claim_id in (
            select m.claim_id
            from events as e
            join event_mentions as m on m.event_id = e.id
            join placed as p on p.claim_id = m.claim_id and p.event_id = e.id
            where e.slug = :event or e.key = :event or e.name = :event
        ))
    order by x.day desc, x.claim_id desc
    limit 9223372036854775807 -- first: limit :first
) as x
cross join statements as s
where s.claim_id = x.claim_id
-- order by x.day desc, x.claim_id desc
