-- Hours east of UTC of the country whose word each document in sought is.
select h.document_id, h.utc_hours
from sought as t cross join document_hours as h
where h.document_id = t.id and h.utc_hours is not null
