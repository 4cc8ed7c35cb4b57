-- What is said about a topic?
-- One row for each claim in which it plays any part, newest first.
-- :topic   a topic (with its narrower topics and synonyms), framework, instrument, material, place, person or state, by any known name in any script, a slug or a key; empty: everything
-- :kind    a kind of claim (table kinds): meet, sign, cooperate ...; empty: any
with asked as (
    select case when :topic = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:topic)) end as topic_id
)
select s.date_edtf as date, s.kind, s.phase, s.polarity, s.certainty, s.speech_act, s.parties, s.summary, s.asserter, s.document, s.quote, s.claim
from (
    select p.claim_id, p.day
    from participation as p
    where p.referent_id = (select topic_id from asked)
        and (p.kind = :kind or :kind = '')
    order by p.day desc, p.claim_id desc
    limit 9223372036854775807 -- first: limit :first
) as x
cross join statements as s
where s.claim_id = x.claim_id
-- order by x.day desc, x.claim_id desc
