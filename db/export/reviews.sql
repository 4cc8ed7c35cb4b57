-- The reviews as records.
select c.key as claim, r.verdict, r.reviewer, r.note, r.reviewed_at
from reviews as r join claims as c on c.id = r.claim_id
order by r.id
