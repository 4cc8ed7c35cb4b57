-- Names that do not stand where they were found.
select c.key, a.mention, substr(d.text, a.span_start + 1, a.span_end - a.span_start)
from arguments as a
join claims as c on c.id = a.claim_id
join documents as d on d.id = c.document_id
where d.text is not null
    and a.span_start is not null
    and substr(d.text, a.span_start + 1, a.span_end - a.span_start) <> a.mention
order by a.claim_id, a.seq
