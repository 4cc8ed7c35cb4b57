-- Claims whose promises were dated by a day of publication that their document has no longer; none, once a load is done.
create view redated_claims as
select c.id as claim_id
from documents as d
cross join publication_days as k -- cross join: through the index of days, not through the documents with their texts
cross join claims as c
where k.document_id = d.id and coalesce(k.published_on, '') <> coalesce(d.published_on, '') and c.document_id = d.id;
