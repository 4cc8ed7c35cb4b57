-- Everything said of one person, by any known name
select s.date_edtf as date, s.kind, s.phase, s.summary, s.document, s.claim
from participation as p join statements as s on s.claim_id = p.claim_id
where p.referent_id = (select n.referent_id from best_names as n where n.folded = name_key(:person))
order by p.day desc, p.claim_id desc
