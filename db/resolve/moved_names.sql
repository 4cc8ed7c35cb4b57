-- Claims whose bare names are now taken for another than before, with whom they were taken for, and with the states that acted through them, and broader topics.
insert into moved (referent_id, claim_id)
with went as (
    select distinct b.referent_id, a.claim_id
    from names_before as b
    join mentions as m on m.name_key = b.name_key and coalesce(m.referent_id, -m.id) <> b.referent_id
    join arguments as a on a.name_key = b.name_key
)
select w.referent_id, w.claim_id
from went as w
union
select z.state_id, w.claim_id
from went as w
join states as z on z.referent_id = w.referent_id
union
select b.broader_id, w.claim_id
from went as w
join broader as b on b.referent_id = w.referent_id
