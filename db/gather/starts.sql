-- Where the words of each claim in sought stand in the text of its document, the first of them first.
select v.claim_id, v.span_start
from sought as t
cross join evidence as v
where v.claim_id = t.id
order by v.claim_id, v.seq
