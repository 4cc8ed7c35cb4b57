-- The sources as records.
select s.name, s.kind, s.country, s.reliability, o.name as origin
from sources as s left join sources as o on o.id = s.origin_id
order by s.name
