-- The events that claims of these documents speak of, or were placed on.
select c.event_id as id
from claims as c
where c.document_id in (select cast(value as integer) from json_each(:only)) and c.event_id is not null
union
select p.event_id
from claims as c
join placements as p on p.claim_id = c.id
where c.document_id in (select cast(value as integer) from json_each(:only))
order by id
