-- Who held which office, from when to when as documents tell it?
-- One row for each tenure as told: held_from and held_to are the first and last day that the claims themselves give, a single day where they only tell
-- of that day; null = open or no date. documents counts those that tell just that; organisation, quote and claim are of the first. No two claims are joined into a
-- longer tenure that none of them states, and who is only expected, meant or set to hold an office does not hold it.
-- :person        who, by any known name in any script, a slug or a key; empty: anyone
-- :office        which office, likewise; empty: any
-- :organisation  of which organisation or state, likewise: one that the claim names, whose country the holder is of, or that any claim names for that office
-- :day           a day (YYYY-MM-DD): only what was held on it, as told; empty: any time
with asked as (
    select
        case when :person = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:person)) end as person_id,
        case when :office = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:office)) end as office_id,
        case when :organisation = '' then 0 else (
            select n.referent_id from best_names as n where n.folded = name_key(:organisation)
        ) end as organisation_id
),
-- the person; else the office; else the organisation with its offices; else anyone
meant as ( -- spread: meant as materialized (
    select person_id as referent_id from asked where :person <> ''
    union
    select office_id from asked where :person = '' and :office <> ''
    union
    select organisation_id from asked where :person || :office = ''
    union
    select o.referent_id
    from asked
    cross join participation as p
    cross join participants as g
    cross join participants as o
    where p.referent_id = asked.organisation_id and p.kind = 'hold_office' and p.polarity = '+'
        and g.claim_id = p.claim_id and g.role = 'organisation' and g.referent_id = asked.organisation_id
        and o.claim_id = p.claim_id and o.role = 'office'
        and :person || :office = '' and :organisation <> ''
),
-- spread: of_it as materialized (select g.claim_id from participation as g where g.referent_id = (select organisation_id from asked)),
-- spread: its_offices as materialized (
-- spread:     select i.referent_id
-- spread:     from participation as i
-- spread:     join participants as g on g.claim_id = i.claim_id and g.role = 'organisation' and g.referent_id = (select organisation_id from asked)
-- spread:     where i.kind = 'hold_office' and i.polarity = '+'
-- spread: ),
told as ( -- spread: told as materialized (
    select distinct
        p.claim_id, h.referent_id as holder_id, h.name as person, o.referent_id as office_id, o.name as office,
        c.certainty, c.date_earliest as held_from, c.date_latest as held_to, c.document_id
    from meant -- cross join: from the one who is meant, whatever is known of how many hold offices
    cross join participation as p
    cross join claims as c
    cross join participants as h
    cross join participants as o
    cross join asked
    where p.referent_id = meant.referent_id and p.kind = 'hold_office' and p.polarity = '+'
        and c.id = p.claim_id and c.phase in ('occurred', 'ongoing', 'implemented')
        and h.claim_id = p.claim_id and h.role = 'holder'
        and o.claim_id = p.claim_id and o.role = 'office'
        and (:person = '' or h.referent_id = asked.person_id)
        and (:office = '' or o.referent_id = asked.office_id)
        and (
            :organisation = '' or :person || :office = '' or exists (
                select 1 from participation as g -- spread: select 1 from of_it as g where g.claim_id = p.claim_id
                where g.referent_id = asked.organisation_id and g.day = p.day and g.claim_id = p.claim_id -- spread:
            ) or exists (
                select 1
                from participation as i -- spread: from its_offices as i
                join participants as g on g.claim_id = i.claim_id and g.role = 'organisation' and g.referent_id = asked.organisation_id -- spread:
                where i.referent_id = o.referent_id and i.kind = 'hold_office' and i.polarity = '+' -- spread: where i.referent_id = o.referent_id
            )
        )
        and (
            :day = ''
            or c.date_edtf is not null and coalesce(c.date_earliest, '') <= :day || '-99' and coalesce(c.date_latest, '9999') >= :day
        )
),
tenures as (
    select
        t.holder_id, t.person, t.office_id, t.office, t.certainty, t.held_from, t.held_to,
        count(distinct t.document_id) as documents, min(t.claim_id) as first_id
    from told as t
    group by t.holder_id, t.person, t.office_id, t.office, t.certainty, t.held_from, t.held_to
)
select
    a.person, a.office,
    (
        select g.name from participants as g where g.claim_id = s.claim_id and g.role = 'organisation' order by g.seq limit 1
    ) as organisation,
    a.held_from, a.held_to, a.certainty, a.documents, s.document, s.quote, s.claim
from tenures as a
join statements as s on s.claim_id = a.first_id
order by a.person, a.held_from nulls first, a.held_to nulls last, a.office, a.first_id
