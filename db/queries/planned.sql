-- What is intended, proposed, scheduled, expected, agreed or pending, when is it due, and what came of it?
-- One row for each promise and each sort of outcome told of it, with the first claim that tells it; soonest due first, those without a due date last. A date after the document's own is the due date.
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY) on which it was made or is due, inclusive
-- :until   last day on which it was made or is due, inclusive
-- :as_of   a day: only what was promised by then and had no outcome by then; standing says which were past due. Empty: all
with asked as (
    select case when :party = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:party)) end as party_id
)
-- spread: , come as materialized (
-- spread:     select x.* from promises as m join outcomes as x on x.promise_id = m.claim_id where :as_of = '' and m.referent_id = (select party_id from asked)
-- spread: ), told as materialized (select id, phase, summary, key from claims where id in (select outcome_id from come)
-- spread: ), ended as materialized (select * from outcomes where :as_of <> '' and outcome_phase in ('occurred', 'implemented', 'failed', 'cancelled'))
select
    nullif(m.due_from, '') as due_from,
    nullif(m.due_to, '~') as due_to,
    case
        when :as_of = '' then null
        when m.due_to < :as_of then 'past due'
        when m.due_from = '' and m.due_to = '~' then 'no due date'
        else 'not yet due'
    end as standing,
    s.parties,
    s.summary,
    s.phase,
    s.certainty,
    s.asserter,
    o.phase as outcome,
    case when x.basis = 'link' then 'linked' else 'suggested: same ' || x.basis || ' and parties, a later day' end as outcome_basis,
    o.summary as outcome_summary,
    o.key as outcome_claim,
    s.event,
    s.document,
    s.quote,
    s.claim
from (
    select m.claim_id, m.due_to, m.due_from
    from promises as m
    where m.referent_id = (select party_id from asked)
        and (:as_of = '' or m.known_on <= :as_of || '-99') -- before the rest, as of an early day it passes over nearly all
        and m.due_to >= coalesce(( -- what was due before that day is passed over, but for what was told later than it was due
            select min(b.due_to)
            from promises as b
            where b.referent_id = (select party_id from asked) and b.due_to < b.day_latest and b.due_to < :since and b.day_latest >= :since
        ), :since)
        and (
            m.day_latest >= :since and m.day <= case when :until = '' then '9999' else :until || '-99' end and (m.day <> '' or :since || :until = '')
            or case when m.due_to = '~' then m.due_from else m.due_to end >= :since
            and case when m.due_from = '' then m.due_to else m.due_from end <= case when :until = '' then '9999' else :until || '-99' end
        )
        and (:as_of = '' or not exists (
            select 1 from outcomes as y -- spread: select 1 from ended as y
            where y.promise_id = m.claim_id
                and y.outcome_phase in ('occurred', 'implemented', 'failed', 'cancelled') -- what is still pending is open
                and coalesce(y.outcome_earliest, '') <= :as_of || '-99'
        ))
    order by m.due_to, m.due_from, m.claim_id
    limit 9223372036854775807 -- first: limit :first
) as m
cross join statements as s
left join outcomes as x on :as_of = '' and x.promise_id = m.claim_id -- spread: left join come as x on x.promise_id = m.claim_id
left join claims as o on o.id = x.outcome_id -- spread: left join told as o on o.id = x.outcome_id
where s.claim_id = m.claim_id
    and (x.outcome_id is null or x.outcome_id = (
        select min(y.outcome_id) -- not whether there is an earlier one: a scan would pair all that is told of one promise
        from outcomes as y -- spread: from come as y
        where y.promise_id = x.promise_id and y.outcome_phase = x.outcome_phase
    ))
-- order by m.due_to, m.due_from, m.claim_id, o.id nulls first
