-- Evidence in a document with a ledger that starts in none of its sentences.
select coalesce(d.slug, d.key), c.key, v.span_start, v.span_end
from evidence as v
join claims as c on c.id = v.claim_id
join documents as d on d.id = v.document_id
where v.span_start is not null
    and exists (select 1 from sentences as s where s.document_id = v.document_id)
    and not exists (
        select 1 from sentences as s
        where s.document_id = v.document_id and s.span_start <= v.span_start and v.span_start < s.span_end
    )
order by v.claim_id, v.seq
