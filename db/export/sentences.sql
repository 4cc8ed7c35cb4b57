-- The ledgers as records.
select s.document_id as of_id, coalesce(d.slug, d.key) as document, s.span_start as "start", s.span_end as "end", s.reason, s.note
from sentences as s join documents as d on d.id = s.document_id
-- only: where s.document_id in (select cast(value as integer) from json_each(:only))
order by d.key, s.span_start
