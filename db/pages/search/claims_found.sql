-- The same among the claims that a search finds (:words), last recorded first: read from the search.
select p.claim_id, p.day, p.kind, p.phase, s.name as publisher
from claims_search as f
cross join claims as c on c.id = f.rowid -- cross: the search first
cross join participation as p on p.referent_id = :referent and p.day = coalesce(c.date_earliest, '') and p.claim_id = c.id
join sources as s on s.id = p.source_id
where claims_search match claims_search_words(:words)
    and (:kind = '' or c.kind = :kind) -- of claims: what is left out is then not looked for in participation
    and (:phase = '' or c.phase = :phase)
    and coalesce(c.date_earliest, '') >= :since and coalesce(c.date_earliest, '') < :until
    and (:publisher = '' or p.source_id = (select id from sources where name = :publisher))
    and (
        :other = 0
        or exists (
            select 1 from participation as o where o.referent_id = :other and o.day = p.day and o.claim_id = p.claim_id
        )
    )
order by f.rowid desc
limit :most;
