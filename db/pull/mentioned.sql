-- The entities that claims of these documents name, by their records or by any name that somebody carries, and the series of their events.
with named as (
    select a.entity_id, a.name_key
    from claims as c
    join arguments as a on a.claim_id = c.id
    where c.document_id in (select cast(value as integer) from json_each(:only))
)
select n.entity_id as id from named as n where n.entity_id is not null
union
select k.referent_id
from (select distinct n.name_key from named as n where n.name_key is not null) as n
join known_names as k on k.folded = n.name_key
where k.referent_id > 0
union
select e.series_id
from claims as c
join events as e on e.id = c.event_id
where c.document_id in (select cast(value as integer) from json_each(:only)) and e.series_id is not null
union
select e.series_id
from claims as c
join placements as p on p.claim_id = c.id
join events as e on e.id = p.event_id
where c.document_id in (select cast(value as integer) from json_each(:only)) and e.series_id is not null
order by id
