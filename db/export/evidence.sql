-- The spans of claims as parts of records.
select
    v.claim_id, v.quoted as quote, v.page, v.span_start as "start", v.span_end as "end", v.alignment,
    coalesce(d.slug, d.key) as document
from evidence as v join documents as d on d.id = v.document_id
where v.claim_id in (select cast(value as integer) from json_each(:claims))
order by v.claim_id, v.seq
