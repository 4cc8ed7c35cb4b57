-- The same among the claims that a search finds (:words as search_query() makes them), last recorded first.
select p.claim_id, p.day, p.kind, p.phase, s.name as publisher
from claims_search as f
cross join claims as c on c.id = f.rowid -- cross: the search first
cross join participation as p on p.referent_id = :referent and p.day = coalesce(c.date_earliest, '') and p.claim_id = c.id
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where claims_search match :words
    and (:kind = '' or p.kind = :kind)
    and (:phase = '' or p.phase = :phase)
    and p.day >= :since and p.day < :until
    and (:publisher = '' or s.name = :publisher)
    and (
        :other = 0
        or exists (
            select 1 from participation as o where o.referent_id = :other and o.day = p.day and o.claim_id = p.claim_id
        )
    )
order by f.rowid desc
limit :most;
