-- What was agreed, promised or committed to, by whom?
-- One row for each claim that parties agreed on something, newest first; parties are canonical names.
-- :party   a party to it, by any known name in any script, a slug or a key; empty: anyone
-- :topic   what it is about, likewise: a topic, framework, instrument, material or place
-- :since   first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; a date that may fall on or after it counts
-- :until   last day, inclusive; a date that may fall on or before it counts
with asked as (
    select
        case when :party = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:party) order by n.precedence, n.referent_id limit 1
        ) end as party_id,
        case when :topic = '' then 0 else (
            select n.referent_id from known_names as n where n.folded = name_key(:topic) order by n.precedence, n.referent_id limit 1
        ) end as topic_id
),
walked as ( -- whose claims are read: the party's where they are fewer, else the topic's
    select case
        when :topic = '' then party_id
        when :party <> ''
            and (select count(*) from (select 1 from participation as p where p.referent_id = party_id limit 10000) as n)
            < (select count(*) from (select 1 from participation as p where p.referent_id = topic_id limit 10000) as n) then party_id
        else topic_id
    end as walked_id
    from asked
),
begun as ( -- the first day on which what reaches :since can begin: in the same year, or with what lasts beyond the end of a year
    select min(b.day) as first_day
    from (
        select substr(:since, 1, 4) as day
        union all
        select p.day
        from participation as p
        where p.referent_id = (select walked_id from walked) and substr(p.day, 1, 4) <> substr(p.day_latest, 1, 4) and p.day_latest >= :since
    ) as b
)
select s.date_edtf as date, s.parties, s.summary, s.document, s.quote, s.claim
from participation as p
join statements as s on s.claim_id = p.claim_id
where p.referent_id = (select walked_id from walked)
    and p.phase = 'agreed'
    and p.polarity = '+'
    and (p.is_subject = 1 or :party <> '')
    and (:party = '' or exists (
        select 1 from participation as t
        where t.referent_id = (select party_id from asked) and t.day = p.day and t.claim_id = p.claim_id and t.is_party = 1
    ))
    and (:topic = '' or exists (
        select 1 from participation as t
        where t.referent_id = (select topic_id from asked) and t.day = p.day and t.claim_id = p.claim_id and t.is_subject = 1
    ))
    and p.day_latest >= :since
    and p.day >= (select first_day from begun)
    and p.day <= case when :until = '' then '9999' else :until || '-99' end
    and (p.day <> '' or :until = '')
order by p.day desc, p.claim_id desc
