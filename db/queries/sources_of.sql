-- What does a claim rest on?
-- One row for each place in a document that bears it. quote is null where the text is withheld; is_restated = 1: the words are an account's, not the publisher's.
-- :claim   the claim's key or slug; empty: every claim
select
    coalesce(d.slug, d.key) as document,
    s.name as publisher,
    d.published_on,
    substr(d.text, v.span_start + 1, v.span_end - v.span_start) as quote,
    v.span_start,
    v.span_end,
    v.alignment,
    case when d.restates_id is null then 0 else 1 end as is_restated,
    r.tool || ' ' || r.version as run,
    c.recorded_at,
    c.retracted_at,
    (
        select group_concat(w.verdict || ' by ' || w.reviewer || coalesce(': ' || w.note, ''), '; ')
        from reviews as w where w.claim_id = c.id
    ) as reviews,
    c.key as claim
from claims as c
join evidence as v on v.claim_id = c.id
join documents as d on d.id = v.document_id
join sources as s on s.id = d.source_id
join runs as r on r.id = c.run_id
where :claim in (c.key, c.slug) or :claim = ''
order by c.id, v.seq
