-- Whose word each document is in the end: the source it repeats, the source that one repeats, and so on; its own publisher where it repeats none.
-- A wire story on another site is no second witness: corroboration counts these, not documents.
create view origins as
with recursive chain (first_id, source_id, step) as ( -- of sources, which are few, so that one document's origin does not cost all documents
    select s.id, s.id, 0
    from sources as s
    union all
    select chain.first_id, s.origin_id, chain.step + 1
    from chain join sources as s on s.id = chain.source_id
    where s.origin_id is not null and chain.step < 10
)
select d.id as document_id, s.id as source_id, s.name as origin, s.country, s.reliability
from documents as d
join chain on chain.first_id = coalesce(d.origin_id, d.source_id)
join sources as s on s.id = chain.source_id
where s.origin_id is null;
