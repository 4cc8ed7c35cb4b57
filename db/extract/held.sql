-- Which claims does a document hold, from which tool, and were they reviewed?
-- :document   the document's slug
select
    c.key,
    r.tool,
    case when exists (select 1 from reviews as w where w.claim_id = c.id) then 1 else 0 end as is_reviewed
from claims as c
join documents as d on d.id = c.document_id
join runs as r on r.id = c.run_id
where d.slug = :document and c.retracted_at is null
order by c.id
