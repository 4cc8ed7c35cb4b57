-- The sources that these repeat.
select distinct s.origin_id as id
from sources as s
where s.id in (select cast(value as integer) from json_each(:only)) and s.origin_id is not null
order by id
