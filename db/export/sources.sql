-- The sources as records.
select s.id as of_id, s.name, s.kind, s.country, s.reliability, o.name as origin
from sources as s left join sources as o on o.id = s.origin_id
-- only: where s.id in (select cast(value as integer) from json_each(:only))
order by s.name
