-- Who held which office, and from when to when do documents attest it?
-- One row for each claim; held_from and held_to are the first and last day on which any document attests that person in that office, inclusive.
-- :person  who, by any known name in any script, a slug or a key; empty: anyone
-- :day     a day (YYYY-MM-DD): only offices attested before or on it and on or after it; empty: any time
with asked as (
    select case when :person = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:person)) end as person_id
),
attested as (
    select
        p.claim_id,
        h.name as person,
        o.name as office,
        (
            select g.name from participants as g where g.claim_id = p.claim_id and g.role = 'organisation' order by g.seq limit 1
        ) as organisation,
        min(case when p.day <> '' then p.day end) over (partition by h.referent_id, o.referent_id) as held_from,
        max(case when p.day_latest <> '' then p.day_latest end) over (partition by h.referent_id, o.referent_id) as held_to
    from asked
    join participation as p on p.referent_id = asked.person_id and p.kind = 'hold_office' and p.polarity = '+'
    join participants as h on h.claim_id = p.claim_id and h.role = 'holder'
    join participants as o on o.claim_id = p.claim_id and o.role = 'office'
    where asked.person_id = 0 or h.referent_id = asked.person_id
)
select a.person, a.office, a.organisation, a.held_from, a.held_to, s.document, s.quote, s.claim
from attested as a
join statements as s on s.claim_id = a.claim_id
where :day = '' or a.held_from <= :day || '-99' and a.held_to >= :day
order by a.person, a.held_from, a.office, s.published_on, a.claim_id
