-- Search in Japanese, Korean or English
select s.date_edtf as date, s.summary, s.quote, s.document, s.claim
from statements as s
where s.claim_id in (select rowid from claims_search where claims_search match search_query(:words))
order by s.claim_id
