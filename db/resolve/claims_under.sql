-- Claims, held or not, in which any of these entities takes part, whatever it was merged with, or that are on an event of such a series.
-- :entities  their ids, as a list in JSON
with same as materialized (
    select o.entity_id, o.canonical_id
    from canonical as k cross join canonical as o
    where k.entity_id in (select cast(value as integer) from json_each(:entities)) and o.canonical_id = k.canonical_id
)
select p.claim_id
from same as s cross join participation as p
where p.referent_id = s.canonical_id
union
select p.claim_id
from same as s cross join past_participation as p
where p.referent_id = s.canonical_id
union
select m.claim_id
from same as s cross join events as e cross join event_mentions as m -- spread: from event_mentions as m
where e.series_id = s.entity_id and m.event_id = e.id -- spread: where m.event_id in (select e.id from events as e join same as s on s.entity_id = e.series_id)
