-- Evidence that lies outside its text.
select c.key, coalesce(d.slug, d.key), v.span_start, v.span_end, d.text_length
from evidence as v
join claims as c on c.id = v.claim_id
join documents as d on d.id = v.document_id
where v.span_start is not null and (d.text_length is null or v.span_end > d.text_length)
order by v.claim_id, v.seq
