-- The same where the search finds many more than there are claims of someone, of a time or of a publisher: read from those.
select p.claim_id, p.day, p.kind, p.phase, s.name as publisher
from participation as p
join sources as s on s.id = p.source_id
where p.referent_id = :referent
    and (:kind = '' or p.kind = :kind)
    and (:phase = '' or p.phase = :phase)
    and p.day >= :since and p.day < :until
    and (:publisher = '' or p.source_id = (select id from sources where name = :publisher))
    and (
        :other = 0
        or exists (
            select 1 from participation as o where o.referent_id = :other and o.day = p.day and o.claim_id = p.claim_id
        )
    )
    and p.claim_id in (select rowid from claims_search where claims_search match claims_search_words(:words))
order by p.claim_id desc
limit :most;
