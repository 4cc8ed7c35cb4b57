-- The newest claims of someone (:referent, 0 = anyone), with someone (:other, 0 = anyone), of a kind, phase, publisher and time.
-- At most :most of them, newest first: facets are counted over these.
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
order by p.day desc, p.claim_id desc
limit :most;
