-- Who met whom, when and where, by which document?
-- One row for each pair in each claim that a meeting took place or was attended, newest first: people with people, states with states.
-- :person  one of the two, by any known name in any script, a slug or a key; empty: anyone
-- :other   the other of the two, likewise
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select
        case when :person = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:person) order by n.precedence, n.referent_id limit 1
        ) end as person_id,
        case when :other = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:other) order by n.precedence, n.referent_id limit 1
        ) end as other_id
)
select s.date_edtf as date, a.name as person, b.name as other, s.event, s.place, s.document, s.quote, s.claim
from participation as p
join participants as a on a.claim_id = p.claim_id and a.role in ('participant', 'host')
join participants as b on b.claim_id = p.claim_id and b.role in ('participant', 'host') and b.referent_id <> a.referent_id
join statements as s on s.claim_id = p.claim_id
where p.referent_id = (select case when person_id = 0 then other_id else person_id end from asked)
    and p.kind in ('meet', 'attend')
    and p.phase = 'occurred'
    and p.polarity = '+'
    and (:person = '' or :other = '' or exists ( -- both take part: settled before anything is told of the claim
        select 1 from participation as t
        where t.referent_id = (select other_id from asked) and t.day = p.day and t.claim_id = p.claim_id
    ))
    and (:person = '' or a.referent_id = (select person_id from asked))
    and (:other = '' or b.referent_id = (select other_id from asked))
    and (a.seq < b.seq or :person || :other <> '')
    and (a.referent_kind = b.referent_kind or a.referent_kind is null or b.referent_kind is null)
    and p.day_latest >= :since
    and p.day <= case when :until = '' then '9999' else :until || '-99' end
    and (p.day <> '' or :until = '')
order by p.day desc, p.claim_id desc, a.seq, b.seq
