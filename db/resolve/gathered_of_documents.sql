-- What gathering placed, and what stands of it, of the claims of these documents.
-- :pages  keys of documents, as a list in JSON
-- :who    the name under which gathering places
select p.id, p.claim_id, p.event_id
from documents as d
join claims as c on c.document_id = d.id
join placements as p on p.claim_id = c.id
where d.key in (select value from json_each(:pages)) and p.who = :who and p.withdrawn_at is null
order by p.id
