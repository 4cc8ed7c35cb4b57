-- How far east each document is told: standard time of the country whose word it is (one step of origin), in hours east of UTC; null = not known.
create view document_hours as
select d.id as document_id, z.utc_hours
from documents as d
join sources as s on s.id = d.source_id
left join sources as o on o.id = coalesce(d.origin_id, s.origin_id)
left join zones as z on z.country = coalesce(o.country, s.country);
