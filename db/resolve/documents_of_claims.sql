-- The documents of these claims, and of those above an id.
-- :claims  their ids, as a list in JSON
-- :above   an id
select c.document_id
from claims as c
where c.id in (select cast(value as integer) from json_each(:claims))
union
select c.document_id
from claims as c
where c.id > :above
