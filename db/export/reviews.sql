-- The reviews as records. version: which of the rows of the claim's key, where that is not the one that the key means.
select c.document_id as of_id, c.key as claim, v.version, r.verdict, r.reviewer, r.note, r.reviewed_at
from reviews as r
join claims as c on c.id = r.claim_id
left join versions as v on v.claim_id = c.id
-- only: where c.document_id in (select cast(value as integer) from json_each(:only))
order by c.key, v.version nulls last, r.reviewed_at, r.id
