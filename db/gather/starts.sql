-- Where each claim in sought stands in the text of its document.
select t.id, coalesce((select v.span_start from evidence as v where v.claim_id = t.id order by v.seq limit 1), 0)
from sought as t
