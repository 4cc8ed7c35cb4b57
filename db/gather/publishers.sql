-- Hours east of UTC of the country whose word each document in sought is.
select d.id, z.utc_hours
from sought as t
cross join documents as d
join sources as s on s.id = d.source_id
left join sources as o on o.id = coalesce(d.origin_id, s.origin_id)
join zones as z on z.country = coalesce(o.country, s.country)
where d.id = t.id
