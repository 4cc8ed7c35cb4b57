-- What did each tool read in a document?
-- One row for each claim and place, in the order of the text, so that two extractors' readings of a sentence stand side by side. verdict: the latest review; empty = not reviewed.
-- :document  slug or key of the document
-- :tool      load, rules-ja, rules-en, rules-ko, llm ...
select
    coalesce(d.slug, d.key) as document,
    v.span_start,
    r.tool || coalesce(' ' || r.model, '') as tool,
    c.kind,
    c.phase,
    c.polarity,
    c.date_edtf as date,
    c.summary,
    substr(d.text, v.span_start + 1, v.span_end - v.span_start) as quote,
    (
        select w.verdict from reviews as w where w.claim_id = c.id
        order by w.reviewed_at desc, w.id desc limit 1
    ) as verdict,
    c.key as claim
from claims as c
join runs as r on r.id = c.run_id
join evidence as v on v.claim_id = c.id
join documents as d on d.id = v.document_id
where c.retracted_at is null
  and (:document in (d.slug, d.key) or :document = '')
  and (:tool = r.tool or :tool = '')
order by d.id, v.span_start, v.span_end, c.kind, r.id, c.id
