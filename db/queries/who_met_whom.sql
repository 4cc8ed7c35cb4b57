-- Who met whom, when and where, by which document?
-- One row for each pair in each claim that a meeting took place or was attended, newest first: people with people, states with states, of two sides.
-- basis: meeting = the claim says that they met; joint attendance = it says only that both were there.
-- :person  one of the two, by any known name in any script, a slug or a key; empty: anyone
-- :other   the other of the two, likewise
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select
        case when :person = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:person)) end as person_id,
        case when :other = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:other)) end as other_id
)
select s.date_edtf as date, a.name as person, b.name as other, case s.kind when 'attend' then 'joint attendance' else 'meeting' end as basis, s.certainty, s.asserter, s.event, s.place, s.document, s.quote, s.claim
from (
    select
        e.*,
        case when :person = '' and :other <> '' then e.other_seq else e.one_seq end as seq_a,
        case when :person = '' and :other <> '' then e.one_seq else e.other_seq end as seq_b
    from encounters as e
    where e.one_id = (select case when person_id = 0 then other_id else person_id end from asked)
        and (:person = '' or :other = '' or e.other_id = (select other_id from asked))
        and e.day_latest >= :since
        and e.day <= case when :until = '' then '9999' else :until || '-99' end
        and (e.day <> '' or :until = '')
    order by e.day desc, e.claim_id desc, seq_a, seq_b
    limit 9223372036854775807 -- first: limit :first
) as m
cross join participants as a
cross join participants as b
cross join statements as s
where a.claim_id = m.claim_id
    and a.seq = m.seq_a
    and b.claim_id = m.claim_id
    and b.seq = m.seq_b
    and s.claim_id = m.claim_id
-- order by m.day desc, m.claim_id desc, m.seq_a, m.seq_b
