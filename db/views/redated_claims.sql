-- Claims whose promises were dated by a day of publication that their document has no longer; none, once a load is done.
create view redated_claims as
select c.id as claim_id
from publication_days as k
join documents as d on d.id = k.document_id and coalesce(d.published_on, '') <> coalesce(k.published_on, '')
join claims as c on c.document_id = d.id;
