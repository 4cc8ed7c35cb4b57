-- What did each tool read in a document?
-- One row for each claim and place, in the order of the text, so that two extractors' readings of a sentence stand side by side. verdict: the latest review; empty = not reviewed.
-- :document  slug or key of the document
-- :tool      load, reader-ja, reader-en, reader-ko, llm ...
with asked as (
    select id from documents where slug = :document
    union all
    select id from documents where key = :document
)
-- first: , told as materialized ( -- in the documents in which the first rows are
-- first:     select v.*
-- first:     from quotes as v
-- first:     where v.document_id in (
-- first:         select q.document_id
-- first:         from quotes as q
-- first:         where q.document_id >= coalesce((select min(id) from asked), 0)
-- first:             and q.document_id <= coalesce((select max(id) from asked), case when :document = '' then 9223372036854775807 else 0 end)
-- first:             and (:document = '' or q.document_id in (select id from asked))
-- first:             and not exists (
-- first:                 select 1
-- first:                 from claims as c
-- first:                 where c.id = q.claim_id
-- first:                     and (c.retracted_at is not null or c.run_id in (select r.id from runs as r where :tool <> '' and r.tool <> :tool))
-- first:             )
-- first:         order by q.document_id
-- first:         limit :first
-- first:     )
-- first: )
select
    coalesce(d.slug, d.key) as document,
    v.span_start,
    r.tool || coalesce(' ' || r.model, '') as tool,
    c.kind,
    c.phase,
    c.polarity,
    c.date_edtf as date,
    c.summary,
    v.quote,
    (
        select w.verdict from reviews as w where w.claim_id = c.id
        order by w.reviewed_at desc, w.id desc limit 1
    ) as verdict,
    c.key as claim
from documents as d -- from document to document, so that the first rows come at once
cross join quotes as v -- first: cross join told as v
join claims as c on c.id = v.claim_id
join runs as r on r.id = c.run_id
where v.document_id = d.id
    and d.id >= coalesce((select min(id) from asked), 0) -- bounds first: what is asked for is then reached by number
    and d.id <= coalesce((select max(id) from asked), case when :document = '' then 9223372036854775807 else 0 end)
    and (:document = '' or d.id in (select id from asked))
    and c.retracted_at is null
    and (:tool = '' or r.tool = :tool)
order by d.id, v.span_start nulls first, v.span_end nulls first, c.kind, r.id, c.id
