-- What does a claim rest on?
-- One row for each place in a document that bears it. quote is null where the text is withheld or no words were given, and begins with [unverified] where nobody has found it in the text; is_restated = 1: the words are an account's, not the publisher's.
-- :claim   the claim's key or slug; empty: every claim
with asked as (
    select id from claims where key = :claim and retracted_at is null
    union all
    select id from claims where key = :claim and retracted_at is not null
    union all
    select id from claims where slug = :claim and retracted_at is null
)
select
    coalesce(d.slug, d.key) as document,
    s.name as publisher,
    d.published_on,
    v.quote,
    v.page,
    v.span_start,
    v.span_end,
    v.alignment,
    case when d.restates_id is null then 0 else 1 end as is_restated,
    r.tool || ' ' || r.version as run,
    c.recorded_at,
    c.retracted_at,
    (
        select group_concat(n.told, '; ')
        from (
            select w.verdict || ' by ' || w.reviewer || coalesce(': ' || w.note, '') as told
            from reviews as w where w.claim_id = c.id
            order by w.reviewed_at, w.id
        ) as n
    ) as reviews,
    c.key as claim
from (
    select e.claim_id, e.seq
    from evidence as e
    where e.claim_id >= coalesce((select min(id) from asked), 0) -- bounds first: what is asked for is then reached by number
        and e.claim_id <= coalesce((select max(id) from asked), case when :claim = '' then 9223372036854775807 else 0 end)
        and (:claim = '' or e.claim_id in (select id from asked))
    order by e.claim_id, e.seq
    limit 9223372036854775807 -- first: limit :first
) as x
cross join claims as c
cross join quotes as v
join documents as d on d.id = v.document_id
join sources as s on s.id = d.source_id
join runs as r on r.id = c.run_id
where c.id = x.claim_id
    and v.claim_id = x.claim_id
    and v.seq = x.seq
-- order by x.claim_id, x.seq
