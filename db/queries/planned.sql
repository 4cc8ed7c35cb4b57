-- What is intended, proposed, scheduled, expected, agreed or pending, when is it due, and what came of it?
-- One row for each promise and each sort of outcome told of it, with the first claim that tells it; soonest due first, those without a due date last. A date after the document's own is the due date.
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY) on which it was made or is due, inclusive
-- :until   last day on which it was made or is due, inclusive
-- :as_of   a day: only what was promised by then and had no outcome by then; standing says which were past due. Empty: all
with asked as (
    select
        case when :party = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:party) order by n.precedence, n.referent_id limit 1
        ) end as party_id,
        case when :as_of = '' then '9999' else :as_of || '-99' end as as_of,
        case when :until = '' then '9999' else :until || '-99' end as until
),
promises as (
    select
        p.claim_id, p.day as made, p.phase, d.due_from, d.due_to, (select as_of from asked) as as_of, (select until from asked) as until
    from participation as p
    join promise_dues as d on d.claim_id = p.claim_id
    where p.referent_id = (select party_id from asked)
        and p.phase in ('intended', 'proposed', 'scheduled', 'expected', 'agreed', 'pending')
        and p.polarity = '+'
        and p.is_party = 1
),
told as (
    select m.claim_id, o.outcome_phase, min(o.outcome_id) as outcome_id
    from promises as m join outcomes as o on o.promise_id = m.claim_id
    group by m.claim_id, o.outcome_phase
)
select
    m.due_from,
    m.due_to,
    case
        when :as_of = '' then null
        when m.due_to < :as_of then 'past due'
        when m.due_from is null and m.due_to is null then 'no due date'
        else 'not yet due'
    end as standing,
    s.parties,
    s.summary,
    s.phase,
    s.certainty,
    o.outcome_phase as outcome,
    c.summary as outcome_summary,
    c.key as outcome_claim,
    s.event,
    s.document,
    s.quote,
    s.claim
from promises as m
join statements as s on s.claim_id = m.claim_id
left join told as o on o.claim_id = m.claim_id
left join claims as c on c.id = o.outcome_id
where (:as_of = '' or not exists (
        select 1 from outcomes as x
        where x.promise_id = m.claim_id and coalesce(x.outcome_earliest, '') <= m.as_of
    ))
    and (:as_of = '' or coalesce(s.published_on, m.made) <= m.as_of)
    and (
        coalesce(s.date_latest, s.date_earliest, '') >= :since and m.made <= m.until and (m.made <> '' or :since || :until = '')
        or coalesce(m.due_to, m.due_from) >= :since and coalesce(m.due_from, m.due_to) <= m.until
    )
order by m.due_to is null, m.due_to, m.due_from, m.claim_id, o.outcome_id
