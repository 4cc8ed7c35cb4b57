-- Claims of which a name means another than before (shifted), with both whom it meant and whom it means, their states and their broader topics;
-- those of who is of another state than before, or under another topic (shifted_under), with both; and those on events of a series that is now another.
insert into moved (referent_id, claim_id)
with
    went as materialized (
        select a.claim_id, s.was_id, s.is_id
        from shifted as s cross join arguments as a
        where a.entity_id = s.entity_id
        union
        select a.claim_id, s.was_id, s.is_id
        from shifted as s cross join arguments as a
        where a.name_key = s.name_key
    ),
    meant as materialized (
        select claim_id, was_id as referent_id from went
        union
        select claim_id, is_id from went
    )
select m.referent_id, m.claim_id
from meant as m
union
select b.over_id, m.claim_id
from meant as m join under_before as b on b.referent_id = m.referent_id
union
select z.state_id, m.claim_id
from meant as m join states as z on z.referent_id = m.referent_id
union
select b.broader_id, m.claim_id
from meant as m join broader as b on b.referent_id = m.referent_id
union
select z.over_id, p.claim_id
from shifted_under as z cross join participation as p
where p.referent_id = z.referent_id
union
select 0, m.claim_id
from shifted as s cross join events as e cross join event_mentions as m -- spread: from event_mentions as m
where e.series_id = s.entity_id and m.event_id = e.id -- spread: where m.event_id in (select e.id from events as e join shifted as s on s.entity_id = e.series_id)
