-- The ledgers as records.
select coalesce(d.slug, d.key) as document, s.span_start as "start", s.span_end as "end", s.reason, s.note
from sentences as s join documents as d on d.id = s.document_id
order by d.key, s.span_start
