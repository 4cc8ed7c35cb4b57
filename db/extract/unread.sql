-- The sentences of a document that no extractor has read yet; their reason begins as claims.articles.ledger writes it.
select s.span_start, s.span_end
from sentences as s
join documents as d on d.id = s.document_id
where d.slug = :document and s.reason like 'unread: %'
order by s.span_start
