-- The same of anyone's claims: nobody has to be looked up in participation.
select c.id as claim_id, coalesce(c.date_earliest, '') as day, c.kind, c.phase, s.name as publisher
from claims_search as f
cross join held_claims as c on c.id = f.rowid -- cross: the search first
cross join documents as d on d.id = c.document_id
cross join sources as s on s.id = d.source_id
where claims_search match claims_search_words(:words)
    and (:kind = '' or c.kind = :kind)
    and (:phase = '' or c.phase = :phase)
    and coalesce(c.date_earliest, '') >= :since and coalesce(c.date_earliest, '') < :until
    and (:publisher = '' or s.name = :publisher)
order by f.rowid desc
limit :most;
