-- The claims that are held today: neither superseded nor withdrawn, and not rejected by their latest review.
create view held_claims as
select c.*
from claims as c
where c.retracted_at is null
    and (not exists ( -- or 1 = 0: a test of each claim that is found, where PostgreSQL joined all claims with all reviews first
        select 1
        from reviews as r
        where r.claim_id = c.id
            and r.verdict = 'rejected'
            and not exists (
                select 1 from reviews as later
                where later.claim_id = r.claim_id and (later.reviewed_at > r.reviewed_at or (later.reviewed_at = r.reviewed_at and later.id > r.id))
            )
    ) or 1 = 0);
