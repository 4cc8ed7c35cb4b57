-- Which claims does a document hold?
-- :document   the document's slug
select c.key
from claims as c
join documents as d on d.id = c.document_id
where d.slug = :document and c.retracted_at is null
order by c.id
