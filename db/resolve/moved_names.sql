-- Claims whose bare names are now taken for another than before, with whom they were taken for.
insert into moved (referent_id, claim_id)
select distinct b.referent_id, a.claim_id
from names_before as b
join mentions as m on m.name_key = b.name_key and coalesce(m.referent_id, -m.id) <> b.referent_id
join arguments as a on a.name_key = b.name_key
