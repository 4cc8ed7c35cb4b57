-- Sentences of a ledger that neither bear a claim nor say why.
select -- spread: with resting as materialized (select distinct document_id, span_start, span_end from evidence) select
    coalesce(d.slug, d.key), s.span_start, s.span_end
from sentences as s
join documents as d on d.id = s.document_id
where s.reason is null
    and not exists (
        select 1
        from evidence as v -- spread: from resting as v
        where v.document_id = s.document_id
            and v.span_start < s.span_end
            and v.span_end > s.span_start
    )
order by s.document_id, s.span_start
